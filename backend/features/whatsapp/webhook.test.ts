import { describe, expect, test } from "bun:test";
import { hashSecret } from "@/backend/platform/encryption";
import { createDevice, createStaff } from "@/backend/testing/messaging-world";
import { openTestDatabase } from "@/backend/testing/test-database";
import { openDoor, webhookApp } from "@/backend/testing/webhook-door";

const db = await openTestDatabase();
const { app, conversationOf, device, messagesNamed, newMessage, post, postFonnte } = await openDoor(db);

const guarded = webhookApp(db, new Map([["fonnte", hashSecret("shared-secret")]]));
const customer = "6281300000002";

describe("a message", () => {
  test("as JSON is stored and wakes its conversation before the answer is given", async () => {
    const message = newMessage();
    const response = await postFonnte(message);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      success: true,
      data: { stored: 1, duplicates: 0, ignored: 0, unknownDevice: 0 },
    });
    const [stored] = await messagesNamed(message.inboxid);
    expect(stored).toMatchObject({ text: "ada avanza?", sender: "customer", status: "received", doneAt: null });
    const lane = await db.prisma.lane.findFirstOrThrow({ where: { subjectId: stored?.conversationId ?? "" } });
    expect(lane.readyAt).not.toBeNull();
  });

  test("as a form is stored the same", async () => {
    const message = newMessage({ message: "harga berapa? 100% & cash" });
    const form = new URLSearchParams({
      device: device.number,
      ...Object.fromEntries(Object.entries(message).map(([name, value]) => [name, String(value)])),
    });
    const response = await post(form.toString(), { contentType: "application/x-www-form-urlencoded" });
    expect(response.status).toBe(200);
    expect(await messagesNamed(message.inboxid)).toMatchObject([{ text: "harga berapa? 100% & cash" }]);
  });

  test("delivered twice is one row and one turn", async () => {
    const message = newMessage();
    await postFonnte(message);
    const { unread } = await conversationOf(customer);
    const again = await postFonnte(message);
    expect(await again.json()).toMatchObject({ data: { stored: 0, duplicates: 1 } });
    expect(await messagesNamed(message.inboxid)).toHaveLength(1);
    expect((await conversationOf(customer)).unread).toBe(unread);
  });

  test("delivered many times at the same moment is one row", async () => {
    const message = newMessage();
    const answers = await Promise.all(Array.from({ length: 8 }, () => postFonnte(message)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await messagesNamed(message.inboxid)).toHaveLength(1);
  });

  test("of a member of staff goes to the staff side", async () => {
    const phone = "6281300000077";
    await createStaff(db, device.tenantId, phone);
    const message = newMessage({ sender: phone, message: "/list" });
    await postFonnte(message);
    const [stored] = await messagesNamed(message.inboxid);
    const conversation = await db.prisma.conversation.findFirstOrThrow({ where: { id: stored?.conversationId ?? "" } });
    expect(conversation.persona).toBe("staff");
  });

  test("of a group or a status broadcast is ignored", async () => {
    for (const sender of ["120363000000000000@g.us", "status@broadcast", "120363000000000001@newsletter"]) {
      const message = newMessage({ sender });
      const response = await postFonnte(message);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ data: { ignored: 1, stored: 0 } });
      expect(await messagesNamed(message.inboxid)).toEqual([]);
    }
  });
});

describe("a body that cannot be one", () => {
  test("is refused with 400 and the reason", async () => {
    for (const body of ["", "not json", "[1,2]", "{", "{}", '{"device":""}']) {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ success: false, error: { code: "validation", fields: {} } });
    }
  });

  test("is refused with 413 above a megabyte, whether or not it says its length", async () => {
    const large = JSON.stringify({ device: device.number, ...newMessage({ message: "x".repeat(1_100_000) }) });
    expect((await post(large)).status).toBe(413);
    const stream = new Blob([large]).stream();
    const streamed = await app.request("/webhook/fonnte", { method: "POST", body: stream });
    expect(streamed.status).toBe(413);
  });

  test("of a gateway that does not exist is 404, and looking at the address is 200", async () => {
    expect((await post("{}", { path: "/webhook/telegram" })).status).toBe(404);
    expect((await app.request("/webhook/fonnte")).status).toBe(200);
    expect((await app.request("/webhook/fonnte/a-secret")).status).toBe(200);
  });
});

describe("a device nobody registered", () => {
  test("is answered with 200 and kept for the operator, without its credentials", async () => {
    const response = await postFonnte({ device: "628999999999", status: "connect", token: "SECRET-TOKEN", sender: "" });
    expect(await response.json()).toMatchObject({ data: { unknownDevice: 1 } });
    const kept = await db.prisma.unroutedWebhook.findFirstOrThrow({ where: { number: "628999999999" } });
    expect(kept).toMatchObject({ gateway: "fonnte", reason: "unknown_device" });
    expect(kept.body).toContain("628999999999");
    expect(kept.body).not.toContain("SECRET-TOKEN");
  });

  test("of another gateway is nobody's: its messages do not reach the showroom", async () => {
    const message = newMessage();
    const body = JSON.stringify({ device: device.number, sender: customer, id: String(message.inboxid), text: "halo" });
    const response = await post(body, { path: "/webhook/simulator" });
    expect(await response.json()).toMatchObject({ data: { unknownDevice: 1, stored: 0 } });
    expect(await messagesNamed(message.inboxid)).toEqual([]);
  });
});

describe("a secret", () => {
  test("that is wrong or missing is refused with 401 and nothing is stored", async () => {
    const message = newMessage();
    for (const path of ["/webhook/fonnte", "/webhook/fonnte/wrong"]) {
      expect((await postFonnte(message, { app: guarded, path })).status).toBe(401);
    }
    expect((await postFonnte({ ...message, secret_key: "wrong" }, { app: guarded })).status).toBe(401);
    expect(await messagesNamed(message.inboxid)).toEqual([]);
  });

  test("is accepted in the address and in the body", async () => {
    const [inPath, inBody] = [newMessage(), newMessage({ secret_key: "shared-secret" })];
    expect((await postFonnte(inPath, { app: guarded, path: "/webhook/fonnte/shared-secret" })).status).toBe(200);
    expect((await postFonnte(inBody, { app: guarded })).status).toBe(200);
    expect(await messagesNamed(inPath.inboxid)).toHaveLength(1);
    expect(await messagesNamed(inBody.inboxid)).toHaveLength(1);
  });

  test("of the device itself counts instead of the shared one", async () => {
    const own = await createDevice(db, { gateway: "fonnte", webhookSecretHash: hashSecret("its-own") });
    const message = newMessage({ device: own.number });
    for (const [path, status] of [
      ["/webhook/fonnte/shared-secret", 401],
      ["/webhook/fonnte", 401],
      ["/webhook/fonnte/its-own", 200],
    ] as const) {
      expect((await postFonnte(message, { app: guarded, path })).status).toBe(status);
    }
    expect(await messagesNamed(message.inboxid, own)).toHaveLength(1);
  });
});
