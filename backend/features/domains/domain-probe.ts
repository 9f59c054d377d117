import type { ResolveHost, SafeFetchOptions } from "@/backend/platform/safe-fetch/safe-fetch";
import { safeFetch } from "@/backend/platform/safe-fetch/safe-fetch";
import { SafeFetchError } from "@/backend/platform/safe-fetch/safe-fetch-error";
import type { DomainResolver } from "./domain-resolver";

export const PROOF_PATH = "/.well-known/autoleads";

/** What `https://<host>/.well-known/autoleads` answers: the tokens of the showrooms that claim the host, or why not. */
export type ProbeAnswer =
  | { type: "tokens"; tokens: string[] }
  | { type: "status"; status: number }
  /** There is a server, but its certificate is not for this host or not valid. */
  | { type: "certificate" }
  /** The name leads to an address that is not on the public internet. */
  | { type: "private" }
  | { type: "unreachable" };

export type DomainProbe = (host: string) => Promise<ProbeAnswer>;

const MAX_BYTES = 64_000;
const TIMEOUT_MS = 8_000;
const MAX_TOKENS = 1_000;

type Fetch = (address: string, options: SafeFetchOptions) => Promise<{ bytes: Uint8Array }>;

/** No redirect is followed: a domain that is only forwarded to the showroom's subdomain would be sent back and forth. */
export function createDomainProbe(resolver: Pick<DomainResolver, "a" | "aaaa">, fetch: Fetch = safeFetch): DomainProbe {
  const options: SafeFetchOptions = {
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    allowedHosts: [],
    allowPublicHosts: "any",
    maxRedirects: 0,
    resolveHost: resolveBy(resolver),
  };

  return async (host) => {
    try {
      const { bytes } = await fetch(`https://${host}${PROOF_PATH}`, options);
      const lines = new TextDecoder().decode(bytes).split("\n", MAX_TOKENS);
      return { type: "tokens", tokens: lines.map((line) => line.trim()).filter(Boolean) };
    } catch (error) {
      if (error instanceof SafeFetchError) return answerOf(error);
      throw error;
    }
  };
}

function resolveBy({ a, aaaa }: Pick<DomainResolver, "a" | "aaaa">): ResolveHost {
  return async (hostname) => {
    const [v4, v6] = await Promise.all([a(hostname), aaaa(hostname).catch(() => [])]);
    return [...v4.map((address) => ({ address, family: 4 })), ...v6.map((address) => ({ address, family: 6 }))];
  };
}

function answerOf(error: SafeFetchError): ProbeAnswer {
  if (error.failure === "status") return { type: "status", status: error.status ?? 0 };
  if (error.failure === "blocked") return { type: "private" };
  if (error.failure === "too_large") return { type: "tokens", tokens: [] };
  return isCertificateError(error.cause) ? { type: "certificate" } : { type: "unreachable" };
}

function isCertificateError(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS|SSL/.test(code);
}
