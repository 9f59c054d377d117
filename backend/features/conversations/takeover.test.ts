import { describe, expect, test } from "bun:test";
import { ForbiddenError, NotFoundError, RuleError } from "@/backend/platform/errors";
import { laneWorld, say, scriptedGateway, workAll } from "@/backend/testing/messaging-world";
import { createChat, createTeam, recorded, toldTo } from "@/backend/testing/showroom-team";
import { openTestDatabase } from "@/backend/testing/test-database";
import { handBack, relayToHolder, takeOver } from ".";

const db = await openTestDatabase();

function stateOf(id: string) {
  return db.prisma.conversation.findFirstOrThrow({ where: { id }, include: { takeovers: true } });
}

describe("taking over", () => {
  test("gives the chat to the person, on record, and the attention it waited for is over", async () => {
    const team = await createTeam(db);
    const { id: conversationId } = await createChat(db, team);
    await db.prisma.conversation.updateMany({ where: { id: conversationId }, data: { attention: "complaint" } });
    const taken = await takeOver(team.as(team.budi.actor), { conversationId, userId: team.budi.id, via: "dashboard" });
    expect(taken.isNew).toBe(true);
    expect(await stateOf(conversationId)).toMatchObject({
      takenOverBy: team.budi.id,
      takenOverAt: team.clock.now(),
      takeoverId: taken.takeoverId,
      attention: null,
      takeovers: [{ id: taken.takeoverId, userId: team.budi.id, via: "dashboard", endedAt: null }],
    });
    const [event] = await db.prisma.event.findMany({ where: { tenantId: team.tenant.id } });
    expect(event).toMatchObject({
      type: "conversation.taken_over",
      actor: { name: "Budi" },
      data: { conversationId, userId: team.budi.id, via: "dashboard" },
    });
  });

  test("by the same person again changes nothing, however often and at once", async () => {
    const team = await createTeam(db);
    const { id: conversationId } = await createChat(db, team);
    const input = { conversationId, userId: team.budi.id, via: "claim", announcement: "Budi di sini" } as const;
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeOver(team.system, input)));
    expect(new Set(taken.map(({ takeoverId }) => takeoverId)).size).toBe(1);
    expect(taken.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await db.prisma.message.count({ where: { conversationId } })).toBe(1);
    expect(await recorded(db, team)).toEqual(["conversation.taken_over"]);
  });

  test("by somebody else ends the stretch before, and who had it is told", async () => {
    const team = await createTeam(db);
    const chat = await createChat(db, team);
    const conversationId = chat.id;
    const first = await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim" });
    const second = await takeOver(team.as(team.owner.actor), {
      conversationId,
      userId: team.sari.id,
      via: "dashboard",
    });
    expect(second.isNew).toBe(true);
    const { takenOverBy, takeovers } = await stateOf(conversationId);
    expect(takenOverBy).toBe(team.sari.id);
    expect(takeovers.find(({ id }) => id === first.takeoverId)).toMatchObject({
      endedBy: "takeover",
      endedAt: team.clock.now(),
    });
    expect(await toldTo(db, team.budi)).toEqual([expect.stringContaining("sekarang dipegang Sari")]);
    expect(await recorded(db, team)).toEqual(["conversation.taken_over", "conversation.taken_over"]);
  });

  test("announces itself to the customer, but not to one who wants no messages", async () => {
    const team = await createTeam(db);
    const [welcome, closed] = [await createChat(db, team), await createChat(db, team)];
    await db.prisma.conversation.updateMany({ where: { id: closed.id }, data: { optedOutAt: new Date() } });
    for (const { id: conversationId } of [welcome, closed]) {
      const announcement = "Kak Rina, chat ini dilanjutkan Budi ya.";
      await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim", announcement });
    }
    const gateway = scriptedGateway();
    await workAll(laneWorld(db, { gateways: [gateway] }));
    const told = gateway.asked.filter(({ deviceNumber }) => deviceNumber === team.device.number);
    expect(told.map(({ to }) => to)).toEqual([welcome.phone]);
  });

  test("is for oneself; owner and admin decide for others, the customer for nobody", async () => {
    const team = await createTeam(db);
    const { id: conversationId } = await createChat(db, team);
    const input = { conversationId, userId: team.sari.id, via: "dashboard" } as const;
    await expect(takeOver(team.as(team.budi.actor), input)).rejects.toThrow(ForbiddenError);
    await expect(takeOver(team.as({ type: "customer", phone: null }), input)).rejects.toThrow(ForbiddenError);
    expect((await takeOver(team.as(team.owner.actor), input)).isNew).toBe(true);
  });

  test("hides another showroom's chat and people, and staff's own chats", async () => {
    const [team, other] = [await createTeam(db), await createTeam(db)];
    const [mine, theirs] = [await createChat(db, team), await createChat(db, other)];
    const console = await db.prisma.conversation.create({
      data: { tenantId: team.tenant.id, deviceId: team.device.id, persona: "staff", chatId: "1" },
    });
    const ctx = team.as(team.owner.actor);
    const via = "dashboard" as const;
    const refused = [
      { conversationId: theirs.id, userId: team.budi.id, via },
      { conversationId: mine.id, userId: other.budi.id, via },
      { conversationId: console.id, userId: team.budi.id, via },
    ];
    for (const input of refused) await expect(takeOver(ctx, input)).rejects.toThrow(NotFoundError);
    await expect(handBack(ctx, { conversationId: theirs.id, by: "dashboard" })).rejects.toThrow(NotFoundError);
  });
});

describe("giving back", () => {
  test("ends the stretch on record, and the bot's next answer is as if nothing had been", async () => {
    const team = await createTeam(db);
    const { id: conversationId, phone } = await createChat(db, team);
    await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim" });
    await say(db, team.device, { from: phone, text: "untuk Budi" });
    const gateway = scriptedGateway();
    const world = laneWorld(db, { gateways: [gateway] });
    await workAll(world);
    const back = await handBack(team.as(team.budi.actor), {
      conversationId,
      by: "command",
      announcement: "Kembali ke asisten ya kak",
    });
    expect(back).toEqual({ wasTakenOver: true });
    await say(db, team.device, { from: phone, text: "untuk bot" });
    await workAll(world);

    expect(gateway.asked.map(({ text }) => text)).toEqual(["Kembali ke asisten ya kak", "re: untuk bot"]);
    expect(await stateOf(conversationId)).toMatchObject({
      takenOverBy: null,
      takenOverAt: null,
      takeoverId: null,
      humanSpokeAt: null,
      takeovers: [{ endedBy: "command", endActor: { name: "Budi" } }],
    });
    expect(await recorded(db, team)).toEqual(["conversation.taken_over", "conversation.handed_back"]);
  });

  test("what the bot has is nothing, and is not recorded", async () => {
    const team = await createTeam(db);
    const { id: conversationId } = await createChat(db, team);
    const input = { conversationId, by: "dashboard", announcement: "halo" } as const;
    expect(await handBack(team.system, input)).toEqual({ wasTakenOver: false });
    expect(await recorded(db, team)).toEqual([]);
    expect(await db.prisma.message.count({ where: { conversationId } })).toBe(0);
  });

  test("is for who has it and for the owner, and the one who had it is told", async () => {
    const team = await createTeam(db);
    const { id: conversationId } = await createChat(db, team);
    await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim" });
    const sari = handBack(team.as(team.sari.actor), { conversationId, by: "dashboard" });
    await expect(sari).rejects.toThrow(RuleError);
    await handBack(team.as(team.owner.actor), { conversationId, by: "dashboard" });
    expect(await toldTo(db, team.budi)).toEqual([expect.stringContaining("kembali dijawab bot")]);
  });
});

describe("what a customer writes meanwhile", () => {
  function world() {
    const lanes = laneWorld(db);
    lanes.conversation.relay = relayToHolder;
    return lanes;
  }

  test("reaches the one who has the chat, as one message with name and number, media by their names", async () => {
    const team = await createTeam(db);
    const { id: conversationId, phone } = await createChat(db, team);
    await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim" });
    await say(db, team.device, { from: phone, text: "ini mobil lama saya" });
    for (const kind of ["image", "audio"]) await say(db, team.device, { from: phone, kind });
    await workAll(world(), ["conversation"]);
    const local = `0${phone.slice(2)}`.replace(/^(.{4})(.{4})/, "$1-$2-");
    expect(await toldTo(db, team.budi)).toEqual([`💬 *Rina* (${local}):\nini mobil lama saya\n[foto]\n[voice note]`]);
    expect(await toldTo(db, team.owner)).toEqual([]);
  });

  test("is in one line when it is one", async () => {
    const team = await createTeam(db);
    const { id: conversationId, phone } = await createChat(db, team);
    await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim" });
    await say(db, team.device, { from: phone, text: "jadi jam 3 ya" });
    await workAll(world(), ["conversation"]);
    expect(await toldTo(db, team.budi)).toEqual([expect.stringMatching(/^💬 \*Rina\* \([\d-]+\): jadi jam 3 ya$/)]);
  });

  test("reaches nobody else when the showroom's own phone has it", async () => {
    const team = await createTeam(db);
    const { phone } = await createChat(db, team);
    await say(db, team.device, { from: phone, text: "saya bantu", fromMe: true });
    await say(db, team.device, { from: phone, text: "oke" });
    await workAll(world(), ["conversation"]);
    expect([...(await toldTo(db, team.owner)), ...(await toldTo(db, team.budi))]).toEqual([]);
  });

  test("reaches the owner when who has it cannot be reached any more", async () => {
    const team = await createTeam(db);
    const { id: conversationId, phone } = await createChat(db, team);
    await takeOver(team.system, { conversationId, userId: team.budi.id, via: "claim" });
    await db.prisma.user.updateMany({ where: { id: team.budi.id }, data: { status: "suspended" } });
    await say(db, team.device, { from: phone, text: "halo?" });
    await workAll(world(), ["conversation"]);
    expect(await toldTo(db, team.owner)).toEqual([expect.stringContaining("halo?")]);
  });
});
