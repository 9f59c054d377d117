import { beforeEach, describe, expect, test } from "bun:test";
import { z } from "zod";
import { createTenant, openTestDatabase, testClock } from "@/backend/testing/test-database";
import { createShowroom, createTestSimulator, createUser, newCustomer, photo, reply } from "./test-simulator";

const db = await openTestDatabase();
const surabaya = await createShowroom(db, await createTenant(db), "628123456780");
const malang = await createShowroom(db, await createTenant(db), "628233334440");
const budi = await createUser(db, surabaya.id, "628111000001", "Budi Santoso");
const { app, send, chatOf } = createTestSimulator({ db, clock: testClock() }, surabaya);

let rina = "";
beforeEach(async () => {
  rina = newCustomer();
  await send({ sender: rina, name: "Rina", text: "Ada Avanza?" });
});

describe("writing on the showroom's own phone", () => {
  test("reaches the customer as the team's, takes the conversation over and stays on the right", async () => {
    expect((await send({ sender: rina, from: "showroom", name: "Rina", text: "Halo kak" })).status).toBe(200);
    expect((await chatOf(surabaya.number, rina)).at(-1)).toMatchObject({
      text: "Halo kak",
      isMine: false,
      speaker: "owner_phone",
    });
    expect(await showroomChat(rina)).toMatchObject([
      { text: "Ada Avanza?", isMine: false, speaker: null },
      { text: "Halo kak", isMine: true, speaker: "owner_phone" },
    ]);
    expect(await listed(rina)).toMatchObject({ name: "Rina", holder: { type: "showroom_phone" }, unread: 0 });
  });

  test("photos arrive as one album, with the words once", async () => {
    await send({ sender: rina, from: "showroom", text: "Ini unitnya", photos: [photo("1"), photo("2")] });
    const [first, second] = (await chatOf(surabaya.number, rina)).slice(-2);
    expect([first, second]).toMatchObject([
      { kind: "image", text: "Ini unitnya" },
      { kind: "image", text: "" },
    ]);
    expect(first?.albumId).toBeString();
    expect(second?.albumId).toBe(first?.albumId);
  });

  test("to its own number is 400", async () => {
    expect((await send({ sender: surabaya.number, from: "showroom", text: "catatan" })).status).toBe(400);
  });
});

describe("the chats of the showroom's own phone", () => {
  test("are this device's customers, the one who wrote last first, and no staff", async () => {
    const agus = newCustomer();
    await send({ sender: agus, text: "halo" });
    await send({ sender: "628111000001", text: "help" });
    await send({ device: malang.number, sender: agus, text: "ke Malang" });
    const phones = (await list(surabaya.number)).map(({ phone }) => phone);
    expect(phones.slice(0, 2)).toEqual([agus, rina]);
    expect(phones).not.toContain("628111000001");
    expect((await list(malang.number)).map(({ phone, last }) => [phone, last.text])).toEqual([[agus, "ke Malang"]]);
  });

  test("show what was said last once it has been sent, not before", async () => {
    await reply(db, surabaya, rina, { text: "Ada 2 unit", status: "sent" });
    await reply(db, surabaya, rina, { text: "belum terkirim", status: "queued" });
    expect(await listed(rina)).toMatchObject({ last: { text: "Ada 2 unit", isMine: true, speaker: "bot" } });
  });

  test("say who has each one: the bot, a person by name, or nobody while the bot is off", async () => {
    expect(await listed(rina)).toMatchObject({ holder: { type: "bot" } });
    await update(rina, { botEnabled: false });
    expect(await listed(rina)).toMatchObject({ holder: { type: "nobody" } });
    await update(rina, { takenOverBy: budi, takenOverAt: new Date() });
    const holder = { type: "person", name: "Budi Santoso", number: "628111000001" };
    expect(await listed(rina)).toMatchObject({ holder });
  });

  test("carry the customer's open lead and who it is being offered to, until that is answered", async () => {
    expect(await listed(rina)).toMatchObject({ lead: null, offeredTo: null });
    const offer = await offerLead(rina);
    expect(await listed(rina)).toMatchObject({
      lead: { status: "hot", score: 8 },
      offeredTo: { name: "Budi Santoso", number: "628111000001" },
    });
    await db.prisma.handoverOffer.updateMany({ where: { id: offer }, data: { status: "skipped" } });
    expect(await listed(rina)).toMatchObject({ lead: { status: "hot" }, offeredTo: null });
  });

  test("leave out what the same number said as staff", async () => {
    const number = newCustomer();
    await send({ sender: number, text: "sebagai pelanggan" });
    await createUser(db, surabaya.id, number, "Sari");
    await send({ sender: number, text: "sebagai staf" });
    expect((await showroomChat(number)).map(({ text }) => text)).toEqual(["sebagai pelanggan"]);
    expect(await listed(number)).toMatchObject({ last: { text: "sebagai pelanggan" } });
  });

  test("name who of sales wrote, also after the conversation was handed back, and never on the customer's phone", async () => {
    const { id: conversationId } = await db.prisma.conversation.findFirstOrThrow({ where: { phone: rina } });
    const place = { tenantId: surabaya.id, conversationId };
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const stretch = { userId: budi, via: "claim", startedAt: minutesAgo(30), endedAt: minutesAgo(10) };
    await db.prisma.takeover.create({ data: { ...place, ...stretch } });
    await reply(db, surabaya, rina, { text: "saya Budi", status: "sent", sender: "sales", createdAt: minutesAgo(20) });
    await reply(db, surabaya, rina, { text: "entah siapa", status: "sent", sender: "sales", createdAt: minutesAgo(5) });

    const [, first, second] = await showroomChat(rina);
    expect(first).toMatchObject({ speaker: "sales", speakerName: "Budi Santoso" });
    expect(second).toMatchObject({ speaker: "sales", speakerName: null });
    expect(JSON.stringify(await chatOf(surabaya.number, rina))).not.toContain("Budi Santoso");
  });

  test("of a device nobody has are 404", async () => {
    expect((await app.request("/simulator/api/chats/628999999999")).status).toBe(404);
  });
});

const listSchema = z.object({
  data: z.object({
    chats: z.array(z.looseObject({ phone: z.string(), last: z.looseObject({ text: z.string() }) })),
  }),
});

async function list(device: string) {
  const response = await app.request(`/simulator/api/chats/${device}`);
  return listSchema.parse(await response.json()).data.chats;
}

async function listed(phone: string) {
  return (await list(surabaya.number)).find((chat) => chat.phone === phone);
}

function showroomChat(phone: string) {
  return chatOf(surabaya.number, phone, "?side=showroom");
}

async function update(phone: string, data: { botEnabled?: boolean; takenOverBy?: string; takenOverAt?: Date }) {
  await db.prisma.conversation.updateMany({ where: { tenantId: surabaya.id, phone }, data });
}

/** A hot lead of that customer, just offered to Budi. */
async function offerLead(phone: string): Promise<string> {
  const tenantId = surabaya.id;
  const lead = await db.prisma.lead.create({
    data: { tenantId, phone, openPhone: phone, status: "hot", score: 8, source: "wa" },
  });
  const handover = await db.prisma.handover.create({ data: { tenantId, leadId: lead.id, reason: "negotiates" } });
  const offer = await db.prisma.handoverOffer.create({ data: { tenantId, handoverId: handover.id, userId: budi } });
  return offer.id;
}
