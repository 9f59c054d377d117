import { describe, expect, test } from "bun:test";
import { captureLead, type LeadSignal, startHandover } from "@/backend/features/leads";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { testClock, testCtx } from "@/backend/testing/test-database";
import {
  createShowroom,
  createTestDeps,
  runJobs,
  say,
  startLanes,
  type TestShowroom,
} from "@/backend/testing/test-showroom";

// Behind the queue's own clock, so that expiry jobs may run as soon as this one says so.
const clock = testClock(new Date(Date.now() - 7_200_000).toISOString());
const deps = await createTestDeps({ clock });
startLanes(deps);
const MINUTE_MS = 60_000;

let nextPhone = 628_990_000_000;

/** A customer of whom a hot signal was heard: somebody of sales is asked now. */
async function offerLead(room: TestShowroom, name: string, signal: LeadSignal = "negotiates") {
  const phone = String(++nextPhone);
  await say(deps, room, phone, "halo");
  const ctx = testCtx(deps.db, room.tenant, { type: "customer", phone }, clock);
  const { id, deviceId } = await conversationOf(room, phone);
  const lead = await captureLead(ctx, { phone, name, source: "wa", conversationId: id, signals: [{ signal }] });
  const place = { conversationId: id, deviceId, siteUrl: "https://showroom.example" };
  await startHandover(ctx, { leadId: lead.id, reason: signal, ...place });
  clock.advance(1_000);
  return { phone, leadId: lead.id, conversationId: id };
}

const conversationOf = (room: TestShowroom, phone: string) =>
  withTenant({ db: deps.db, tenant: room.tenant }, (tx) => tx.conversation.findFirstOrThrow({ where: { phone } }));

const saidTo = (room: TestShowroom, phone: string) =>
  withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
    const where = { direction: "outbound" as const, conversation: { phone } };
    return (await tx.message.findMany({ where, orderBy: { seq: "asc" } })).map(({ text }) => text);
  });

async function hire(room: TestShowroom, name: string, whatsappNumber: string) {
  const person = { tenantId: room.tenant.id, passwordHash: "-", permissions: [], email: `${name}@x.id` };
  await deps.db.prisma.user.create({ data: { ...person, name, whatsappNumber, role: "sales" } });
}

async function leaveTheOwnerAlone(room: TestShowroom) {
  await deps.db.prisma.user.updateMany({
    where: { tenantId: room.tenant.id, role: "sales" },
    data: { status: "suspended" },
  });
}

describe("sales who are offered a lead", () => {
  test("take it with 1: the customer hears who writes, and what they write then is passed on", async () => {
    const room = await createShowroom(deps);
    const { phone, conversationId } = await offerLead(room, "Rina");
    expect((await saidTo(room, room.sales)).at(-1)).toContain("1 = AMBIL · 2 = SKIP");

    expect(await say(deps, room, room.sales, "1")).toContain("Lead Rina* sekarang Anda yang pegang");
    expect((await saidTo(room, phone)).at(-1)).toBe("Kak Rina, chat ini dilanjutkan Budi dari tim sales kami ya.");
    expect((await conversationOf(room, phone)).takenOverBy).not.toBeNull();

    const before = (await saidTo(room, phone)).length;
    await say(deps, room, phone, "bisa kurang berapa kak?");
    expect(await saidTo(room, phone)).toHaveLength(before);
    expect((await saidTo(room, room.sales)).at(-1)).toContain("bisa kurang berapa kak?");
    expect(await say(deps, room, room.sales, "1")).toBe(
      `Lead Rina memang sudah Anda pegang. Nomornya 0${phone.slice(2, 5)}-${phone.slice(5, 9)}-${phone.slice(9)}.`,
    );
    expect(conversationId).toBe((await conversationOf(room, phone)).id);
  });

  test("pass it on with 2 or by silence, and may still take it late", async () => {
    const room = await createShowroom(deps);
    await hire(room, "Sari", "6281200009991");
    await offerLead(room, "Rina");
    const [first, second] =
      (await saidTo(room, room.sales)).length > 0 ? [room.sales, "6281200009991"] : ["6281200009991", room.sales];
    expect(await say(deps, room, first, "skip")).toBe("Baik, lead Rina dilewati.");
    expect((await saidTo(room, second)).at(-1)).toContain("LEAD BARU");

    clock.advance(5 * MINUTE_MS);
    await runJobs(deps);
    expect((await saidTo(room, room.owner)).at(-1)).toContain("menunggu jawaban Anda");
    expect(await say(deps, room, second, "1")).toContain("sekarang Anda yang pegang");
    expect((await saidTo(room, room.owner)).at(-1)).toMatch(/^Lead Rina sudah diambil/);
    expect(await say(deps, room, room.owner, "1")).toMatch(/^Lead Rina sudah diambil/);
  });

  test("answer in plain words while it is fresh; an hour later only 1 and 2 still mean it", async () => {
    const room = await createShowroom(deps);
    await offerLead(room, "Rina");
    clock.advance(5 * MINUTE_MS);
    await runJobs(deps);
    clock.advance(60 * MINUTE_MS);
    expect(await say(deps, room, room.owner, "oke")).not.toContain("pegang");
    expect(await say(deps, room, room.owner, "1")).toContain("Lead Rina* sekarang Anda yang pegang");

    await offerLead(room, "Joko");
    expect(await say(deps, room, room.sales, "saya yg handle")).toContain("Lead Joko* sekarang Anda yang pegang");
  });

  test("keep their commands", async () => {
    const room = await createShowroom(deps);
    await offerLead(room, "Rina");
    expect(await say(deps, room, room.sales, "help")).toContain("/upload");
    expect(await say(deps, room, room.sales, "tidak jadi booking #A99")).not.toContain("dilewati");
    expect(await say(deps, room, room.sales, "1")).toContain("Lead Rina* sekarang Anda yang pegang");
  });

  test("keep what an open question asks them after the offer", async () => {
    const room = await createShowroom(deps);
    await leaveTheOwnerAlone(room);
    await offerLead(room, "Rina");
    await say(deps, room, room.owner, "/upload");
    await say(deps, room, room.owner, "B 1234 XYZ | Toyota Avanza 1.3 G | 2020 | 185jt | 45rb | Manual | Hitam");
    for (const answer of ["skip", "1", "2"]) {
      expect(await say(deps, room, room.owner, answer)).not.toMatch(/dilewati|pegang/);
    }
  });

  test("answer an offer that came after an open question was asked", async () => {
    const room = await createShowroom(deps);
    await leaveTheOwnerAlone(room);
    await say(deps, room, room.owner, "/upload");
    await say(deps, room, room.owner, "B 1234 XYZ | Toyota Avanza 1.3 G | 2020 | 185jt | 45rb | Manual | Hitam");
    clock.advance(1_000);
    await offerLead(room, "Rina");
    expect(await say(deps, room, room.owner, "2")).toContain("lead Rina dilewati");
  });

  test("and those who were offered nothing get no answer about one", async () => {
    const room = await createShowroom(deps);
    expect(await say(deps, room, room.sales, "1")).not.toMatch(/lead/i);
  });
});
