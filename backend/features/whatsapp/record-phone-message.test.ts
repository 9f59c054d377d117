import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createStaff, laneWorld, scriptedGateway, workAll } from "@/backend/testing/messaging-world";
import { openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { openDoor } from "@/backend/testing/webhook-door";
import { lockConversation, startTakeover } from "./takeover-store";

const db = await openTestDatabase();
const { conversationOf, device, messagesNamed, newMessage, postFonnte } = await openDoor(db);

function stretchesOf(chatId: string) {
  return db.prisma.takeover.findMany({ where: { conversation: { chatId } }, orderBy: { startedAt: "asc" } });
}

describe("the showroom's own phone", () => {
  const typed = { fromme: "true", message: "Siap, ditunggu ya" };

  test("takes the conversation over when a person types on it", async () => {
    const chat = "6281300000100";
    await postFonnte(newMessage({ sender: chat }));
    const message = newMessage({ ...typed, sender: chat });
    await postFonnte(message);
    expect(await messagesNamed(message.inboxid)).toMatchObject([
      { sender: "owner_phone", direction: "outbound", status: "sent" },
    ]);
    expect(await conversationOf(chat)).toMatchObject({ takenOverBy: "owner_phone", unread: 0 });
  });

  test("repeated by the gateway does not take back what was handed over since", async () => {
    const chat = "6281300000101";
    const message = newMessage({ ...typed, sender: chat });
    await postFonnte(message);
    await postFonnte(newMessage({ ...typed, sender: chat, message: "/bot on" }));
    expect(await (await postFonnte(message)).json()).toMatchObject({ data: { duplicates: 1 } });
    expect((await conversationOf(chat)).takenOverAt).toBeNull();
    expect(await stretchesOf(chat)).toHaveLength(1);
  });

  test("begins one stretch on record, with its job and its event; more words of theirs only move it on", async () => {
    const chat = "6281300000104";
    await postFonnte(newMessage({ ...typed, sender: chat }));
    const { takeoverId, humanSpokeAt, takenOverAt } = await conversationOf(chat);
    await Bun.sleep(5);
    await postFonnte(newMessage({ ...typed, sender: chat, message: "Ada lagi yang bisa dibantu?" }));

    const after = await conversationOf(chat);
    expect(after).toMatchObject({ takeoverId, takenOverAt });
    expect(after.humanSpokeAt?.getTime()).toBeGreaterThan(humanSpokeAt?.getTime() ?? 0);
    expect(await stretchesOf(chat)).toMatchObject([{ id: takeoverId, userId: null, via: "phone", endedAt: null }]);
    const events = await db.prisma.event.findMany({ where: { type: "conversation.taken_over" } });
    expect(events.filter(({ data }) => JSON.stringify(data).includes(takeoverId ?? "-"))).toHaveLength(1);
    const { rowCount } = await db.pool.query(
      "SELECT 1 FROM pgboss.job WHERE name = 'resume-bot' AND data->>'takeoverId' = $1 AND start_after > now() + interval '11 hours'",
      [takeoverId],
    );
    expect(rowCount).toBe(1);
  });

  test("gives the chat back to the bot with /bot on, and keeps it quiet with /bot off", async () => {
    const chat = "6281300000105";
    await postFonnte(newMessage({ ...typed, sender: chat, message: "/bot off" }));
    expect(await conversationOf(chat)).toMatchObject({ takenOverBy: "owner_phone", humanSpokeAt: null });
    await postFonnte(newMessage({ ...typed, sender: chat, message: " /BOT ON " }));
    expect(await conversationOf(chat)).toMatchObject({ takenOverBy: null, takenOverAt: null, takeoverId: null });
    expect(await stretchesOf(chat)).toMatchObject([{ endedBy: "phone", endActor: { type: "system" } }]);

    await postFonnte(newMessage({ ...typed, sender: chat, message: "kalau mau bot lagi, ketik /bot on" }));
    expect(await conversationOf(chat)).toMatchObject({ takenOverBy: "owner_phone" });
  });

  test("used by the one who has the chat leaves it theirs", async () => {
    const chat = "6281300000106";
    await postFonnte(newMessage({ sender: chat }));
    const { id } = await conversationOf(chat);
    const budi = await createStaff(db, device.tenantId, "628119990001");
    const ctx = testCtx(db, { id: device.tenantId });
    await withTenant(ctx, async (tx) => {
      const conversation = await lockConversation(tx, ctx, id);
      if (conversation) await startTakeover(tx, ctx, conversation, { userId: budi.id, via: "claim", hasSpoken: false });
    });
    await postFonnte(newMessage({ ...typed, sender: chat }));
    expect(await conversationOf(chat)).toMatchObject({ takenOverBy: budi.id, humanSpokeAt: expect.any(Date) });
    expect(await stretchesOf(chat)).toHaveLength(1);
  });

  test("writing to a member of staff takes no customer over", async () => {
    const number = "628119990002";
    await createStaff(db, device.tenantId, number);
    await postFonnte(newMessage({ ...typed, sender: number }));
    const chats = await db.prisma.conversation.findMany({ where: { chatId: number } });
    expect(chats).toMatchObject([{ persona: "staff", takenOverAt: null }]);
  });

  test("echoing what we sent ourselves takes nothing over, however late and however far it got", async () => {
    const chat = "6281300000102";
    await postFonnte(newMessage({ sender: chat, message: "halo" }));
    const gateway = scriptedGateway({ name: "fonnte" });
    await workAll(laneWorld(db, { gateways: [gateway] }));
    await db.pool.query("UPDATE messages SET created_at = now() - interval '1 hour' WHERE text = 're: halo'");
    for (const status of ["sent", "delivered", "read"] as const) {
      await db.prisma.message.updateMany({ where: { text: "re: halo" }, data: { status } });
      await postFonnte(newMessage({ sender: chat, fromme: "true", message: "re: halo" }));
      expect((await conversationOf(chat)).takenOverAt).toBeNull();
    }
  });

  test("writing to itself has no customer and changes nothing", async () => {
    const message = newMessage({ sender: device.number, message: "catatan" });
    expect((await postFonnte(message)).status).toBe(200);
    expect(await messagesNamed(message.inboxid)).toEqual([]);
  });
});
