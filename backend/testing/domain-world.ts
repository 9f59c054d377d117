import { afterAll } from "bun:test";
import dns2 from "dns2";
import { createDomainDeps, type DomainDeps, type DomainProbe, type ProbeAnswer } from "@/backend/features/domains";
import type { Clock } from "@/backend/platform/clock";

const { Packet } = dns2;

export const OUR_ADDRESS = "198.51.100.7";

export type Zone = Map<string, { txt?: string[]; a?: string[]; aaaa?: string[]; cname?: string; broken?: boolean }>;

export type DomainWorld = { zone: Zone; web: Map<string, ProbeAnswer>; deps: DomainDeps; dnsServer: string };

/**
 * The outside of the product for a test: a real DNS server on loopback that answers from `zone`, and what each host's web
 * server would answer. The real resolver asks it.
 */
export async function openDomainWorld(clock: Clock): Promise<DomainWorld> {
  const zone: Zone = new Map([["autoleads.id", { a: [OUR_ADDRESS] }]]);
  const web = new Map<string, ProbeAnswer>();
  const dnsServer = await serveZone(zone);
  const probe: DomainProbe = async (host) => web.get(host) ?? { type: "unreachable" };
  const origin = { appDomain: "autoleads.id", protocol: "https:", port: "" };
  return { zone, web, dnsServer, deps: createDomainDeps({ dnsServers: [dnsServer], origin, clock }, { probe }) };
}

/** Starts a name server; returns its address ("127.0.0.1:40053"). */
export async function serveZone(zone: Zone): Promise<string> {
  const server = dns2.createUDPServer((request, send) => {
    const answer = Packet.createResponseFromRequest(request);
    const [question] = request.questions;
    const records = question && zone.get(question.name.toLowerCase());
    if (!records) answer.header.rcode = Packet.RCODE.NXDOMAIN;
    else if (records.broken) answer.header.rcode = Packet.RCODE.SERVFAIL;
    else for (const record of answersTo(question.name, question.type, records)) answer.answers.push(record);
    send(answer);
  });
  await server.listen(0, "127.0.0.1");
  const address = server.address();
  afterAll(() => server.close());
  return `127.0.0.1:${address.port}`;
}

type Records = Exclude<ReturnType<Zone["get"]>, undefined>;

function answersTo(name: string, type: number | undefined, records: Records): dns2.Packet.Resource[] {
  const { TYPE, CLASS, Resource } = Packet;
  const record = (fields: Partial<dns2.Packet.Resource>) =>
    Object.assign(new Resource(), { name, type, class: CLASS.IN, ttl: 60, ...fields });
  if (type === TYPE.TXT) return (records.txt ?? []).map((data) => record({ data: [data] }));
  if (type === TYPE.A) return (records.a ?? []).map((address) => record({ address }));
  if (type === TYPE.AAAA) return (records.aaaa ?? []).map((address) => record({ address }));
  if (type === TYPE.CNAME && records.cname) return [record({ domain: records.cname })];
  return [];
}
