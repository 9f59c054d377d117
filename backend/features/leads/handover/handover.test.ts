import { describe, expect, test } from "bun:test";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { handBack, takeOver } from "@/backend/features/conversations";
import { createTenant, openTestDatabase, testClock } from "@/backend/testing/test-database";
import { assignLead } from "../assign-lead";
import { captureLead } from "../capture-lead";
import { getLead } from "../get-lead";
import { setLeadStatus } from "../set-lead-status";
import { openFloor } from "../test-showroom-floor";
import { answerOffer } from "./answer-offer";
import { claimLead } from "./claim-lead";
import { expireOffer } from "./expire-offer";
import { startHandover } from "./start-handover";

const db = await openTestDatabase();
const newFloor = async () => openFloor(db, await createTenant(db), testClock());

async function openStaffedFloor() {
  const floor = await newFloor();
  const boss = await floor.hire("Pak Hadi", { role: "owner" });
  floor.later(1);
  const budi = await floor.hire("Budi");
  floor.later(1);
  const sari = await floor.hire("Sari");
  return { floor, boss, budi, sari };
}

const holderOf = async (conversationId: string) =>
  (await db.prisma.conversation.findFirstOrThrow({ where: { id: conversationId } })).takenOverBy;

test("an offer says who, what, how hot and why, and how to answer", async () => {
  const { floor, boss, budi } = await openStaffedFloor();
  const car = await addListedCar(boss.ctx, { plate: "B 1234 XYZ" });
  const { ctx, phone, conversationId, lead } = await floor.customer(["named_unit"], "Rina", [car.id]);
  const signals = [{ signal: "credit_numbers" as const, detail: "DP 30 jt" }];
  await captureLead(ctx, { phone, source: "wa", signals });
  await db.prisma.message.create({
    data: {
      ...{ tenantId: floor.tenant.id, conversationId, deviceId: floor.device.id, direction: "inbound" },
      ...{ sender: "customer", status: "received", text: "plat saya B 4321 ABC, bisa dp 30?" },
    },
  });
  await floor.start({ ctx, phone, conversationId, lead });

  const local = `0${phone.slice(2)}`;
  expect(await floor.toldTo(budi)).toEqual([
    [
      "🔥 *LEAD BARU!*",
      `Nama: Rina (${local.slice(0, 4)}-${local.slice(4, 8)}-${local.slice(8)})`,
      `Minat: Avanza 1.3 G 2020 Hitam ${car.displayCode}, Rp 185.000.000`,
      "Skor: 5/10 (tanya kredit dengan angka DP 30 jt, menyebut unit)",
      "Ringkasan:",
      "• Pelanggan: plat saya [plat], bisa dp 30?",
      `Detail: https://showroom.example/dashboard/leads/${lead.id}`,
      "",
      "1 = AMBIL · 2 = SKIP",
      "(berlaku 5 menit)",
    ].join("\n"),
  ]);
});

describe("a lead goes round", () => {
  test("from one to the next after a skip or five silent minutes, to the owner last, who is waited for", async () => {
    const { floor, boss, budi, sari } = await openStaffedFloor();
    const rina = await floor.customer();
    expect(await floor.start(rina)).toMatchObject({ type: "offered", to: { name: "Budi" } });
    expect(await floor.answer(budi, "skip")).toEqual({ type: "skipped" });
    expect((await floor.toldTo(budi)).at(-1)).toBe("Baik, lead Rina dilewati.");
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi skipped", "Sari offered"]);

    floor.later(5);
    expect(await floor.expire(rina.lead.id)).toMatchObject({
      type: "expired",
      next: { type: "offered", to: { name: "Pak Hadi" } },
    });
    expect(await floor.toldTo(sari)).toHaveLength(1);
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi skipped", "Sari expired", "Pak Hadi offered"]);
    expect((await floor.toldTo(boss)).at(-1)).toContain("(menunggu jawaban Anda)");
    expect((await floor.liveOffer(rina.lead.id)).expiresAt).toBeNull();

    floor.later(10_000);
    expect(await floor.expire(rina.lead.id)).toEqual({ type: "nothing_to_do" });
    expect(await floor.answer(boss, "take")).toMatchObject({ type: "claimed" });
  });

  test("fairly: 30 leads among 3 sales are 10 each", async () => {
    const { floor } = await openStaffedFloor();
    await floor.hire("Joko");
    const asked = new Map<string, number>();
    for (let index = 0; index < 30; index++) {
      const start = await floor.start(await floor.customer());
      if (start.type !== "offered") throw new Error(start.type);
      asked.set(start.to.name, (asked.get(start.to.name) ?? 0) + 1);
    }
    expect(Object.fromEntries(asked)).toEqual({ Budi: 10, Sari: 10, Joko: 10 });
  });

  test("fairly even when the leads come at once", async () => {
    const { floor } = await openStaffedFloor();
    await floor.hire("Joko");
    const customers = [];
    for (let index = 0; index < 30; index++) customers.push(await floor.customer());
    const starts = await Promise.all(customers.map((customer) => floor.start(customer)));
    const names = starts.map((start) => (start.type === "offered" ? start.to.name : start.type));
    expect(["Budi", "Sari", "Joko"].map((name) => names.filter((found) => found === name).length)).toEqual([
      10, 10, 10,
    ]);
  });

  test("first among sales of the car's branch", async () => {
    const { floor, boss } = await openStaffedFloor();
    const branchId = await floor.addBranch("Rungkut");
    await floor.hire("Dewi", { branchId });
    const car = await addListedCar(boss.ctx, { branchId });
    const rina = await floor.customer(["negotiates"], "Rina", [car.id]);
    expect(await floor.start(rina)).toMatchObject({ to: { name: "Dewi" } });
  });

  test("past those who are gone or have no number", async () => {
    const floor = await newFloor();
    await floor.hire("Lama", { status: "suspended" });
    await floor.hire("Tanpa HP", { number: null });
    await floor.hire("Bu Ani", { role: "owner", number: null });
    await floor.hire("Agus", { role: "admin" });
    expect(await floor.start(await floor.customer())).toMatchObject({ type: "offered", to: { name: "Agus" } });
  });

  test("to nobody when there is nobody: the chat is flagged, and the next hot signal tries again", async () => {
    const floor = await newFloor();
    const rina = await floor.customer();
    expect(await floor.start(rina)).toMatchObject({ type: "no_staff" });
    const where = { id: rina.conversationId };
    expect(await db.prisma.conversation.findFirstOrThrow({ where })).toMatchObject({ attention: "no_staff" });
    await floor.hire("Budi");
    expect(await floor.start(rina)).toMatchObject({ type: "offered", to: { name: "Budi" } });
    expect(await db.prisma.handover.count({ where: { leadId: rina.lead.id } })).toBe(1);
  });

  test("no longer when it is closed meanwhile", async () => {
    const { floor, boss, budi } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    const offer = await floor.liveOffer(rina.lead.id);
    await setLeadStatus(boss.ctx, { leadId: rina.lead.id, status: "lost" });
    floor.later(5);
    expect(await expireOffer(floor.system, { offerId: offer.id, siteUrl: floor.siteUrl })).toEqual({
      type: "nothing_to_do",
    });
    expect(await floor.answer(budi, "take")).toEqual({ type: "closed" });
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi lost"]);
    expect(await holderOf(rina.conversationId)).toBeNull();
  });
});

describe("who takes a lead", () => {
  test("has it, and the conversation; the customer is told who writes now, and they all they need", async () => {
    const { floor, budi } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    expect(await floor.answer(budi, "take")).toMatchObject({ type: "claimed" });

    expect(await getLead(budi.ctx, { leadId: rina.lead.id })).toMatchObject({
      assignee: { name: "Budi" },
      handovers: [{ status: "claimed", claimedBy: "Budi", offers: [{ name: "Budi", status: "claimed" }] }],
    });
    expect(await holderOf(rina.conversationId)).toBe(budi.id);
    expect(await floor.toldTo(rina)).toEqual(["Kak Rina, chat ini dilanjutkan Budi dari tim sales kami ya."]);
    const told = (await floor.toldTo(budi)).at(-1) ?? "";
    for (const part of ["✅ *Lead Rina*", `wa.me/${rina.phone}`, "Skor: 3/10", "/bot on"]) expect(told).toContain(part);
  });

  test("may do so late, as long as nobody else has: who is asked now is told", async () => {
    const { floor, budi, sari } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    floor.later(5);
    await floor.expire(rina.lead.id);
    expect(await floor.answer(budi, "take")).toMatchObject({ type: "claimed" });
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi claimed", "Sari lost"]);
    expect((await floor.toldTo(sari)).at(-1)).toBe("Lead Rina sudah diambil Budi.");
  });

  test("too late is told who has it, and again when they ask again", async () => {
    const { floor, budi, sari } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    floor.later(5);
    await floor.expire(rina.lead.id);
    await floor.answer(sari, "take");
    for (const _ of [1, 2]) {
      expect(await floor.answer(budi, "take")).toMatchObject({ type: "taken", by: { name: "Sari" } });
      expect((await floor.toldTo(budi)).at(-1)).toBe("Lead Rina sudah diambil Sari.");
    }
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi lost", "Sari claimed"]);
    expect(await floor.answer(sari, "take")).toEqual({ type: "yours" });
    expect(await holderOf(rina.conversationId)).toBe(sari.id);
  });

  test("answers the newest of several offers, or the one they name", async () => {
    const floor = await newFloor();
    const budi = await floor.hire("Budi");
    const [rina, joko] = [await floor.customer(["visit"], "Rina"), await floor.customer(["visit"], "Joko")];
    await floor.start(rina);
    const first = await floor.liveOffer(rina.lead.id);
    floor.later(1);
    await floor.start(joko);
    await floor.answer(budi, "skip");
    expect((await floor.toldTo(budi)).at(-1)).toBe("Baik, lead Joko dilewati.");
    expect(await floor.answer(budi, "take", first.id)).toMatchObject({ type: "claimed" });
    expect(await holderOf(rina.conversationId)).toBe(budi.id);
  });

  test("in the dashboard wins and loses the same way, offered or not", async () => {
    const { floor, boss, budi, sari } = await openStaffedFloor();
    const rina = await floor.customer();
    expect(await claimLead(sari.ctx, { leadId: rina.lead.id })).toMatchObject({ type: "claimed" });
    expect(await claimLead(budi.ctx, { leadId: rina.lead.id })).toEqual({
      type: "taken",
      by: { userId: sari.id, name: "Sari" },
    });
    expect(await claimLead(boss.ctx, { leadId: rina.lead.id })).toMatchObject({ type: "taken" });
    expect(await claimLead(sari.ctx, { leadId: rina.lead.id })).toEqual({ type: "yours" });
    expect(await holderOf(rina.conversationId)).toBe(sari.id);

    const joko = await floor.customer();
    await floor.start(joko);
    expect(await claimLead(boss.ctx, { leadId: joko.lead.id })).toMatchObject({ type: "claimed" });
    expect(await floor.offersOf(joko.lead.id)).toEqual(["Budi lost"]);
    expect((await floor.toldTo(budi)).at(-1)).toBe("Lead Rina sudah diambil Pak Hadi.");
  });

  test("is whom the owner gives it to while it is offered, and that person is told", async () => {
    const { floor, boss, budi, sari } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    await assignLead(boss.ctx, { leadId: rina.lead.id, userId: sari.id, siteUrl: floor.siteUrl });
    expect(await holderOf(rina.conversationId)).toBe(sari.id);
    expect((await floor.toldTo(sari)).at(-1)).toContain("sekarang Anda yang pegang");
    expect(await floor.answer(budi, "take")).toMatchObject({ type: "taken", by: { name: "Sari" } });
  });

  test("is spoken of in the customer's manner", async () => {
    const { floor, budi } = await openStaffedFloor();
    const said: string[] = [];
    for (const [name, manner] of [
      ["Pak Joko", { title: "Pak" }],
      ["", { title: "Bu" }],
      ["TOKO 99 *promo*", {}],
      ["Ann", { language: "english" as const }],
    ] as const) {
      const { ctx, conversationId, lead, ...rest } = await floor.customer(["visit"], name);
      await startHandover(ctx, {
        ...{
          leadId: lead.id,
          conversationId,
          deviceId: floor.device.id,
          reason: "visit",
          siteUrl: floor.siteUrl,
          manner,
        },
      });
      await claimLead(budi.ctx, { leadId: lead.id });
      said.push(...(await floor.toldTo({ ctx, conversationId, lead, ...rest })));
    }
    expect(said).toEqual([
      "Pak Joko, chat ini dilanjutkan Budi dari tim sales kami ya.",
      "Bu, chat ini dilanjutkan Budi dari tim sales kami ya.",
      "Kak TOKO, chat ini dilanjutkan Budi dari tim sales kami ya.",
      "Hi Ann, Budi from our sales team will continue this chat.",
    ]);
  });
});

describe("one search at a time", () => {
  test("a hot signal starts nothing while somebody is being asked, or has the customer", async () => {
    const { floor, budi } = await openStaffedFloor();
    const rina = await floor.customer();
    const first = await floor.start(rina);
    expect(await floor.start(rina)).toEqual({ type: "already_open", handoverId: expect.any(String) });
    await floor.answer(budi, "take");
    expect(await floor.start(rina)).toEqual({ type: "has_person", by: { userId: budi.id, name: "Budi" } });
    expect(first.type).toBe("offered");
    expect(await db.prisma.handover.count({ where: { leadId: rina.lead.id } })).toBe(1);
  });

  test("nor when somebody has the customer in their other chat", async () => {
    const { floor, budi } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    await floor.answer(budi, "take");
    const conversationId = await floor.chatOf(`${rina.phone}@lid`);
    expect(await floor.start({ ...rina, conversationId })).toEqual({
      type: "has_person",
      by: { userId: budi.id, name: "Budi" },
    });
  });

  test("after it was handed back, a new hot signal asks the lead's own person first", async () => {
    const { floor, budi } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    await floor.answer(budi, "take");
    await handBack(budi.ctx, { conversationId: rina.conversationId, by: "command" });
    expect(await floor.start(rina)).toMatchObject({ type: "offered", to: { name: "Budi" } });
    expect(await db.prisma.handover.count({ where: { leadId: rina.lead.id } })).toBe(2);
  });

  test("whoever takes the conversation past the offer has the lead: nobody else is asked", async () => {
    const { floor, budi, sari } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    const { conversationId } = rina;
    await takeOver(sari.ctx, { conversationId, userId: sari.id, via: "dashboard" });
    expect(await floor.answer(budi, "take")).toMatchObject({ type: "taken", by: { name: "Sari" } });
    expect(await getLead(sari.ctx, { leadId: rina.lead.id })).toMatchObject({ assignee: { name: "Sari" } });

    const joko = await floor.customer();
    await floor.start(joko);
    await takeOver(sari.ctx, { conversationId: joko.conversationId, userId: sari.id, via: "dashboard" });
    floor.later(5);
    expect(await floor.expire(joko.lead.id)).toEqual({ type: "expired", next: { type: "settled" } });
    expect(await getLead(sari.ctx, { leadId: joko.lead.id })).toMatchObject({ assignee: { name: "Sari" } });
  });

  test("and when they gave it back before anybody answered, they are the one to ask", async () => {
    const { floor, sari } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    floor.later(1);
    const { conversationId } = rina;
    await takeOver(sari.ctx, { conversationId, userId: sari.id, via: "dashboard" });
    await handBack(sari.ctx, { conversationId, by: "dashboard" });
    expect(await floor.start(rina)).toMatchObject({ type: "offered", to: { name: "Sari" } });
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi lost", "Sari offered"]);
  });
});

test("who is asked for a colleague's lead may look at it, for as long as it is being offered", async () => {
  const { floor, boss, budi, sari } = await openStaffedFloor();
  const rina = await floor.customer();
  const { id: leadId } = rina.lead;
  await assignLead(boss.ctx, { leadId, userId: sari.id, siteUrl: floor.siteUrl });
  await expect(getLead(budi.ctx, { leadId })).rejects.toMatchObject({ code: "not_found" });
  await floor.start(rina);
  await floor.answer(sari, "skip");
  expect(await getLead(budi.ctx, { leadId })).toMatchObject({ id: leadId });
  await claimLead(boss.ctx, { leadId });
  await expect(getLead(budi.ctx, { leadId })).rejects.toMatchObject({ code: "not_found" });
});

describe("an expiry", () => {
  test("that comes too early, by our clock, is set again and changes nothing", async () => {
    const { floor } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    floor.later(4);
    const before = await jobsOf((await floor.liveOffer(rina.lead.id)).id);
    expect(await floor.expire(rina.lead.id)).toEqual({ type: "too_early" });
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi offered"]);
    expect(await jobsOf((await floor.liveOffer(rina.lead.id)).id)).toBe(before + 1);
  });

  test("that runs again, or after the answer, changes nothing", async () => {
    const { floor, budi } = await openStaffedFloor();
    const rina = await floor.customer();
    await floor.start(rina);
    const offer = { offerId: (await floor.liveOffer(rina.lead.id)).id, siteUrl: floor.siteUrl };
    floor.later(5);
    await expireOffer(floor.system, offer);
    expect(await expireOffer(floor.system, offer)).toEqual({ type: "nothing_to_do" });
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi expired", "Sari offered"]);
    await floor.answer(budi, "take");
    expect(await floor.offersOf(rina.lead.id)).toEqual(["Budi claimed", "Sari lost"]);
  });
});

test("a phone of another showroom's is not there: lead, conversation and offer are 404", async () => {
  const { floor, budi } = await openStaffedFloor();
  const elsewhere = await openStaffedFloor();
  const [ours, theirs] = [await floor.customer(), await elsewhere.floor.customer()];
  await elsewhere.floor.start(theirs);
  const offer = await elsewhere.floor.liveOffer(theirs.lead.id);
  const notFound = { code: "not_found" };
  await expect(floor.start({ ...ours, lead: theirs.lead })).rejects.toMatchObject(notFound);
  await expect(floor.start({ ...ours, conversationId: theirs.conversationId })).rejects.toMatchObject(notFound);
  await expect(floor.answer(budi, "take", offer.id)).rejects.toMatchObject(notFound);
  expect(await expireOffer(floor.system, { offerId: offer.id, siteUrl: floor.siteUrl })).toEqual({
    type: "nothing_to_do",
  });
  expect(await elsewhere.floor.offersOf(theirs.lead.id)).toEqual(["Budi offered"]);
});

test("an offer is for its own person to answer, and for nobody who is no staff", async () => {
  const { floor, sari, budi } = await openStaffedFloor();
  const rina = await floor.customer();
  await floor.start(rina);
  const { id: offerId } = await floor.liveOffer(rina.lead.id);
  await expect(floor.answer(sari, "take", offerId)).rejects.toMatchObject({ code: "not_found" });
  const input = { answer: "take" as const, deviceId: floor.device.id, siteUrl: floor.siteUrl };
  await expect(answerOffer(rina.ctx, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(answerOffer(floor.system, input)).rejects.toMatchObject({ code: "forbidden" });
  expect(await floor.answer(budi, "take")).toMatchObject({ type: "claimed" });
});

/** Expiry jobs that wait for an offer. */
async function jobsOf(offerId: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'expire-offer' AND data->>'offerId' = $1",
    [offerId],
  );
  return rows[0]?.count ?? 0;
}
