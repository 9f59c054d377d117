import { describe, expect, test } from "bun:test";
import { laneWorld, scriptedGateway, workAll } from "@/backend/testing/messaging-world";
import { openTestDatabase } from "@/backend/testing/test-database";
import { openDoor } from "@/backend/testing/webhook-door";

const db = await openTestDatabase();
const { conversationOf, device, messagesNamed, newMessage, postFonnte } = await openDoor(db);

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
    await db.prisma.conversation.updateMany({
      where: { chatId: chat },
      data: { takenOverAt: null, takenOverBy: null },
    });
    expect(await (await postFonnte(message)).json()).toMatchObject({ data: { duplicates: 1 } });
    expect((await conversationOf(chat)).takenOverAt).toBeNull();
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
