import { describe, expect, test } from "bun:test";
import { createCar } from "@/backend/features/cars";
import { carInput } from "@/backend/features/cars/test-cars";
import type { Responder } from "@/backend/features/whatsapp";
import type { Actor } from "@/backend/platform/actor";
import { ForbiddenError, NotFoundError } from "@/backend/platform/errors";
import {
  createDevice,
  echo,
  type LaneWorld,
  laneWorld,
  say,
  scriptedGateway,
  workAll,
} from "@/backend/testing/messaging-world";
import { createChat, createTeam, recorded, type Team, toldTo } from "@/backend/testing/showroom-team";
import { openTestDatabase } from "@/backend/testing/test-database";
import { customerDataSummary, eraseCustomer, finishErasure, relayToHolder, takeOver } from ".";

const db = await openTestDatabase();
const HOUR_MS = 3_600_000;

/** A bot that obeys at once, and notes about the customer what a bot notes. */
const obeying: Responder = async (ctx, turn) => {
  if (!turn.messages.some(({ text }) => text === "hapus data saya")) return echo(ctx, turn);
  return async (joinedCtx) => {
    await eraseCustomer(joinedCtx, { conversationId: turn.conversation.id });
    const { name, phone } = turn.conversation;
    return { replies: [{ text: `Baik kak ${name}, semua data kakak sudah kami hapus.` }], entities: { name, phone } };
  };
};

function obeyingWorld(gateway = scriptedGateway()): LaneWorld {
  const world = laneWorld(db, { respond: obeying, gateways: [gateway] });
  world.conversation.relay = relayToHolder;
  return world;
}

/** Where in the database, of everything that is text, one of these is still written. */
async function tracesOf(words: string[]): Promise<string[]> {
  const { rows: columns } = await db.pool.query<{ table_name: string; column_name: string }>(
    `SELECT c.table_name, c.column_name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY')`,
  );
  expect(columns.length).toBeGreaterThan(60);
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    for (const word of words) {
      const { rowCount } = await db.pool.query(`SELECT 1 FROM "${table}" WHERE "${column}"::text ILIKE $1`, [
        `%${word}%`,
      ]);
      if (rowCount) found.push(`${table}.${column}: ${word}`);
    }
  }
  return found;
}

function spellingsOf(phone: string): string[] {
  const local = `0${phone.slice(2)}`;
  return [phone.slice(2), `${local.slice(0, 4)}-${local.slice(4, 8)}-${local.slice(8)}`];
}

/** Rina has written to two numbers of the showroom, was taken over once, is a lead, and staff wrote of her. */
async function knownCustomer(team: Team, name: string) {
  const chat = await createChat(db, team, name);
  const elsewhere = await createDevice(db, { tenantId: team.tenant.id });
  const { tenant, system } = team;
  const world = obeyingWorld();
  await say(db, elsewhere, { from: chat.phone, text: `halo, ${name} di sini` });
  await takeOver(system, { conversationId: chat.id, userId: team.budi.id, via: "claim", announcement: `Halo ${name}` });
  await say(db, team.device, { from: chat.phone, text: `saya ${name}, alamat saya Jl. Rahasia 7` });
  await say(db, team.device, { from: team.sari.whatsappNumber, text: `lead ${name} ${chat.phone}` });
  await say(db, team.device, { from: team.sari.whatsappNumber, text: `/bot on ${name}` });
  await workAll(world);
  await takeOver(system, { conversationId: chat.id, userId: team.sari.id, via: "dashboard" });
  await db.prisma.message.updateMany({
    where: { tenantId: tenant.id, text: { startsWith: "/bot on " } },
    data: { intent: "bot_on" },
  });
  await db.prisma.message.updateMany({
    where: { tenantId: tenant.id, text: { startsWith: "lead " } },
    data: { intent: "lead_create", entities: { name, phone: chat.phone } },
  });
  await db.prisma.conversationState.create({
    data: {
      ...{ tenantId: tenant.id, conversationId: chat.id, flow: "customer", step: "listed", version: 1 },
      ...{ context: { name }, expiresAt: new Date() },
    },
  });
  await db.prisma.lead.create({
    data: {
      ...{ tenantId: tenant.id, name, phone: chat.phone, openPhone: chat.phone, conversationId: chat.id },
      ...{ status: "hot", source: "wa", signals: { negotiates: { detail: `${name} nego` } }, scoreReasons: ["nego"] },
    },
  });
  for (const status of ["open", "answered"] as const) {
    const text = `apakah ${name} bisa kredit?`;
    await db.prisma.customerQuestion.create({
      data: {
        ...{ tenantId: tenant.id, conversationId: chat.id, reason: "unknown", status },
        ...{ text, normalized: text },
      },
    });
  }
  return chat;
}

describe('"hapus data saya"', () => {
  test("is obeyed at once, answered, and leaves no trace of number or name anywhere", async () => {
    const team = await createTeam(db);
    const rina = await knownCustomer(team, "Rinawati");
    const words = ["Rinawati", "Rahasia", ...spellingsOf(rina.phone)];
    expect((await tracesOf(words)).length).toBeGreaterThan(10);

    await say(db, team.device, { from: rina.phone, text: "/bot on", fromMe: true });
    await say(db, team.device, { from: rina.phone, text: "hapus data saya" });
    const gateway = scriptedGateway();
    await workAll(obeyingWorld(gateway));
    expect(gateway.asked).toMatchObject([{ to: rina.phone, text: expect.stringContaining("sudah kami hapus") }]);
    const erased = await db.prisma.conversation.findMany({ where: { tenantId: team.tenant.id, persona: "customer" } });
    expect(erased).toHaveLength(2);
    for (const chat of erased) expect(chat).toMatchObject({ name: "", erasedAt: expect.any(Date), takenOverAt: null });
    expect(await tracesOf(["Rahasia"])).toEqual([]);

    team.clock.advance(24 * HOUR_MS);
    for (const { id: conversationId } of erased) {
      await db.prisma.message.updateMany({
        where: { conversationId, sentAt: { not: null } },
        data: { sentAt: longAgo },
      });
      await finishErasure(team.system, { conversationId });
    }
    expect(await tracesOf(words)).toEqual([]);
    expect(await db.prisma.lead.findMany({ where: { tenantId: team.tenant.id } })).toMatchObject([
      { name: "", phone: "", openPhone: null, status: "lost", signals: {}, scoreReasons: [] },
    ]);
    expect(await db.prisma.customerQuestion.findMany({ where: { tenantId: team.tenant.id } })).toMatchObject([
      { status: "answered", text: "", conversationId: null },
    ]);
    const told = await recorded(db, team);
    expect(told.filter((type) => type === "customer.erased")).toHaveLength(1);
    expect(told.filter((type) => type === "customer.erasure_finished")).toHaveLength(2);
  });

  test("touches nobody else", async () => {
    const team = await createTeam(db);
    const [rina, joko] = [await knownCustomer(team, "Rinawati"), await knownCustomer(team, "Jokowarno")];
    const before = await tracesOf(["Jokowarno", ...spellingsOf(joko.phone)]);
    await eraseCustomer(team.system, { conversationId: rina.id });
    await finishErasure(team.system, { conversationId: rina.id });
    expect(await tracesOf(["Jokowarno", ...spellingsOf(joko.phone)])).toEqual(before);
    expect((await toldTo(db, team.budi)).filter((text) => text.includes("Jokowarno"))).not.toEqual([]);
  });

  test("what they write afterwards is a new conversation, which the end of the old one leaves alone", async () => {
    const team = await createTeam(db);
    const rina = await knownCustomer(team, "Rinawati");
    await eraseCustomer(team.system, { conversationId: rina.id });
    await say(db, team.device, { from: rina.phone, text: "masih ada avanza?" });
    const gateway = scriptedGateway();
    await workAll(obeyingWorld(gateway));
    expect(gateway.asked.map(({ to, text }) => [to, text])).toEqual([[rina.phone, "re: masih ada avanza?"]]);
    await finishErasure(team.system, { conversationId: rina.id });
    const chats = await db.prisma.conversation.findMany({
      where: { tenantId: team.tenant.id, deviceId: team.device.id, persona: "customer" },
      include: { messages: true },
      orderBy: { createdAt: "asc" },
    });
    expect(chats.map(({ phone, erasedAt }) => [phone, erasedAt !== null])).toEqual([
      [null, true],
      [rina.phone, false],
    ]);
    expect(chats[1]?.messages.map(({ text }) => text)).toContain("masih ada avanza?");
  });

  test("what was written before it was obeyed, and not yet read, is gone unanswered", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await say(db, team.device, { from: rina.phone, text: "halo" });
    await eraseCustomer(team.system, { conversationId: rina.id });
    const gateway = scriptedGateway();
    await workAll(obeyingWorld(gateway));
    expect(gateway.asked).toEqual([]);
    expect(await db.prisma.message.findMany({ where: { conversationId: rina.id } })).toMatchObject([
      { text: "", doneAt: expect.any(Date) },
    ]);
  });

  test("an answer that was on its way before does not leave", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await say(db, team.device, { from: rina.phone, text: "halo" });
    await workAll(obeyingWorld(), ["conversation"]);
    await eraseCustomer(team.system, { conversationId: rina.id });
    const gateway = scriptedGateway();
    await workAll(obeyingWorld(gateway), ["device"]);
    expect(gateway.asked).toEqual([]);
  });

  test("nor one that a process died with while it was leaving", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await say(db, team.device, { from: rina.phone, text: "halo" });
    await workAll(obeyingWorld(), ["conversation"]);
    await db.prisma.message.updateMany({
      where: { conversationId: rina.id, status: "queued" },
      data: { status: "sending" },
    });
    await eraseCustomer(team.system, { conversationId: rina.id });
    const gateway = scriptedGateway({ idempotentSend: true });
    await workAll(obeyingWorld(gateway), ["device"]);
    expect(gateway.asked).toEqual([]);
  });

  test("what staff were told of a customer goes too when the number is not known", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team, "Sumirah");
    await db.prisma.conversation.updateMany({ where: { id: rina.id }, data: { phone: null, chatId: "77@lid" } });
    await takeOver(team.system, { conversationId: rina.id, userId: team.budi.id, via: "claim" });
    const about = { ...rina, phone: null, persona: "customer" as const };
    await relayToHolder(team.system, {
      conversation: { ...about, deviceId: team.device.id, deviceNumber: team.device.number },
      messages: [{ id: "1", kind: "text", text: "alamat saya Jl. Rahasia 8", sentAt: null }],
      photos: [],
      photoRefusals: [],
    });
    await eraseCustomer(team.system, { conversationId: rina.id });
    expect(await tracesOf(["Sumirah", "Rahasia 8"])).toEqual([]);
  });

  test("nobody is asked to take the lead any more; who had won one keeps the sale", async () => {
    const team = await createTeam(db);
    const rina = await knownCustomer(team, "Rinawati");
    const ofTenant = { tenantId: team.tenant.id };
    const { id: leadId } = await db.prisma.lead.findFirstOrThrow({ where: ofTenant });
    await db.prisma.lead.create({ data: { ...ofTenant, phone: rina.phone, status: "closed", source: "wa" } });
    const { id: handoverId } = await db.prisma.handover.create({
      data: { ...ofTenant, leadId, conversationId: rina.id, reason: "negotiates" },
    });
    await db.prisma.handoverOffer.create({ data: { ...ofTenant, handoverId, userId: team.budi.id } });
    await eraseCustomer(team.system, { conversationId: rina.id });
    expect(await db.prisma.handover.findMany({ where: ofTenant, include: { offers: true } })).toMatchObject([
      { status: "closed", offers: [{ status: "expired" }] },
    ]);
    const leads = await db.prisma.lead.findMany({ where: ofTenant, orderBy: { status: "asc" } });
    expect(leads.map(({ status, phone }) => [status, phone])).toEqual([
      ["closed", ""],
      ["lost", ""],
    ]);
  });

  test("the number stays until the answer has left, however long that takes, and then goes", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await say(db, team.device, { from: rina.phone, text: "hapus data saya" });
    const world = obeyingWorld();
    await workAll(world, ["conversation"]);
    const finish = () => finishErasure(team.system, { conversationId: rina.id });
    const phone = async () => (await db.prisma.conversation.findFirstOrThrow({ where: { id: rina.id } })).phone;
    team.clock.advance(72 * HOUR_MS);
    await finish();
    expect(await phone()).toBe(rina.phone);
    await workAll(world, ["device"]);
    await db.prisma.message.updateMany({
      where: { conversationId: rina.id, status: "sent" },
      data: { sentAt: team.clock.now() },
    });
    await finish();
    expect(await phone()).toBe(rina.phone);
    team.clock.advance(HOUR_MS);
    await finish();
    await finish();
    expect(await phone()).toBeNull();
    expect((await recorded(db, team)).filter((type) => type === "customer.erasure_finished")).toHaveLength(1);
    const { rowCount } = await db.pool.query("SELECT 1 FROM pgboss.job WHERE data->>'conversationId' = $1", [rina.id]);
    expect(rowCount).toBe(3);
  });

  test("the echo of the answer takes nothing over", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await say(db, team.device, { from: rina.phone, text: "hapus data saya" });
    const gateway = scriptedGateway();
    await workAll(obeyingWorld(gateway));
    await say(db, team.device, { from: rina.phone, text: gateway.asked[0]?.text ?? "", fromMe: true });
    expect(await db.prisma.conversation.count({ where: { deviceId: team.device.id, persona: "customer" } })).toBe(1);
  });

  test("asked twice happens once, and not for another showroom's customer or by sales", async () => {
    const [team, other] = [await createTeam(db), await createTeam(db)];
    const [mine, theirs] = [await createChat(db, team), await createChat(db, other)];
    await eraseCustomer(team.as(team.owner.actor), { conversationId: mine.id });
    await eraseCustomer(team.as(team.owner.actor), { conversationId: mine.id });
    expect(await recorded(db, team)).toEqual(["customer.erased"]);
    await expect(eraseCustomer(team.system, { conversationId: theirs.id })).rejects.toThrow(NotFoundError);
    await expect(eraseCustomer(team.as(team.budi.actor), { conversationId: mine.id })).rejects.toThrow(ForbiddenError);
  });
});

const longAgo = new Date("2020-01-01");

test('"minta data saya" is told what is stored, over all chats with that number, without plates', async () => {
  const team = await createTeam(db);
  const rina = await knownCustomer(team, "Rinawati");
  const { id: leadId } = await db.prisma.lead.findFirstOrThrow({ where: { tenantId: team.tenant.id } });
  const car = await createCar(team.as(team.owner.actor), carInput({ plate: "L 1234 QX" }));
  await db.prisma.leadInterest.create({ data: { tenantId: team.tenant.id, leadId, carId: car.id } });
  const customer: Actor = { type: "customer", phone: rina.phone };
  const summary = await customerDataSummary(team.as(customer), { conversationId: rina.id });
  expect(summary).toContain("• Nama: Rinawati");
  expect(summary).toContain(`• Nomor WhatsApp: ${spellingsOf(rina.phone)[1]}`);
  expect(summary).toMatch(/• Isi chat: \d+ pesan sejak \d+ \p{L}+ 20\d\d/u);
  expect(summary).toContain("Avanza 2020 Hitam #A01");
  expect(summary).not.toMatch(/1234|STK/);
});
