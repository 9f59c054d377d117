import { describe, expect, test } from "bun:test";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { eventually, laneWorld, scriptedGateway, workAll } from "@/backend/testing/messaging-world";
import { openTestDatabase } from "@/backend/testing/test-database";
import { openDoor } from "@/backend/testing/webhook-door";
import { findDevice } from "./devices";
import { recordOutcome, takeNext } from "./outbox";

const db = await openTestDatabase();
const { device, messagesNamed, newChat, newMessage, postFonnte } = await openDoor(db);

describe("a receipt", () => {
  /** A message that went out with this id. */
  async function sentAs(providerId: string) {
    const chat = newChat();
    await postFonnte(newMessage({ sender: chat, message: providerId }));
    const gateway = scriptedGateway({ name: "fonnte", send: async () => ({ ok: true, providerId }) });
    await workAll(laneWorld(db, { gateways: [gateway] }));
  }

  async function statusOf(providerId: string) {
    return (await messagesNamed(providerId))[0]?.status;
  }

  test("moves a message forward and never back", async () => {
    await sentAs("9001");
    const seen: (string | undefined)[] = [];
    for (const state of ["sent", "delivered", "sent", "read", "delivered"]) {
      await postFonnte({ id: "9001", stateid: "S9001", state });
      seen.push(await statusOf("9001"));
    }
    await postFonnte({ id: "9001", status: "failed" });
    expect([...seen, await statusOf("9001")]).toEqual(["sent", "delivered", "delivered", "read", "read", "read"]);
  });

  test("of failure stands against a late 'sent' and gives way to 'delivered'", async () => {
    await sentAs("9002");
    await postFonnte({ id: "9002", status: "failed", reason: "no WhatsApp" });
    await postFonnte({ id: "9002", status: "sent" });
    expect((await messagesNamed("9002"))[0]).toMatchObject({ status: "failed", failure: "no WhatsApp" });
    await postFonnte({ id: "9002", state: "delivered" });
    expect((await messagesNamed("9002"))[0]).toMatchObject({ status: "delivered", failure: null });
  });

  test("that comes with both ids lets later ones name only WhatsApp's", async () => {
    await sentAs("9003");
    await postFonnte({ id: "9003", stateid: "S9003", status: "sent", state: "sent" });
    await postFonnte({ stateid: "S9003", state: "read" });
    expect(await statusOf("9003")).toBe("read");
  });

  test("that was quicker than the send call counts once that returns, also one that names only WhatsApp's id", async () => {
    await postFonnte({ id: "9004", stateid: "S9004", status: "sent", state: "sent" });
    await postFonnte({ stateid: "S9004", state: "delivered" });
    await sentAs("9004");
    expect((await messagesNamed("9004"))[0]).toMatchObject({ status: "delivered", stateId: "S9004" });
    expect(await db.prisma.orphanReceipt.count({ where: { deviceId: device.id, providerId: "9004" } })).toBe(0);
  });

  test("that comes while the send's outcome is being written is not lost between the two", async () => {
    await postFonnte(newMessage({ sender: newChat(), message: "9005" }));
    await workAll(laneWorld(db), ["conversation"]);
    const row = await takenToBeSent();
    const isWritten = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const writing = withTenantSql({ db, tenant: { id: device.tenantId } }, async (sql) => {
      const sender = await findDevice(sql, device.id);
      if (!sender) throw new Error("the device is gone");
      // As the device lane does: its lane first, then the outcome.
      await sql.query("SELECT 1 FROM lanes WHERE kind = 'device' AND subject_id = $1 FOR UPDATE", [device.id]);
      await recordOutcome(sql, sender, row, { ok: true, providerId: "9005" });
      isWritten.resolve();
      await mayCommit.promise;
    });
    await isWritten.promise;
    let isAnswered = false;
    const receipt = postFonnte({ id: "9005", state: "delivered" }).then(() => {
      isAnswered = true;
    });
    await eventually(async () => isAnswered || (await blockedSessions()) > 0);
    mayCommit.resolve();
    await Promise.all([writing, receipt]);
    expect(await statusOf("9005")).toBe("delivered");
  });

  function takenToBeSent() {
    return withTenantSql({ db, tenant: { id: device.tenantId } }, async (sql) => {
      const [row] = await takeNext(sql, device.id, 1);
      if (!row) throw new Error("nothing to send");
      return row;
    });
  }

  async function blockedSessions(): Promise<number> {
    const { rowCount } = await db.pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rowCount ?? 0;
  }

  test("of something that is not ours is kept aside with 200", async () => {
    expect((await postFonnte({ id: "777777", status: "sent" })).status).toBe(200);
    expect((await postFonnte({ stateid: "never-seen", state: "read" })).status).toBe(200);
  });
});
