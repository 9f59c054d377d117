import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";
import { type FetchedFile, readLimitedBody } from "./read-limited-body";
import { SafeFetchError } from "./safe-fetch-error";
import { checkUrl, type FetchTarget, type UrlPolicy } from "./url-policy";

export type SafeFetchOptions = UrlPolicy & {
  maxBytes: number;
  /** For everything together: names, redirects, the whole body. */
  timeoutMs: number;
  /** All addresses of a name; the system's resolver by default. */
  resolveHost?: ResolveHost | undefined;
  /** 2 by default; with 0 a redirect is an answer like any other that is not 200 (`status`). */
  maxRedirects?: number;
};

export type ResolveHost = (hostname: string) => Promise<{ address: string; family: number }[]>;

const MAX_REDIRECTS = 2;

/**
 * Fetches a file from an address that somebody else wrote, without letting it reach our own network (SSRF). The address
 * that is checked is the one that is connected to, in every hop: names are resolved once, inside the connection, so that
 * a second answer of the name server (DNS rebinding) changes nothing.
 * @throws SafeFetchError
 */
export async function safeFetch(address: string, options: SafeFetchOptions): Promise<FetchedFile> {
  const { maxRedirects = MAX_REDIRECTS } = options;
  const signal = AbortSignal.timeout(options.timeoutMs);
  let target = checkUrl(address, undefined, options);

  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await request(target, options.resolveHost ?? resolveWithSystem, signal);
    const location = maxRedirects > 0 ? redirectLocation(response) : null;
    if (location === null) return readLimitedBody(response, { host: target.host, maxBytes: options.maxBytes, signal });
    response.destroy();
    target = checkUrl(location, target.url, options);
  }
  throw new SafeFetchError("blocked", `${target.host}: more than ${maxRedirects} redirects`);
}

function request(target: FetchTarget, resolveHost: ResolveHost, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { url, host, port } = target;
  const client = url.protocol === "https:" ? https : http;

  return new Promise((resolve, reject) => {
    const outgoing = client.request({
      hostname: host,
      port,
      path: `${url.pathname}${url.search}`,
      headers: { Accept: "*/*", "Accept-Encoding": "identity", "User-Agent": "AutoLeads" },
      lookup: checkedLookup(target, resolveHost),
      // A kept-alive connection would be reused without calling the lookup.
      agent: false,
      signal,
    });
    outgoing.once("response", resolve);
    outgoing.on("error", (error) => reject(toFetchError(error, host, signal)));
    outgoing.end();
  });
}

/** One bad address among several is enough to refuse the name: which of them gets connected is not ours to say. */
function checkedLookup({ host, mustBePublic }: FetchTarget, resolveHost: ResolveHost): LookupFunction {
  return (hostname, options, callback) => {
    const answer = resolveHost(hostname).then((addresses) => {
      const [first] = addresses;
      if (!first) throw new SafeFetchError("network", `${host}: name without address`);
      if (mustBePublic && !addresses.every(({ address }) => isPublicAddress(address))) {
        throw new SafeFetchError("blocked", `${host}: name of an address that is not public`);
      }
      return { addresses, first };
    });
    answer.then(
      ({ addresses, first }) => (options.all ? callback(null, addresses) : callback(null, first.address, first.family)),
      (error: Error) => callback(error, []),
    );
  };
}

function resolveWithSystem(hostname: string) {
  return lookup(hostname, { all: true });
}

/** Null when the answer is no redirect. */
function redirectLocation(response: http.IncomingMessage): string | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode ?? 0);
  return isRedirect ? (response.headers.location ?? null) : null;
}

function toFetchError(error: Error, host: string, signal: AbortSignal): SafeFetchError {
  if (error instanceof SafeFetchError) return error;
  if (signal.aborted) return new SafeFetchError("timeout", host, { cause: error });
  return new SafeFetchError("network", host, { cause: error });
}
