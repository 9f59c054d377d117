import { describe, expect, test } from "bun:test";
import { addListedCar } from "@/backend/features/cars/test-cars";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ValidationError } from "@/backend/platform/errors";
import { createTenant, openTestDatabase, owner, testClock, testCtx } from "@/backend/testing/test-database";
import { captureLead } from "./capture-lead";
import { coolLeads } from "./cool-leads";
import type { CaptureLeadInput } from "./schemas";
import { setLeadStatus } from "./set-lead-status";
import { addDevice, openFloor } from "./test-showroom-floor";

const db = await openTestDatabase();
const newFloor = async () => openFloor(db, await createTenant(db), testClock());
const floor = await newFloor();
const boss = testCtx(db, floor.tenant, owner, floor.clock);
const DAY_MINUTES = 1_440;

let nextPhone = 628_100_000_000;
const newPhone = () => String(++nextPhone);
const customerCtx = (phone: string) => testCtx(db, floor.tenant, { type: "customer", phone }, floor.clock);

/** A message of a customer, as the bot reads it. */
const writes = (phone: string, input: Partial<CaptureLeadInput> = {}, ctx: Ctx = customerCtx(phone)) =>
  captureLead(ctx, { phone, source: "wa", ...input });

const rowOf = (id: string) => withTenant(boss, (tx) => tx.lead.findFirstOrThrow({ where: { id } }));
const typesOf = async (leadId: string) => {
  const events = await withTenant(boss, (tx) => tx.leadEvent.findMany({ where: { leadId }, orderBy: { id: "asc" } }));
  return events.map(({ type }) => type);
};

describe("a customer who writes", () => {
  test("becomes a new lead, then the same one, warmer with what they ask and hot with the first hot signal", async () => {
    const phone = newPhone();
    const first = await writes(phone, { signals: [{ signal: "greeted" }] });
    expect(first).toMatchObject({ isNew: true, status: "new", score: 0, becameHot: false, hasHotSignal: false });

    const second = await writes(phone, { signals: [{ signal: "named_unit" }, { signal: "asked_price" }] });
    expect(second).toMatchObject({ id: first.id, isNew: false, status: "warm", score: 3, becameHot: false });

    const third = await writes(phone, { signals: [{ signal: "credit_numbers", detail: "DP 30 jt" }] });
    expect(third).toMatchObject({ id: first.id, status: "hot", score: 6, becameHot: true, hasHotSignal: true });
    expect(third.reasons[0]).toBe("Tanya kredit dengan angka (DP 30 jt)");

    const fourth = await writes(phone, { signals: [{ signal: "visit" }] });
    expect(fourth).toMatchObject({ status: "hot", becameHot: false, hasHotSignal: true });
    expect(await writes(phone)).toMatchObject({ status: "hot", becameHot: false, hasHotSignal: false });
  });

  test("is one lead however often they write at once", async () => {
    const phone = newPhone();
    const captured = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        writes(index % 2 ? phone : `0${phone.slice(2)}`, { signals: [{ signal: "asked_price" }] }),
      ),
    );
    expect(new Set(captured.map(({ id }) => id)).size).toBe(1);
    expect(captured.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await rowOf(captured[0]?.id ?? "")).signals).toMatchObject({ asked_price: { count: 50 } });
  });

  test("is one lead over several devices, with the interests of all", async () => {
    const phone = newPhone();
    const other = await addDevice(db, floor.tenant.id);
    const [avanza, veloz] = [await addListedCar(boss), await addListedCar(boss, { model: "Veloz" })];
    const conversations = [await floor.chatOf(phone), await floor.chatOf(phone, other.id)];
    const first = await writes(phone, { conversationId: conversations[0], carIds: [avanza.id] });
    const second = await writes(phone, { conversationId: conversations[1], carIds: [avanza.id, veloz.id] });
    expect(second.id).toBe(first.id);

    const interests = await withTenant(boss, (tx) => tx.leadInterest.findMany({ where: { leadId: first.id } }));
    expect(interests.map(({ carId }) => carId).sort()).toEqual([avanza.id, veloz.id].sort());
    expect((await rowOf(first.id)).conversationId).toBe(conversations[1] ?? "");
  });

  test("is a new lead when the old one was closed or lost, and the old one stays as it was", async () => {
    for (const status of ["closed", "lost"] as const) {
      const phone = newPhone();
      const old = await writes(phone, { signals: [{ signal: "reserve" }] });
      await setLeadStatus(boss, { leadId: old.id, status });
      const again = await writes(phone);
      expect(again).toMatchObject({ isNew: true, status: "new", score: 0 });
      expect(again.id).not.toBe(old.id);
      expect(await rowOf(old.id)).toMatchObject({ status, openPhone: null });
    }
  });

  test("is told from one who returns on another day of the showroom's calendar", async () => {
    const phone = newPhone();
    await writes(phone);
    floor.later(60);
    expect((await writes(phone)).reasons).toEqual([]);
    floor.later(DAY_MINUTES);
    expect((await writes(phone)).reasons).toEqual(["Kembali di hari lain"]);
  });

  test("keeps the first source that says where from, and an ad counts", async () => {
    const phone = newPhone();
    const { id } = await writes(phone, { source: "wa" });
    expect((await writes(phone, { source: "OLX" })).reasons).toEqual(["Datang dari iklan (olx)"]);
    await writes(phone, { source: "web" });
    expect((await rowOf(id)).source).toBe("olx");
    expect(await typesOf(id)).toEqual(["lead.created", "lead.signals", "lead.source_changed"]);
  });

  test("is called what they call themselves, not what their profile says", async () => {
    const phone = newPhone();
    expect((await writes(phone, { profileName: "Juragan *Beras*" })).name).toBe("Juragan Beras");
    expect((await writes(phone, { name: "Rina", profileName: "Juragan" })).name).toBe("Rina");
    expect((await writes(phone, { profileName: "Juragan" })).name).toBe("Rina");
    expect((await writes(phone, { name: "Rina Wati" })).name).toBe("Rina Wati");
    expect((await writes(phone)).name).toBe("Rina Wati");
  });

  test("leaves a history of what changed, without their number or words", async () => {
    const phone = newPhone();
    const { id } = await writes(phone, { name: "Rahasia", signals: [{ signal: "visit", detail: "besok jam 10" }] });
    await writes(phone);
    const events = await withTenant(boss, (tx) => tx.leadEvent.findMany({ where: { leadId: id } }));
    expect(events.map(({ type }) => type).sort()).toEqual(["lead.created", "lead.signals", "lead.status_changed"]);
    for (const secret of [phone, "Rahasia", "besok"]) expect(JSON.stringify(events)).not.toContain(secret);
  });

  test("may look at a car that is gone meanwhile, or name one of another showroom: it is left out", async () => {
    const elsewhere = await newFloor();
    const foreign = await addListedCar(testCtx(db, elsewhere.tenant, owner));
    const { id } = await writes(newPhone(), { carIds: [foreign.id, crypto.randomUUID()] });
    expect(await withTenant(boss, (tx) => tx.leadInterest.count({ where: { leadId: id } }))).toBe(0);
  });

  test("of another showroom with the same number is another lead", async () => {
    const phone = newPhone();
    const elsewhere = await newFloor();
    const [here, there] = [
      await writes(phone),
      await writes(phone, {}, testCtx(db, elsewhere.tenant, { type: "customer", phone })),
    ];
    expect(there).toMatchObject({ isNew: true });
    expect(there.id).not.toBe(here.id);
  });

  test("without a readable number or with a nonsense source is refused with the field named", async () => {
    await expect(writes("halo")).rejects.toThrow(ValidationError);
    await expect(writes(newPhone(), { source: "'; drop table" })).rejects.toMatchObject({
      fields: { source: "Sumber lead tidak dikenal" },
    });
  });
});

test("what staff write down about a customer is no message of theirs", async () => {
  const phone = newPhone();
  const { id } = await writes(phone, { source: "direct", name: "Budi" }, boss);
  floor.later(DAY_MINUTES);
  await writes(phone, { source: "direct", name: "Budi" }, boss);
  const { signals } = await rowOf(id);
  expect(signals).toMatchObject({ gave_name: { count: 2 } });
  expect(signals).not.toHaveProperty("wrote");
  expect(signals).not.toHaveProperty("returned");
});

describe("silence", () => {
  test("of 14 days cools new, warm and hot leads; the next message warms, a hot one heats", async () => {
    const phones = { new: newPhone(), hot: newPhone(), closed: newPhone() };
    const plain = await writes(phones.new);
    const hot = await writes(phones.hot, { signals: [{ signal: "reserve" }] });
    const closed = await writes(phones.closed);
    await setLeadStatus(boss, { leadId: closed.id, status: "closed" });

    floor.later(14 * DAY_MINUTES - 1);
    await coolLeads(floor.system);
    expect([(await rowOf(plain.id)).status, (await rowOf(hot.id)).status]).toEqual(["new", "hot"]);

    floor.later(2);
    await coolLeads(floor.system);
    expect(await coolLeads(floor.system)).toBe(0);
    const statuses = [plain, hot, closed].map(async ({ id }) => (await rowOf(id)).status);
    expect(await Promise.all(statuses)).toEqual(["cold", "cold", "closed"]);
    expect(await typesOf(plain.id)).toContain("lead.status_changed");

    expect(await writes(phones.hot)).toMatchObject({ status: "warm", becameHot: false });
    expect(await writes(phones.new, { signals: [{ signal: "visit" }] })).toMatchObject({
      status: "hot",
      becameHot: true,
    });
  });

  test("is broken by a message a person of ours answers, of which the bot hears nothing", async () => {
    const phone = newPhone();
    const conversationId = await floor.chatOf(phone);
    const { id } = await writes(phone, { conversationId });
    floor.later(15 * DAY_MINUTES);
    const where = { tenantId_id: { tenantId: floor.tenant.id, id: conversationId } };
    await db.prisma.conversation.update({ where, data: { lastMessageAt: floor.clock.now() } });
    await coolLeads(floor.system);
    expect((await rowOf(id)).status).toBe("new");
  });

  test("of one showroom cools nothing in another", async () => {
    const elsewhere = await newFloor();
    const { lead } = await elsewhere.customer();
    floor.later(30 * DAY_MINUTES);
    await coolLeads(floor.system);
    const row = await db.prisma.lead.findFirstOrThrow({ where: { id: lead.id } });
    expect(row.status).toBe("hot");
  });

  test("is for the daily job to find, not for people", async () => {
    await expect(coolLeads(boss)).rejects.toMatchObject({ code: "forbidden" });
  });
});
