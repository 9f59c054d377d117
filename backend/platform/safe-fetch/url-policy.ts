import { isIP } from "node:net";
import { isPublicAddress } from "./public-address";
import { SafeFetchError } from "./safe-fetch-error";

export type UrlPolicy = {
  /** "host" or "host:port" (without a port: any) that the operator trusts: may be private and plain http. */
  allowedHosts: readonly string[];
  /** Public hosts, asked only by https on port 443: "cdn.example", "*.example" (its subdomains), or any. */
  allowPublicHosts: readonly string[] | "any";
};

/** Where a request goes; `mustBePublic` asks for a check of every address its name resolves to. */
export type FetchTarget = { url: URL; host: string; port: number; mustBePublic: boolean };

/**
 * Decides by the address alone, before any name is looked up. A literal IP is judged here, because connecting to one
 * never calls a lookup; `URL` has already brought 127.1, 0x7f000001 and 2130706433 into one form.
 * @throws SafeFetchError `blocked`
 */
export function checkUrl(address: string, base: URL | undefined, policy: UrlPolicy): FetchTarget {
  const url = URL.parse(address, base);
  if (!url || !isWeb(url)) throw new SafeFetchError("blocked", "not a web address");
  if (url.username || url.password) throw new SafeFetchError("blocked", "credentials in the address");

  const host = bareHost(url.hostname);
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const isTrusted = policy.allowedHosts.some((entry) => matchesEntry(entry, host, port));
  if (!isTrusted) {
    const why = whyNotPublic(url, host, port, policy.allowPublicHosts);
    if (why) throw new SafeFetchError("blocked", `${host}: ${why}`);
  }
  return { url, host, port, mustBePublic: !isTrusted };
}

function whyNotPublic(url: URL, host: string, port: number, publicHosts: UrlPolicy["allowPublicHosts"]): string | null {
  if (url.protocol !== "https:" || port !== 443) return "not https on port 443";
  if (isIP(host) && !isPublicAddress(host)) return "not a public address";
  if (publicHosts === "any" || publicHosts.some((pattern) => matchesPattern(pattern, host))) return null;
  return "host is not allowed";
}

function isWeb(url: URL): boolean {
  return url.protocol === "https:" || url.protocol === "http:";
}

/** "[::1]" → "::1", "example.com." → "example.com": the same host has one spelling. */
function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.+$/, "");
}

function matchesEntry(entry: string, host: string, port: number): boolean {
  const match = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry.trim());
  const entryHost = URL.parse(`http://${match?.[1] ?? ""}`)?.hostname;
  if (!entryHost || bareHost(entryHost) !== host) return false;
  return match?.[2] === undefined || Number(match[2]) === port;
}

function matchesPattern(pattern: string, host: string): boolean {
  const lower = pattern.trim().toLowerCase();
  return lower.startsWith("*.") ? host.endsWith(lower.slice(1)) : host === lower;
}
