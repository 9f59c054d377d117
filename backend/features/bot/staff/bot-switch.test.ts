import { describe, expect, test } from "bun:test";
import { relayToHolder, setDeviceBot, takeOver } from "@/backend/features/conversations";
import type { Responder } from "@/backend/features/whatsapp";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { laneWorld, say, workAll } from "@/backend/testing/messaging-world";
import { createChat, createTeam, type Team, toldTo } from "@/backend/testing/showroom-team";
import { openTestDatabase } from "@/backend/testing/test-database";
import { answerStaff } from "./answer-staff";

const db = await openTestDatabase();

const console: Responder = async (_ctx, turn) => (ctx) =>
  withTenant(ctx, (tx) =>
    answerStaff(tx, ctx, turn, {
      now: ctx.clock.now(),
      showroomName: "S",
      siteUrl: "http://s",
      staffName: "N",
      hasCommands: true,
    }),
  );

/** Writes as a member of staff and returns what the console answered. */
async function write(team: Team, user: { whatsappNumber: string }, text: string): Promise<string> {
  const world = laneWorld(db, { respond: console });
  world.conversation.relay = relayToHolder;
  await say(db, team.device, { from: user.whatsappNumber, text });
  await workAll(world);
  const [answer] = await db.prisma.message.findMany({
    where: { sender: "bot", conversation: { phone: user.whatsappNumber } },
    orderBy: { seq: "desc" },
    take: 1,
  });
  return answer?.text ?? "";
}

async function holderOf(id: string): Promise<string | null> {
  return (await db.prisma.conversation.findFirstOrThrow({ where: { id } })).takenOverBy;
}

async function isDeviceOn(team: Team): Promise<boolean> {
  return (await db.prisma.device.findFirstOrThrow({ where: { id: team.device.id } })).botEnabled;
}

describe("/bot off and on for one customer", () => {
  test("named by number: the bot is silent there, the writer has it and gets its messages, until /bot on", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    const local = `0${rina.phone.slice(2)}`;
    const off = await write(team, team.budi, `/bot off ${local}`);
    expect(off).toContain("Bot diam di chat *Rina*");
    expect(off).toContain(`/bot on ${rina.phone}`);
    expect(await holderOf(rina.id)).toBe(team.budi.id);
    await say(db, team.device, { from: rina.phone, text: "halo kak" });
    expect(await write(team, team.sari, "/help")).toContain("/bot");
    expect(await toldTo(db, team.budi)).toEqual([expect.stringContaining("halo kak")]);

    expect(await write(team, team.budi, `/bot on ${local}`)).toContain("Bot kembali menjawab di chat *Rina*");
    expect(await holderOf(rina.id)).toBeNull();
    expect(await write(team, team.budi, `/bot on ${local}`)).toContain("memang sedang aktif");
  });

  test("named by name, with several of that name to choose from", async () => {
    const team = await createTeam(db);
    const [first, second] = [await createChat(db, team, "Rina Wati"), await createChat(db, team, "Rina Sari")];
    expect(await write(team, team.budi, "/bot off Rina")).toMatch(/1\. \*Rina [\s\S]*2\. \*Rina /);
    await write(team, team.budi, "2");
    const held = [await holderOf(first.id), await holderOf(second.id)];
    expect(held.filter(Boolean)).toEqual([team.budi.id]);
    expect(await write(team, team.budi, "/bot on buat Rina")).toContain("Ketik nomornya");
  });

  test("nobody of that name is said so, and another showroom's customer is nobody", async () => {
    const [team, other] = [await createTeam(db), await createTeam(db)];
    const theirs = await createChat(db, other, "Zubaidah");
    expect(await write(team, team.owner, "/bot off Zubaidah")).toContain("tidak ketemu");
    expect(await write(team, team.owner, `/bot off ${theirs.phone}`)).toContain("tidak ketemu");
    expect(await holderOf(theirs.id)).toBeNull();
  });

  test("held by a colleague stays theirs: sales are told who, the owner's /bot off keeps the bot silent longer", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await takeOver(team.system, { conversationId: rina.id, userId: team.sari.id, via: "claim" });
    expect(await write(team, team.budi, "/bot off Rina")).toContain("sedang dipegang Sari");
    expect(await write(team, team.budi, "/bot on Rina")).toContain("dipegang rekan Anda");
    expect(await write(team, team.owner, "/bot off Rina")).toMatch(/tetap diam .* yang pegang Sari/);
    const chat = await db.prisma.conversation.findFirstOrThrow({ where: { id: rina.id } });
    expect(chat).toMatchObject({ takenOverBy: team.sari.id, humanSpokeAt: expect.any(Date) });
    expect(await write(team, team.owner, "/bot on Rina")).toContain("Bot kembali menjawab");
  });

  test("switched off in the dashboard is switched on again", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await db.prisma.conversation.updateMany({ where: { id: rina.id }, data: { botEnabled: false } });
    expect(await write(team, team.budi, "/bot on Rina")).toContain("Bot kembali menjawab");
    expect((await db.prisma.conversation.findFirstOrThrow({ where: { id: rina.id } })).botEnabled).toBe(true);
  });
});

describe("/bot on alone", () => {
  test("gives back the one chat the writer has", async () => {
    const team = await createTeam(db);
    const [rina, joko] = [await createChat(db, team), await createChat(db, team, "Joko")];
    await takeOver(team.system, { conversationId: rina.id, userId: team.budi.id, via: "claim" });
    await takeOver(team.system, { conversationId: joko.id, userId: team.sari.id, via: "claim" });
    expect(await write(team, team.budi, "/bot on")).toContain("Bot kembali menjawab di chat *Rina*");
    expect([await holderOf(rina.id), await holderOf(joko.id)]).toEqual([null, team.sari.id]);
    expect(await write(team, team.budi, "/bot on")).toContain("Tidak ada chat yang sedang Anda pegang");
  });

  test("asks which of several", async () => {
    const team = await createTeam(db);
    const chats = [await createChat(db, team), await createChat(db, team, "Joko")];
    for (const { id } of chats) await takeOver(team.system, { conversationId: id, userId: team.budi.id, via: "claim" });
    expect(await write(team, team.budi, "/bot on")).toContain("Bot dinyalakan di chat siapa?");
    expect(await write(team, team.budi, "9")).toContain("Pilih nomor 1 sampai 2");
    expect(await write(team, team.budi, "1")).toContain("Bot kembali menjawab");
    const held = await Promise.all(chats.map(({ id }) => holderOf(id)));
    expect(held.filter(Boolean)).toHaveLength(1);
  });

  test("switches the number on again for the owner, and not for sales", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team);
    await setDeviceBot(team.as(team.owner.actor), { deviceId: team.device.id, enabled: false });
    await takeOver(team.system, { conversationId: rina.id, userId: team.budi.id, via: "claim" });
    expect(await write(team, team.budi, "/bot on")).toContain("masih mati");
    expect(await isDeviceOn(team)).toBe(false);
    expect(await write(team, team.owner, "nyalain bot lagi")).toContain("Bot aktif lagi untuk semua chat");
    expect(await isDeviceOn(team)).toBe(true);
    expect(await write(team, team.owner, "/bot on")).toContain("memang sudah aktif");
  });
});

describe("/bot off alone", () => {
  test("of an owner asks before it silences every chat of the number", async () => {
    const team = await createTeam(db);
    expect(await write(team, team.owner, "/bot off")).toContain("SEMUA chat di nomor ini? Ketik YA");
    expect(await write(team, team.owner, "hmm")).toContain("Ketik YA");
    expect(await write(team, team.owner, "tidak")).toContain("tidak ada yang diubah");
    expect(await isDeviceOn(team)).toBe(true);
    await write(team, team.owner, "/bot off");
    expect(await write(team, team.owner, "ya")).toContain("Bot mati untuk SEMUA chat pelanggan");
    expect(await isDeviceOn(team)).toBe(false);
    expect(await write(team, team.owner, "/bot off")).toContain("memang sudah mati");
  });

  test("of sales asks which chat, latest first", async () => {
    const team = await createTeam(db);
    expect(await write(team, team.budi, "/bot off dulu ya")).toContain("Belum ada chat");
    const [rina, joko] = [await createChat(db, team), await createChat(db, team, "Joko")];
    await say(db, team.device, { from: joko.phone, text: "halo" });
    expect(await write(team, team.budi, "/bot off")).toMatch(/1\. \*Joko\*[\s\S]*2\. \*Rina\*/);
    expect(await write(team, team.budi, "1")).toContain("Bot diam di chat *Joko*");
    expect([await holderOf(joko.id), await holderOf(rina.id)]).toEqual([team.budi.id, null]);
    expect(await isDeviceOn(team)).toBe(true);
  });
});
