import { logger } from "@/backend/platform/logger";

const FLUSH_MS = 1_000;
/** When the database is away for long, the oldest entries of a tenant are given up rather than the process's memory. */
const MOST_WAITING = 5_000;

/** Collects entries per tenant and writes them together at most a second later; a failed write is tried again. */
export function createBatch<T>(write: (tenantId: number, entries: T[]) => Promise<void>) {
  const waiting = new Map<number, T[]>();
  let timer: Timer | null = null;
  let writing: Promise<void> = Promise.resolve();

  function add(tenantId: number, entry: T): void {
    putBack(tenantId, [...(waiting.get(tenantId) ?? []), entry]);
  }

  function putBack(tenantId: number, entries: T[]): void {
    waiting.set(tenantId, entries.slice(-MOST_WAITING));
    timer ??= setTimeout(() => void flush(), FLUSH_MS);
  }

  /** One after the other: an entry that is being written is never written again by a second flush. */
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(writeAll);
    return writing;
  }

  async function writeAll(): Promise<void> {
    const taken = [...waiting];
    waiting.clear();
    for (const [tenantId, entries] of taken) {
      try {
        await write(tenantId, entries);
      } catch (error) {
        logger.warn("insights not written, will be tried again", { tenantId, count: entries.length, error });
        putBack(tenantId, [...entries, ...(waiting.get(tenantId) ?? [])]);
      }
    }
  }

  async function stop(): Promise<void> {
    await flush();
    if (timer) clearTimeout(timer);
    timer = null;
  }

  return { add, flush, stop };
}
