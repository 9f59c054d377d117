import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { createDevice, createStaff, laneWorld, say, scriptedGateway, workAll } from "@/backend/testing/messaging-world";
import { openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { sendMessage } from "./send-message";
import { staffConversation } from "./staff-conversation";

const db = await openTestDatabase();
const device = await createDevice(db);
const ctx = testCtx(db, { id: device.tenantId });

async function customerChat(from: string): Promise<string> {
  await say(db, device, { from, text: "halo" });
  await db.prisma.message.updateMany({ where: { conversation: { chatId: from } }, data: { doneAt: new Date() } });
  return (await db.prisma.conversation.findFirstOrThrow({ where: { chatId: from } })).id;
}

describe("a message that answers nothing", () => {
  test("is on its way when its transaction has committed, and not before", async () => {
    const conversationId = await customerChat("628570000001");
    const gateway = scriptedGateway();
    const world = laneWorld(db, { gateways: [gateway] });
    const rolledBack = withTenant(ctx, async (tx) => {
      await sendMessage(
        { ...ctx, db: { ...db, open: { tenantId: device.tenantId, tx } } },
        {
          conversationId,
          text: "tidak jadi",
          sender: "system",
        },
      );
      throw new Error("no");
    });
    await expect(rolledBack).rejects.toThrow("no");
    await sendMessage(ctx, { conversationId, text: "ini fotonya", imageKey: "a.jpg", sender: "system" });
    await workAll(world);
    expect(gateway.asked.map(({ text, image }) => [text, image?.url])).toEqual([
      ["ini fotonya", "http://media.example/a.jpg"],
    ]);
  });

  test("wakes the device", async () => {
    const conversationId = await customerChat("628570000002");
    const woken: string[] = [];
    const stop = db.signals.subscribe("lanes", (kind) => woken.push(kind));
    await sendMessage(ctx, { conversationId, text: "halo", sender: "system" });
    stop();
    expect(woken).toContain("device");
  });

  test("cannot be put into another showroom's chat", async () => {
    const conversationId = await customerChat("628570000003");
    const other = testCtx(db, { id: (await createDevice(db)).tenantId });
    const input = { conversationId, text: "halo", sender: "system" } as const;
    await expect(sendMessage(other, input)).rejects.toThrow(NotFoundError);
  });
});

describe("the chat of a member of staff with a device", () => {
  test("is made once when they have never written, and is theirs when they write", async () => {
    const number = "628119990011";
    const { id: userId } = await createStaff(db, device.tenantId, number);
    const made = await staffConversation(ctx, { userId, deviceId: device.id });
    expect(await staffConversation(ctx, { userId, deviceId: device.id })).toBe(made);
    await say(db, device, { from: number, text: "/help" });
    const chats = await db.prisma.conversation.findMany({ where: { chatId: number } });
    expect(chats).toMatchObject([{ id: made, persona: "staff", userId, phone: number }]);
  });

  test("made by many at once is one", async () => {
    const { id: userId } = await createStaff(db, device.tenantId, "628119990012");
    const made = await Promise.all(
      Array.from({ length: 8 }, () => staffConversation(ctx, { userId, deviceId: device.id })),
    );
    expect(new Set(made).size).toBe(1);
  });

  test("is the one they write from, whatever address the gateway gives it", async () => {
    const { id: userId } = await createStaff(db, device.tenantId, "628119990013");
    const { id } = await db.prisma.conversation.create({
      data: { tenantId: device.tenantId, deviceId: device.id, persona: "staff", chatId: "1234@lid", userId },
    });
    expect(await staffConversation(ctx, { userId, deviceId: device.id })).toBe(id);
  });

  test("does not exist for somebody without a number, who is suspended, or of another showroom", async () => {
    const reach = (userId: string) => staffConversation(ctx, { userId, deviceId: device.id });
    const silent = await createStaff(db, device.tenantId, "628119990014");
    const gone = await createStaff(db, device.tenantId, "628119990015");
    await db.prisma.user.updateMany({ where: { id: silent.id }, data: { whatsappNumber: null } });
    await db.prisma.user.updateMany({ where: { id: gone.id }, data: { status: "suspended" } });
    const other = await createStaff(db, (await createDevice(db)).tenantId, "628119990016");
    expect([await reach(silent.id), await reach(gone.id), await reach(other.id)]).toEqual([null, null, null]);
  });
});
