import { describe, expect, test } from "bun:test";
import { createDevice, laneWorld, say, scriptedGateway, workAll } from "@/backend/testing/messaging-world";
import { openTestDatabase } from "@/backend/testing/test-database";
import { openDoor } from "@/backend/testing/webhook-door";

const db = await openTestDatabase();
const { postFonnte } = await openDoor(db);

const customer = "6281300000002";

describe("a device's own news", () => {
  test("of going down holds its messages, of coming up sends them", async () => {
    const own = await createDevice(db);
    const gateway = scriptedGateway();
    const world = laneWorld(db, { gateways: [gateway, scriptedGateway({ name: "fonnte" })] });
    await db.prisma.device.updateMany({ where: { id: own.id }, data: { gateway: "fonnte" } });
    await postFonnte({ device: own.number, status: "disconnect", token: "T", reason: "logged out" });
    await db.prisma.device.updateMany({ where: { id: own.id }, data: { gateway: "simulator" } });
    await say(db, own, { from: customer, text: "halo" });
    await workAll(world);
    expect(gateway.asked).toEqual([]);

    await db.prisma.device.updateMany({ where: { id: own.id }, data: { gateway: "fonnte" } });
    await postFonnte({ device: own.number, status: "connect", token: "T" });
    await db.prisma.device.updateMany({ where: { id: own.id }, data: { gateway: "simulator" } });
    await workAll(world);
    expect(gateway.asked.map(({ text }) => text)).toEqual(["re: halo"]);
    const events = await db.prisma.event.findMany({ where: { tenantId: own.tenantId }, orderBy: { createdAt: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["device.disconnected", "device.connected"]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('"T"');
  });
});
