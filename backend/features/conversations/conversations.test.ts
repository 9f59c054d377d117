import { describe, expect, test } from "bun:test";
import { hidePlates } from "@/backend/features/language";
import { sendMessage } from "@/backend/features/whatsapp";
import { ForbiddenError, NotFoundError } from "@/backend/platform/errors";
import { createDevice, say } from "@/backend/testing/messaging-world";
import { createChat, createTeam, createUser, recorded, toldTo } from "@/backend/testing/showroom-team";
import { openTestDatabase } from "@/backend/testing/test-database";
import {
  conversationDigest,
  findCustomerConversations,
  getDeviceBot,
  notifyOwners,
  notifyStaff,
  setConversationBot,
  setDeviceBot,
  takeOver,
} from ".";

const db = await openTestDatabase();

describe("telling staff", () => {
  test("reaches one person, and says when it cannot", async () => {
    const team = await createTeam(db);
    const deviceId = team.device.id;
    expect(await notifyStaff(team.system, { userId: team.budi.id, deviceId, text: "ada lead" })).toBe(true);
    expect(await toldTo(db, team.budi)).toEqual(["ada lead"]);
    await db.prisma.user.updateMany({ where: { id: team.sari.id }, data: { whatsappNumber: null } });
    expect(await notifyStaff(team.system, { userId: team.sari.id, deviceId, text: "ada lead" })).toBe(false);
  });

  test("owners: all of them, and the admins when no owner can be reached", async () => {
    const team = await createTeam(db);
    const second = await createUser(db, team.device, "Bu Hadi", "owner");
    const admin = await createUser(db, team.device, "Ani", "admin");
    const notice = { deviceId: team.device.id, text: "halo bos" };
    expect((await notifyOwners(team.system, notice)).sort()).toEqual([team.owner.id, second.id].sort());
    await db.prisma.user.updateMany({
      where: { tenantId: team.tenant.id, role: "owner" },
      data: { whatsappNumber: null },
    });
    expect(await notifyOwners(team.system, notice)).toEqual([admin.id]);
    expect([await toldTo(db, team.owner), await toldTo(db, admin)]).toEqual([["halo bos"], ["halo bos"]]);
  });
});

describe("the digest of a chat", () => {
  test("tells who said what, in order, the last ones, without plates and without what was never said", async () => {
    const team = await createTeam(db);
    const { id: conversationId, phone } = await createChat(db, team);
    await say(db, team.device, { from: phone, text: "ini dibuang" });
    await say(db, team.device, { from: phone, text: "tukar tambah\nL 1234 ab, DP 30 jt" });
    await sendMessage(team.system, { conversationId, text: "Baik kak", sender: "bot" });
    const { id: dropped } = await db.prisma.message.findFirstOrThrow({ where: { conversationId, text: "Baik kak" } });
    await sendMessage(team.system, { conversationId, text: "tidak jadi", sender: "bot" });
    await db.prisma.message.updateMany({
      where: { conversationId, text: "tidak jadi" },
      data: { status: "dropped" },
    });
    expect(dropped).toBeString();
    await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim" });
    await sendMessage(team.system, { conversationId, text: "Saya Budi", sender: "sales" });
    await say(db, team.device, { from: phone, kind: "image" });
    await say(db, team.device, { from: phone, text: "siap kak", fromMe: true });

    const lines = await conversationDigest(team.as(team.owner.actor), conversationId, { limit: 5 });
    expect(lines).toEqual([
      "Pelanggan: tukar tambah [plat], DP 30 jt",
      "Bot: Baik kak",
      "Budi: Saya Budi",
      "Pelanggan: [foto]",
      "Showroom: siap kak",
    ]);
  });

  for (const [text, shown] of [
    ["nopol B1234XYZ", "nopol [plat]"],
    ["plat ag-12-b ya", "plat [plat] ya"],
    ["DP 30 jt, km 45 rb, th 2020", "DP 30 jt, km 45 rb, th 2020"],
    ["avanza 1.3 G 2020 #A01", "avanza 1.3 G 2020 #A01"],
  ] as const) {
    test(`plates: ${text}`, () => {
      expect(hidePlates(text, "[plat]")).toBe(shown);
    });
  }
});

describe("finding a customer's chat", () => {
  test("by number in any spelling or a part of it, by part of the name, by who has it", async () => {
    const team = await createTeam(db);
    const rina = await createChat(db, team, "Rina Wati");
    const joko = await createChat(db, team, "Joko");
    await takeOver(team.system, { conversationId: joko.id, userId: team.budi.id, via: "claim" });
    const ctx = team.as(team.budi.actor);
    const local = `0${rina.phone.slice(2, 5)}-${rina.phone.slice(5)}`;
    const ids = async (query: Parameters<typeof findCustomerConversations>[1]) =>
      (await findCustomerConversations(ctx, query)).map(({ id }) => id);

    expect(await ids({ phone: local })).toEqual([rina.id]);
    expect(await ids({ phone: rina.phone.slice(-6) })).toContain(rina.id);
    expect(await ids({ name: "rina" })).toEqual([rina.id]);
    expect(await ids({ heldBy: team.budi.id })).toEqual([joko.id]);
    expect(await ids({ takenOver: false })).toEqual([rina.id]);
    const [held] = await findCustomerConversations(ctx, { name: "Joko" });
    expect(held).toMatchObject({ isTakenOver: true, holder: { userId: team.budi.id, name: "Budi" }, botEnabled: true });
  });

  test("finds nothing of another showroom and no staff chats, and is for staff", async () => {
    const [team, other] = [await createTeam(db), await createTeam(db)];
    await createChat(db, other, "Rina");
    await notifyStaff(team.system, { userId: team.budi.id, deviceId: team.device.id, text: "x" });
    expect(await findCustomerConversations(team.as(team.owner.actor), {})).toEqual([]);
    const asked = findCustomerConversations(team.as({ type: "customer", phone: null }), {});
    await expect(asked).rejects.toThrow(ForbiddenError);
  });
});

describe("switching the bot", () => {
  test("of a whole number is the owner's and the admin's, and on record", async () => {
    const team = await createTeam(db);
    const input = { deviceId: team.device.id, enabled: false };
    await expect(setDeviceBot(team.as(team.budi.actor), input)).rejects.toThrow(ForbiddenError);
    await setDeviceBot(team.as(team.owner.actor), input);
    expect(await getDeviceBot(team.as(team.budi.actor), input)).toEqual({ enabled: false });
    expect(await recorded(db, team)).toEqual(["device.bot_off"]);
  });

  test("of another showroom's number or chat is not found", async () => {
    const team = await createTeam(db);
    const other = await createDevice(db);
    const theirs = await createChat(db, await createTeam(db));
    const ctx = team.as(team.owner.actor);
    await expect(setDeviceBot(ctx, { deviceId: other.id, enabled: false })).rejects.toThrow(NotFoundError);
    await expect(setConversationBot(ctx, { conversationId: theirs.id, enabled: false })).rejects.toThrow(NotFoundError);
  });

  test("of one chat is anybody's of the staff, and on record once", async () => {
    const team = await createTeam(db);
    const { id: conversationId } = await createChat(db, team);
    for (const enabled of [false, false, true])
      await setConversationBot(team.as(team.budi.actor), { conversationId, enabled });
    expect(await recorded(db, team)).toEqual(["conversation.bot_off", "conversation.bot_on"]);
  });
});
