import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Clock } from "@/backend/platform/clock";

export type Encoding = "br" | "gzip" | "identity";

/** A rendered answer, ready to be sent many times. `Effect` is what sending it has to do besides (count, log). */
export type RenderedPage<Effect> = {
  status: number;
  body: string;
  headers: Record<string, string>;
  effect: Effect | null;
  /** From then on the page says something that is no longer so ("Buka sekarang"); null = not kept at all. */
  expiresAt: Date | null;
};

export type CachedPage<Effect> = {
  status: number;
  headers: Record<string, string>;
  effect: Effect | null;
  /** Strong and different per encoding, as each has other bytes. */
  etag(encoding: Encoding): string;
  bytes(encoding: Encoding): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
};

export type PageCache<Effect> = {
  /**
   * The page under `key` made for this version of the catalogue; rendered when there is none, once however many ask.
   * Keys must begin with the tenant.
   */
  get(key: string, version: number, render: () => Promise<RenderedPage<Effect>>): Promise<CachedPage<Effect>>;
  sizeBytes(): number;
};

type Entry<Effect> = CachedPage<Effect> & { version: number; expiresAtMs: number; sizeBytes: number };

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** About 2 ms for a page, once per page and version; higher levels save 3 % more and take ten times as long. */
const BROTLI_QUALITY = 5;
const ENTRY_OVERHEAD_BYTES = 512;

/**
 * Least recently used pages of this process, at most `maxBytes` of them. An entry is served only while its version is
 * the tenant's: every change of a car or the tenant raises that in its own transaction, so a sold car is gone from all
 * pages at commit without anybody searching for the pages it was on.
 */
export function createPageCache<Effect>(maxBytes: number, clock: Clock): PageCache<Effect> {
  const entries = new Map<string, Entry<Effect>>();
  const rendering = new Map<string, Promise<CachedPage<Effect>>>();
  let usedBytes = 0;

  function lookUp(key: string, version: number): Entry<Effect> | null {
    const entry = entries.get(key);
    if (!entry) return null;
    entries.delete(key);
    if (entry.version === version && entry.expiresAtMs > clock.now().getTime()) {
      entries.set(key, entry);
      return entry;
    }
    usedBytes -= entry.sizeBytes;
    return null;
  }

  function keep(key: string, entry: Entry<Effect>): void {
    const replaced = entries.get(key);
    if (replaced) {
      if (replaced.version > entry.version) return;
      usedBytes -= replaced.sizeBytes;
      entries.delete(key);
    }
    if (entry.sizeBytes > maxBytes / 4) return;
    entries.set(key, entry);
    usedBytes += entry.sizeBytes;
    shrink();
  }

  function shrink(): void {
    for (const [key, entry] of entries) {
      if (usedBytes <= maxBytes) return;
      entries.delete(key);
      usedBytes -= entry.sizeBytes;
    }
  }

  /** A compressed copy came to an entry that is still kept. */
  function grow(key: string, entry: Entry<Effect>, bytes: number): void {
    if (entries.get(key) !== entry) return;
    entry.sizeBytes += bytes;
    usedBytes += bytes;
    shrink();
  }

  async function renderAndKeep(key: string, version: number, render: () => Promise<RenderedPage<Effect>>) {
    const page = await render();
    const entry = toEntry(page, version, (bytes) => grow(key, entry, bytes));
    if (page.expiresAt) keep(key, entry);
    return entry;
  }

  return {
    async get(key, version, render) {
      const entry = lookUp(key, version);
      if (entry) return entry;

      const flight = `${version} ${key}`;
      const running =
        rendering.get(flight) ?? renderAndKeep(key, version, render).finally(() => rendering.delete(flight));
      rendering.set(flight, running);
      return running;
    },
    sizeBytes: () => usedBytes,
  };
}

function toEntry<Effect>(page: RenderedPage<Effect>, version: number, onGrow: (bytes: number) => void): Entry<Effect> {
  const identity = new TextEncoder().encode(page.body);
  // Nobody gains by forging it, and SHA-256 would cost a tenth of rendering the page.
  const hash = Bun.hash.xxHash3(identity).toString(36);
  const compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  return {
    status: page.status,
    headers: page.headers,
    effect: page.effect,
    version,
    expiresAtMs: page.expiresAt?.getTime() ?? 0,
    sizeBytes: identity.byteLength + ENTRY_OVERHEAD_BYTES,
    etag: (encoding) => (encoding === "identity" ? `"${hash}"` : `"${hash}-${encoding}"`),
    bytes(encoding) {
      if (encoding === "identity") return identity;
      const known = compressed.get(encoding);
      if (known) return known;
      const made = compress(identity, encoding);
      compressed.set(encoding, made);
      void made.then((bytes) => onGrow(bytes.byteLength));
      return made;
    },
  };
}

async function compress(bytes: Uint8Array<ArrayBuffer>, encoding: "br" | "gzip"): Promise<Uint8Array<ArrayBuffer>> {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
  return new Uint8Array(encoding === "br" ? await compressBrotli(bytes, options) : await compressGzip(bytes));
}
