import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { OUR_ADDRESS, openDomainWorld } from "@/backend/testing/domain-world";
import {
  createTenant,
  openTestDatabase,
  owner,
  salesPerson,
  testClock,
  testCtx,
} from "@/backend/testing/test-database";
import { claimDomain, getDomain, recheckDomain, removeDomain, verifyDomain } from ".";
import { tokensOfDomain } from "./domain-store";

const DAY_MS = 86_400_000;
const db = await openTestDatabase();
const clock = testClock();
const world = await openDomainWorld(clock);
const { deps, zone, web } = world;
let nextDomain = 0;

async function newRoom() {
  const tenant = await createTenant(db);
  nextDomain += 1;
  const ctx = testCtx(db, tenant, owner, clock);
  const system = { ...ctx, actor: { type: "system", name: "test" } as const };
  return { tenant, ctx, system, domain: `mobil-${nextDomain}.com` };
}

type Room = Awaited<ReturnType<typeof newRoom>>;

/** Sets every record and lets the domain answer with the showroom's token, as its proxy or server would. */
async function setUp({ ctx, tenant, domain }: Room): Promise<void> {
  const { claim } = await getDomain(ctx, deps);
  const token = claim?.records[0]?.value ?? "";
  const { txt = [] } = zone.get(`_autoleads.${domain}`) ?? {};
  zone.set(`_autoleads.${domain}`, { txt: [...txt, token] });
  zone.set(domain, { a: [OUR_ADDRESS] });
  zone.set(`www.${domain}`, { cname: `${tenant.subdomain}.autoleads.id` });
  await answerFromHere(domain);
}

async function answerFromHere(domain: string): Promise<void> {
  const tokens = await tokensOfDomain(db, domain);
  for (const host of [domain, `www.${domain}`]) web.set(host, { type: "tokens", tokens });
}

async function verified(room: Room): Promise<void> {
  await claimDomain(room.ctx, deps, { customDomain: room.domain });
  await setUp(room);
  const { claim } = await verifyDomain(room.ctx, deps);
  expect(claim?.status).toBe("verified");
}

async function eventsOf({ ctx }: Room): Promise<string[]> {
  const events = await withTenant(ctx, (tx) => tx.event.findMany({ orderBy: { id: "asc" } }));
  return events.map(({ type }) => type);
}

describe("claiming", () => {
  test("gives a token and every record to set, and serves nothing yet", async () => {
    const room = await newRoom();
    const { claim } = await claimDomain(room.ctx, deps, { customDomain: `https://WWW.${room.domain}/mobil` });
    expect(claim).toMatchObject({ customDomain: `www.${room.domain}`, partner: room.domain, status: "pending" });
    expect(claim?.records.map(({ type, host }) => `${type} ${host}`)).toEqual(["TXT _autoleads", "CNAME www", "A @"]);
    expect(claim?.records[0]?.value).toMatch(/^[0-9a-f]{40}$/);
    expect(claim?.redirectStatus).toBeNull();
  });

  test("the same domain again keeps what was reached; another one starts anew with the same token", async () => {
    const room = await newRoom();
    const first = await claimDomain(room.ctx, deps, { customDomain: room.domain });
    await verifyDomain(room.ctx, deps);
    const again = await claimDomain(room.ctx, deps, { customDomain: room.domain });
    expect(again.claim?.report).not.toBeNull();
    const other = await claimDomain(room.ctx, deps, { customDomain: `lain-${room.domain}` });
    expect(other.claim).toMatchObject({ status: "pending", report: null });
    expect(other.claim?.records[0]?.value).toBe(first.claim?.records[0]?.value ?? "");
  });

  test("does not drop a domain that serves", async () => {
    const room = await newRoom();
    await verified(room);
    const claiming = claimDomain(room.ctx, deps, { customDomain: "lain.com" });
    await expect(claiming).rejects.toMatchObject({ code: "rule", userMessage: expect.stringContaining(room.domain) });
    expect((await getDomain(room.ctx, deps)).claim?.status).toBe("verified");
  });

  test("of another showroom's domain is refused in either form, without a word of whose it is", async () => {
    const [first, second] = [await newRoom(), await newRoom()];
    await verified(first);
    for (const customDomain of [first.domain, `www.${first.domain}`]) {
      const error = await claimDomain(second.ctx, deps, { customDomain }).catch((reason) => reason);
      expect(error).toMatchObject({ code: "conflict", fields: { customDomain: expect.any(String) } });
      expect(`${error.userMessage} ${error.message}`).not.toContain(first.tenant.name);
      expect(`${error.userMessage} ${error.message}`).not.toContain(first.tenant.subdomain);
    }
  });

  test("what is no domain is said at the field", async () => {
    const { ctx } = await newRoom();
    for (const customDomain of ["", "10.0.0.1", "x.autoleads.id"]) {
      const claiming = claimDomain(ctx, deps, { customDomain });
      await expect(claiming).rejects.toMatchObject({
        code: "validation",
        fields: { customDomain: expect.any(String) },
      });
    }
  });

  test("is the owner's alone, with everything else about the domain", async () => {
    const { ctx } = await newRoom();
    const admin = { ...ctx, actor: { ...owner, role: "admin" as const } };
    for (const who of [{ ...ctx, actor: salesPerson }, admin]) {
      for (const tried of [
        claimDomain(who, deps, { customDomain: "mobil.com" }),
        verifyDomain(who, deps),
        getDomain(who, deps),
        removeDomain(who),
      ]) {
        await expect(tried).rejects.toMatchObject({ code: "forbidden" });
      }
    }
  });
});

describe("verifying", () => {
  test("reports what is missing and lets nothing serve until it is there", async () => {
    const room = await newRoom();
    await claimDomain(room.ctx, deps, { customDomain: room.domain });
    const before = await verifyDomain(room.ctx, deps);
    expect(before.claim?.status).toBe("pending");
    expect(before.claim?.report?.checks.map(({ name, ok }) => [name, ok])).toEqual([
      ["txt", false],
      ["pointing", false],
      ["wellKnown", false],
      ["www", false],
    ]);
    await setUp(room);
    const after = await verifyDomain(room.ctx, deps);
    expect(after.claim).toMatchObject({ status: "verified", redirectStatus: 307 });
    expect(await eventsOf(room)).toEqual(["domain.claimed", "domain.verified"]);
  });

  test("by two showrooms at once has one winner, and the other is told", async () => {
    const [first, second] = [await newRoom(), await newRoom()];
    const rooms = [first, { ...second, domain: first.domain }];
    for (const room of rooms) await claimDomain(room.ctx, deps, { customDomain: room.domain });
    for (const room of rooms) await setUp(room);
    await answerFromHere(first.domain);

    const results = await Promise.allSettled(rooms.map((room) => verifyDomain(room.ctx, deps)));
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: "conflict" });
    const states = await Promise.all(rooms.map(async (room) => (await getDomain(room.ctx, deps)).claim?.status));
    expect(states.sort()).toEqual(["pending", "verified"]);
  });

  test("concludes nothing about a domain that was changed while it was looked at", async () => {
    const room = await newRoom();
    await claimDomain(room.ctx, deps, { customDomain: room.domain });
    await setUp(room);
    const slow = {
      ...deps,
      probe: async (host: string) => {
        await claimDomain(room.ctx, deps, { customDomain: `ganti-${room.domain}` });
        return deps.probe(host);
      },
    };
    await expect(verifyDomain(room.ctx, slow)).rejects.toMatchObject({ code: "conflict" });
    expect((await getDomain(room.ctx, deps)).claim).toMatchObject({ status: "pending", report: null });
  });

  test("without a claim says what comes first", async () => {
    await expect(verifyDomain((await newRoom()).ctx, deps)).rejects.toMatchObject({ code: "rule" });
  });
});

describe("the daily check", () => {
  test("falls back after three bad days, counts a repeated job once, and recovers by itself", async () => {
    const room = await newRoom();
    await verified(room);
    const answer = web.get(room.domain);
    web.set(room.domain, { type: "unreachable" });
    const statusAfterDay = async () => {
      clock.advance(DAY_MS);
      for (let times = 0; times < 3; times++) await recheckDomain(room.system, deps);
      const { claim } = await getDomain(room.ctx, deps);
      return [claim?.status, claim?.failures];
    };
    expect(await statusAfterDay()).toEqual(["verified", 1]);
    expect(await statusAfterDay()).toEqual(["verified", 2]);
    expect(await statusAfterDay()).toEqual(["failed", 3]);

    if (answer) web.set(room.domain, answer);
    expect(await statusAfterDay()).toEqual(["verified", 0]);
    expect(await eventsOf(room)).toEqual([
      "domain.claimed",
      "domain.verified",
      "domain.check_failed",
      "domain.check_failed",
      "domain.fell_back",
      "domain.recovered",
    ]);
  });

  test("leaves a claim alone that was never proved", async () => {
    const room = await newRoom();
    await claimDomain(room.ctx, deps, { customDomain: room.domain });
    await recheckDomain(room.system, deps);
    expect((await getDomain(room.ctx, deps)).claim?.report).toBeNull();
  });
});

test("a removed domain is free for others, and its showroom finds its record still right", async () => {
  const [first, second] = [await newRoom(), await newRoom()];
  await verified(first);
  expect(await removeDomain(first.ctx)).toEqual({ removed: first.domain });
  expect((await getDomain(first.ctx, deps)).claim).toBeNull();
  await expect(removeDomain(first.ctx)).rejects.toMatchObject({ code: "not_found" });
  await claimDomain(second.ctx, deps, { customDomain: first.domain });
  await removeDomain(second.ctx);
  await claimDomain(first.ctx, deps, { customDomain: first.domain });
  await answerFromHere(first.domain);
  expect((await verifyDomain(first.ctx, deps)).claim?.status).toBe("verified");
});
