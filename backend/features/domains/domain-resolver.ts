import { Resolver } from "node:dns/promises";

/** What the name servers of the world say. No record is []; a server that cannot be asked is an error. */
export type DomainResolver = {
  txt(name: string): Promise<string[]>;
  cname(name: string): Promise<string[]>;
  a(name: string): Promise<string[]>;
  aaaa(name: string): Promise<string[]>;
};

const TIMEOUT_MS = 2_500;
const TRIES = 2;
const NO_RECORD = new Set(["ENOTFOUND", "ENODATA"]);

/** Asks `servers` ("1.1.1.1" or "127.0.0.1:5353"); the system's when there are none. */
export function createDomainResolver(servers: readonly string[]): DomainResolver {
  // A resolver keeps what it heard for as long as the record says; somebody who corrects a record and looks again is told
  // the truth only by a new one.
  const ask = () => {
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
    if (servers.length > 0) resolver.setServers(servers);
    return resolver;
  };

  return {
    // A long record is sent in pieces of 255 bytes that belong together.
    txt: async (name) => (await orNone(ask().resolveTxt(name))).map((pieces) => pieces.join("")),
    cname: (name) => orNone(ask().resolveCname(name)),
    a: (name) => orNone(ask().resolve4(name)),
    aaaa: (name) => orNone(ask().resolve6(name)),
  };
}

async function orNone<T>(lookup: Promise<T[]>): Promise<T[]> {
  try {
    return await lookup;
  } catch (error) {
    if (error instanceof Error && "code" in error && NO_RECORD.has(String(error.code))) return [];
    throw error;
  }
}
