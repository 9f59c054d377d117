import { expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, testClock } from "@/backend/testing/test-database";
import { captureLead } from "../capture-lead";
import { type Colleague, type Floor, openFloor } from "../test-showroom-floor";
import { claimLead } from "./claim-lead";
import { expireOffer } from "./expire-offer";
import { claimOpenHandover, insertHandover } from "./handover-store";
import { startHandover } from "./start-handover";

const db = await openTestDatabase();
const newFloor = async () => openFloor(db, await createTenant(db), testClock());

/** What must hold of a hand-over however its steps fell: one has everything, or nobody has anything. */
async function expectOneHolder(leadId: string, conversationId: string): Promise<string | null> {
  const lead = await db.prisma.lead.findFirstOrThrow({ where: { id: leadId } });
  const handovers = await db.prisma.handover.findMany({ where: { leadId }, include: { offers: true } });
  const conversation = await db.prisma.conversation.findFirstOrThrow({ where: { id: conversationId } });
  const stretches = await db.prisma.takeover.findMany({ where: { conversationId } });
  expect(handovers).toHaveLength(1);
  const [handover] = handovers;
  const holder = handover?.claimedById ?? null;
  expect(conversation.takenOverBy).toBe(holder);
  expect(lead.assigneeId).toBe(holder);
  expect(stretches.map(({ userId }) => userId)).toEqual(holder ? [holder] : []);
  const offers = handover?.offers ?? [];
  expect(new Set(offers.map(({ userId }) => userId)).size).toBe(offers.length);
  if (holder) {
    expect(offers.filter(({ status }) => status === "offered")).toEqual([]);
    expect(offers.filter(({ status, userId }) => status === "claimed" && userId !== holder)).toEqual([]);
  }
  return holder;
}

async function hireMany(floor: Floor, count: number): Promise<Colleague[]> {
  const people: Colleague[] = [];
  for (let index = 0; index < count; index++) people.push(await floor.hire(`Sales ${index + 1}`));
  return people;
}

test("of 100 who claim a lead at once one has it, and all others are told who", async () => {
  const floor = await newFloor();
  const people = await hireMany(floor, 100);
  const rina = await floor.customer();
  await floor.start(rina);
  // Everybody has been asked and was silent, so that all 100 have an offer to answer late.
  const handover = await db.prisma.handover.findFirstOrThrow({ where: { leadId: rina.lead.id } });
  const { userId: first } = await floor.liveOffer(rina.lead.id);
  await db.prisma.handoverOffer.createMany({
    data: people
      .filter(({ id }) => id !== first)
      .map(({ id: userId }) => ({
        ...{ tenantId: floor.tenant.id, handoverId: handover.id, userId, status: "expired" as const },
        offeredAt: floor.clock.now(),
      })),
  });

  const claims = await Promise.all(
    people.map((person, index) =>
      index % 2 ? floor.answer(person, "take") : claimLead(person.ctx, { leadId: rina.lead.id }),
    ),
  );

  const winner = people.find((_, index) => claims[index]?.type === "claimed");
  const losses = claims.filter((claim) => claim.type !== "claimed");
  expect(losses).toHaveLength(99);
  for (const loss of losses)
    expect(loss).toEqual({ type: "taken", by: { userId: winner?.id ?? "", name: winner?.name ?? "" } });
  expect(await expectOneHolder(rina.lead.id, rina.conversationId)).toBe(winner?.id ?? "");
  for (const [index, person] of people.entries()) {
    if (person === winner || index % 2 === 0) continue;
    expect((await floor.toldTo(person)).at(-1)).toBe(`Lead Rina sudah diambil ${winner?.name}.`);
  }
}, 60_000);

test("the claim's own statement and the key of open hand-overs let one through, without any lock before them", async () => {
  const floor = await newFloor();
  const people = await hireMany(floor, 20);
  const { lead, conversationId } = await floor.customer();
  const opened = await Promise.all(
    people.map(({ ctx }) =>
      withTenant(ctx, (tx) => insertHandover(tx, ctx, { leadId: lead.id, conversationId, reason: "visit" })),
    ),
  );
  const [handover, ...others] = opened.flatMap((row) => row ?? []);
  expect(others).toEqual([]);

  const claims = await Promise.all(
    people.map(({ ctx, id }) => withTenant(ctx, (tx) => claimOpenHandover(tx, ctx, handover?.id ?? "", id))),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test("a take, a skip, an expiry and a claim in the dashboard at once leave one holder or the next one asked", async () => {
  const floor = await newFloor();
  const people = await hireMany(floor, 3);
  const outcomes = new Set<string>();
  for (let round = 0; round < 40; round++) {
    const rina = await floor.customer();
    await floor.start(rina);
    const offer = await floor.liveOffer(rina.lead.id);
    const asked = people.find(({ id }) => id === offer.userId);
    const other = people.find(({ id }) => id !== offer.userId);
    if (!asked || !other) throw new Error("nobody was asked");
    floor.later(5);

    const steps = [
      () => expireOffer(floor.system, { offerId: offer.id, siteUrl: floor.siteUrl }),
      () => floor.answer(asked, "take", offer.id),
      () => floor.answer(asked, "skip", offer.id),
      ...(round % 2 ? [() => claimLead(other.ctx, { leadId: rina.lead.id })] : []),
    ];
    const shift = round % steps.length;
    const shuffled = [...steps.slice(shift), ...steps.slice(0, shift)].slice(0, 2 + (round % (steps.length - 1)));
    const settled = await Promise.allSettled(shuffled.map((step) => step()));
    expect(settled.filter(({ status }) => status === "rejected")).toEqual([]);

    const holder = await expectOneHolder(rina.lead.id, rina.conversationId);
    const live = await db.prisma.handoverOffer.count({
      where: { status: "offered", handover: { leadId: rina.lead.id } },
    });
    expect(live).toBe(holder ? 0 : 1);
    outcomes.add(holder === asked.id ? "asked" : holder === other.id ? "other" : "next");
  }
  expect(outcomes.has("asked")).toBe(true);
  expect(outcomes.has("next")).toBe(true);
}, 60_000);

test("two hot messages at once, even in two chats, make one hand-over with one offer", async () => {
  const floor = await newFloor();
  await hireMany(floor, 3);
  for (let round = 0; round < 10; round++) {
    const rina = await floor.customer(["greeted"]);
    const second = await floor.chatOf(`${rina.phone}@lid`);
    const turn = (conversationId: string) =>
      withTenant(rina.ctx, async (tx) => {
        const ctx = { ...rina.ctx, db: { ...rina.ctx.db, open: { tenantId: floor.tenant.id, tx } } };
        const signals = [{ signal: "reserve" as const }];
        const lead = await captureLead(ctx, { phone: rina.phone, source: "wa", conversationId, signals });
        const place = { conversationId, deviceId: floor.device.id, siteUrl: floor.siteUrl };
        return startHandover(ctx, { leadId: lead.id, reason: "reserve", ...place });
      });
    const starts = await Promise.all([
      turn(rina.conversationId),
      turn(second),
      turn(rina.conversationId),
      turn(second),
    ]);
    expect(starts.map(({ type }) => type).sort()).toEqual(["already_open", "already_open", "already_open", "offered"]);
    expect(await db.prisma.handover.count({ where: { leadId: rina.lead.id } })).toBe(1);
    expect(await floor.offersOf(rina.lead.id)).toHaveLength(1);
  }
}, 60_000);
