import { beforeAll, describe, expect, test } from "bun:test";
import { Hono } from "hono";
import { requestId } from "@/backend/http/middleware/request-id";
import { systemClock } from "@/backend/platform/clock";
import { hashSecret } from "@/backend/platform/encryption";
import {
  createDevice,
  createStaff,
  laneWorld,
  say,
  scriptedGateway,
  type TestDevice,
  workAll,
} from "@/backend/testing/messaging-world";
import { openTestDatabase } from "@/backend/testing/test-database";
import { createFonnteGateway } from "./gateways/fonnte";
import type { GatewayName, WhatsAppGateway } from "./gateways/gateway";
import { createSimulatorGateway } from "./gateways/simulator";
import { webhookRoutes } from "./routes.public";

const db = await openTestDatabase();
const gateways = new Map<GatewayName, WhatsAppGateway>([
  ["fonnte", createFonnteGateway({ clock: systemClock })],
  ["simulator", createSimulatorGateway(async () => undefined)],
]);
const open = appWith(new Map());
const guarded = appWith(new Map([["fonnte", hashSecret("shared-secret")]]));

const customer = "6281300000002";
let device: TestDevice;
let inboxId = 5_000;

beforeAll(async () => {
  device = await createDevice(db, { gateway: "fonnte" });
});

function appWith(sharedSecretHashes: Map<GatewayName, string>): Hono {
  const app = new Hono();
  app.use("/webhook/*", requestId);
  app.route("/webhook", webhookRoutes({ db, clock: systemClock, gateways, sharedSecretHashes, burstDelayMs: () => 0 }));
  return app;
}

function post(body: string, options: { app?: Hono; path?: string; contentType?: string } = {}): Promise<Response> {
  const { app = open, path = "/webhook/fonnte", contentType = "application/json" } = options;
  return Promise.resolve(app.request(path, { method: "POST", body, headers: { "content-type": contentType } }));
}

function postFonnte(fields: object, options: { app?: Hono; path?: string } = {}): Promise<Response> {
  return post(JSON.stringify({ device: device.number, ...fields }), options);
}

function newMessage(fields: object = {}) {
  inboxId += 1;
  return {
    sender: customer,
    name: "Budi",
    message: "ada avanza?",
    inboxid: inboxId,
    timestamp: 1_769_900_000,
    ...fields,
  };
}

function messagesNamed(providerId: string | number, of = device) {
  return db.prisma.message.findMany({ where: { deviceId: of.id, providerId: String(providerId) } });
}

async function conversationOf(chatId: string, of = device) {
  return db.prisma.conversation.findFirstOrThrow({ where: { deviceId: of.id, chatId, persona: "customer" } });
}

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
    const streamed = await open.request("/webhook/fonnte", { method: "POST", body: stream });
    expect(streamed.status).toBe(413);
  });

  test("of a gateway that does not exist is 404, and looking at the address is 200", async () => {
    expect((await post("{}", { path: "/webhook/telegram" })).status).toBe(404);
    expect((await open.request("/webhook/fonnte")).status).toBe(200);
    expect((await open.request("/webhook/fonnte/a-secret")).status).toBe(200);
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

describe("a receipt", () => {
  /** A message that went out with this id. */
  async function sentAs(providerId: string) {
    inboxId += 1;
    const chat = `62813${inboxId}000`;
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
    for (let round = 0; round < 25; round += 1) {
      const providerId = `91${round}`;
      inboxId += 1;
      const chat = `62814${inboxId}000`;
      await postFonnte(newMessage({ sender: chat, message: providerId }));
      const receipts: Promise<Response>[] = [];
      const gateway = scriptedGateway({
        name: "fonnte",
        send: async () => {
          setTimeout(() => receipts.push(postFonnte({ id: providerId, state: "delivered" })), Math.random() * 4);
          return { ok: true, providerId };
        },
      });
      await workAll(laneWorld(db, { gateways: [gateway] }));
      while (receipts.length === 0) await Bun.sleep(1);
      await Promise.all(receipts);
      expect(await statusOf(providerId)).toBe("delivered");
    }
  });

  test("of something that is not ours is kept aside with 200", async () => {
    expect((await postFonnte({ id: "777777", status: "sent" })).status).toBe(200);
    expect((await postFonnte({ stateid: "never-seen", state: "read" })).status).toBe(200);
  });
});

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

describe("whatever is thrown at the door, it is never our fault", () => {
  const seeds: Record<"fonnte" | "simulator", object> = {
    fonnte: {
      sender: customer,
      message: "halo",
      name: "Budi",
      url: "http://x.test/a.jpg",
      location: "-7.2,112.7",
      inboxid: 1,
      id: "5",
      stateid: "s",
      status: "sent",
      state: "read",
      choices: ["a"],
      timestamp: 1_769_900_000,
      fromme: "",
    },
    simulator: {
      sender: customer,
      id: "x",
      text: "halo",
      name: "Budi",
      media: { kind: "image", objectKey: "k" },
      location: { latitude: 1, longitude: 1 },
      timestamp: 1,
      receipts: [{ id: "a", status: "read" }],
      fromMe: false,
    },
  };
  const odd: unknown[] = [
    null,
    "",
    0,
    -1,
    1e300,
    true,
    [],
    {},
    [[[]]],
    { a: { b: 1 } },
    "\u0000",
    "\ud800",
    "x".repeat(70_000),
    "😀".repeat(300),
    "'; DROP TABLE lanes; --",
    "%00",
    "1".repeat(40),
    `${"9".repeat(15)}@lid`,
    "62813@s.whatsapp.net",
    "2026-13-45",
    "NaN",
    Number.MAX_SAFE_INTEGER,
  ];

  for (const gateway of ["fonnte", "simulator"] as const) {
    test(`${gateway}: 600 broken bodies get no 5xx`, async () => {
      const target = await createDevice(db, { gateway });
      const statuses = new Map<number, number>();
      for (let round = 0; round < 600; round += 1) {
        const { body, contentType } = brokenBody(gateway, target.number, round);
        const response = await post(body, { path: `/webhook/${gateway}`, contentType });
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status >= 500) throw new Error(`${response.status} for ${contentType}: ${body.slice(0, 400)}`);
      }
      // Not all refused at the first look: most of them must have gone all the way.
      expect(statuses.get(200) ?? 0).toBeGreaterThan(100);
    });
  }

  function brokenBody(gateway: "fonnte" | "simulator", number: string, round: number) {
    const fields: Record<string, unknown> = { device: number, ...seeds[gateway] };
    const names = Object.keys(fields).slice(1);
    const changes = 1 + Math.floor(Math.random() * 4);
    for (let count = 0; count < changes; count += 1) {
      const name = pick(names);
      if (Math.random() < 0.3) delete fields[name];
      else fields[name] = pick(odd);
    }
    if (gateway === "simulator" && Math.random() < 0.8) delete fields.receipts;
    if (Math.random() < 0.3) fields.media = { kind: "image", objectKey: "k", filename: pick(odd), mimeType: pick(odd) };
    if (Math.random() < 0.5) fields.inboxid = fields.id = `r${round}`;
    if (Math.random() < 0.05) fields.device = pick(odd);

    const contentType = pick([
      "application/json",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
      "text/plain",
    ]);
    const isForm = contentType.includes("urlencoded") && gateway === "fonnte";
    const text = isForm ? formOf(fields) : JSON.stringify(fields);
    return { body: Math.random() < 0.15 ? mangle(text) : text, contentType };
  }

  function formOf(fields: Record<string, unknown>): string {
    return Object.entries(fields)
      .map(
        ([name, value]) =>
          `${name}=${typeof value === "string" ? encodeURIComponent(value.toWellFormed()) : String(value)}`,
      )
      .join("&");
  }

  function mangle(text: string): string {
    const at = Math.floor(Math.random() * text.length);
    return pick([
      text.slice(0, at),
      text.slice(at),
      text.slice(0, at) + String.fromCharCode(Math.random() * 65_536) + text.slice(at),
    ]);
  }

  function pick<T>(list: T[]): T {
    const item = list[Math.floor(Math.random() * list.length)];
    if (item === undefined) throw new Error("an empty list");
    return item;
  }
});
