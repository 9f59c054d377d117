import { beforeEach, describe, expect, test } from "bun:test";
import type { MessageStatus } from "@/backend/generated/prisma/enums";
import { withTenant } from "@/backend/platform/database/with-tenant";
import {
  createDevice,
  createStaff,
  type LaneWorld,
  laneWorld,
  say,
  scriptedGateway,
  type TestDevice,
  workAll,
} from "@/backend/testing/messaging-world";
import { openTestDatabase, testCtx } from "@/backend/testing/test-database";
import type { GatewayDevice, SendResult } from "./gateways/gateway";
import { sendMessage } from "./send-message";
import { lockConversation, startTakeover } from "./takeover-store";
import type { Reply, Responder } from "./turn";

const db = await openTestDatabase();
let nextPhone = 628_600_000_000;
let device: TestDevice;

beforeEach(async () => {
  device = await createDevice(db);
});

function newCustomer(): string {
  nextPhone += 1;
  return String(nextPhone);
}

type Row = { status: MessageStatus; text: string; failure: string | null; attempts: number };

async function outboxOf(chatId: string): Promise<Row[]> {
  return db.prisma.message.findMany({
    where: { direction: "outbound", sender: "bot", conversation: { chatId } },
    orderBy: { seq: "asc" },
    select: { status: true, text: true, failure: true, attempts: true },
  });
}

async function statusesOf(chatId: string): Promise<string[]> {
  return (await outboxOf(chatId)).map(({ status }) => status);
}

async function deviceStatus(id = device.id) {
  const { status } = await db.prisma.device.findFirstOrThrow({ where: { id } });
  return status;
}

/** The bot's replies are queued, and nothing is sent yet. */
async function queueReplies(world: LaneWorld, chatId: string, texts: string[], to = device): Promise<void> {
  for (const text of texts) await say(db, to, { from: chatId, text });
  await workAll(world, ["conversation"]);
}

function replying(replies: Reply[]): Responder {
  return async () => async () => ({ replies });
}

/** Time passes: whatever waits is due, and leases of the dead have run out. */
async function letTimePass(): Promise<void> {
  await db.pool.query(
    "UPDATE lanes SET ready_at = now() WHERE ready_at IS NOT NULL; UPDATE messages SET send_after = NULL; UPDATE lanes SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL",
  );
}

/** A gateway that gives these results, then accepts. */
function answering(...results: SendResult[]) {
  return scriptedGateway({ send: async (_device, message) => results.shift() ?? accepted(message.id) });
}

function accepted(id: string): SendResult {
  return { ok: true, providerId: `p-${id}` };
}

describe("order", () => {
  test("messages of a conversation leave one after the other, those of others at the same time", async () => {
    const underway = new Map<string, number>();
    let mostAtOnce = 0;
    const gateway = scriptedGateway({
      send: async (_device, message) => {
        const inChat = (underway.get(message.to) ?? 0) + 1;
        underway.set(message.to, inChat);
        expect(inChat).toBe(1);
        mostAtOnce = Math.max(
          mostAtOnce,
          [...underway.values()].reduce((a, b) => a + b),
        );
        await Bun.sleep(2);
        underway.set(message.to, inChat - 1);
        return accepted(message.id);
      },
    });
    const world = laneWorld(db, { gateways: [gateway] });
    const customers = Array.from({ length: 6 }, newCustomer);
    for (const customer of customers) await queueReplies(world, customer, ["a", "b", "c"]);
    await workAll(world);

    for (const customer of customers) {
      const texts = gateway.asked.filter(({ to }) => to === customer).map(({ text }) => text);
      expect(texts).toEqual(["re: a", "re: b", "re: c"]);
      expect(await statusesOf(customer)).toEqual(["sent", "sent", "sent"]);
    }
    expect(mostAtOnce).toBe(gateway.pacing.concurrency);
  });

  test("a refused message is tried later, and those behind it wait for it", async () => {
    const gateway = answering({ ok: false, kind: "rate", reason: "HTTP 429", retryAfterMs: 60_000 });
    const world = laneWorld(db, { gateways: [gateway] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["a", "b"]);
    await workAll(world);
    expect(await statusesOf(customer)).toEqual(["queued", "queued"]);
    await letTimePass();
    await workAll(world);
    expect(gateway.asked.map(({ text }) => text)).toEqual(["re: a", "re: a", "re: b"]);
    expect(await statusesOf(customer)).toEqual(["sent", "sent"]);
  });

  test("a target that does not exist does not hold up what follows", async () => {
    const world = laneWorld(db, { gateways: [answering({ ok: false, kind: "bad_target", reason: "target invalid" })] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["a", "b"]);
    await workAll(world);
    expect(await statusesOf(customer)).toEqual(["failed", "sent"]);
  });
});

describe("a person who takes over", () => {
  test("between thinking and sending wins: the reply is dropped and kept on record", async () => {
    const gateway = scriptedGateway();
    const world = laneWorld(db, { gateways: [gateway] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["halo"]);
    await say(db, device, { from: customer, text: "saya bantu ya", fromMe: true });
    await workAll(world);

    expect(gateway.asked).toEqual([]);
    expect(await outboxOf(customer)).toMatchObject([{ status: "dropped", failure: "a person took over" }]);
  });

  test("while the device waits for its pace wins as well", async () => {
    const gateway = scriptedGateway({ pacing: { concurrency: 4, ratePerSecond: 4, burst: 1 } });
    const world = laneWorld(db, { gateways: [gateway] });
    const [first, second] = [newCustomer(), newCustomer()];
    await queueReplies(world, first, ["halo"]);
    await queueReplies(world, second, ["halo"]);
    const send = gateway.send;
    gateway.send = async (from, message, signal) => {
      await say(db, device, { from: second, text: "saya bantu ya", fromMe: true });
      return send(from, message, signal);
    };
    await workAll(world);
    expect([...(await statusesOf(first)), ...(await statusesOf(second))]).toEqual(["sent", "dropped"]);
  });
});

describe("while a person has the conversation", () => {
  async function takenOver(customer: string, hasSpoken = false) {
    await say(db, device, { from: customer, text: "halo" });
    await db.prisma.message.updateMany({ where: { conversation: { chatId: customer } }, data: { doneAt: new Date() } });
    const { id } = await db.prisma.conversation.findFirstOrThrow({ where: { chatId: customer } });
    const budi = await createStaff(db, device.tenantId, newCustomer());
    const ctx = testCtx(db, { id: device.tenantId });
    const takeoverId = await withTenant(ctx, async (tx) => {
      const conversation = await lockConversation(tx, ctx, id);
      if (!conversation) throw new Error("no conversation");
      return (await startTakeover(tx, ctx, conversation, { userId: budi.id, via: "claim", hasSpoken })).takeoverId;
    });
    return { ctx, conversationId: id, takeoverId };
  }

  async function sentBy(gateway: { asked: { text: string }[] }): Promise<string[]> {
    await workAll(laneWorld(db, { gateways: [{ ...scriptedGateway(), ...gateway }] }), ["device"]);
    return gateway.asked.map(({ text }) => text);
  }

  test("the announcement of that very takeover leaves, and nothing else of bot or system", async () => {
    const { ctx, conversationId, takeoverId } = await takenOver(newCustomer());
    await sendMessage(ctx, { conversationId, text: "pengingat", sender: "system" });
    await sendMessage(ctx, { conversationId, text: "balasan bot", sender: "bot" });
    await sendMessage(ctx, { conversationId, text: "dilanjutkan Budi ya", sender: "system", takeoverId });
    expect(await sentBy(scriptedGateway())).toEqual(["dilanjutkan Budi ya"]);
  });

  test("their own words leave", async () => {
    const { ctx, conversationId } = await takenOver(newCustomer());
    await sendMessage(ctx, { conversationId, text: "saya Budi", sender: "sales" });
    expect(await sentBy(scriptedGateway())).toEqual(["saya Budi"]);
  });

  test("an announcement that comes after their first word is dropped", async () => {
    const customer = newCustomer();
    const { ctx, conversationId, takeoverId } = await takenOver(customer);
    await sendMessage(ctx, { conversationId, text: "dilanjutkan Budi ya", sender: "system", takeoverId });
    await say(db, device, { from: customer, text: "halo kak, saya Budi", fromMe: true });
    expect(await sentBy(scriptedGateway())).toEqual([]);
    const dropped = await db.prisma.message.findMany({ where: { conversationId, status: "dropped" } });
    expect(dropped).toMatchObject([{ text: "dilanjutkan Budi ya", failure: "a person took over" }]);
  });

  test("an announcement of a takeover that is over is dropped", async () => {
    const customer = newCustomer();
    const { ctx, conversationId, takeoverId } = await takenOver(customer);
    await sendMessage(ctx, { conversationId, text: "dilanjutkan Budi ya", sender: "system", takeoverId });
    await say(db, device, { from: customer, text: "/bot on", fromMe: true });
    await sendMessage(ctx, { conversationId, text: "kembali ke bot", sender: "system" });
    expect(await sentBy(scriptedGateway())).toEqual(["kembali ke bot"]);
  });

  test("a takeover that is being committed is waited for, and wins", async () => {
    const customer = newCustomer();
    await queueReplies(laneWorld(db), customer, ["halo"]);
    const { id } = await db.prisma.conversation.findFirstOrThrow({ where: { chatId: customer } });
    const person = await db.pool.connect();
    await person.query("BEGIN");
    await person.query("UPDATE conversations SET taken_over_at = now(), taken_over_by = 'x' WHERE id = $1", [id]);
    const gateway = scriptedGateway();
    const sending = sentBy(gateway);
    while ((await statusesOf(customer))[0] !== "sending") await Bun.sleep(5);
    expect(gateway.asked).toEqual([]);
    await person.query("COMMIT");
    person.release();
    expect(await sending).toEqual([]);
    expect(await outboxOf(customer)).toMatchObject([{ status: "dropped", attempts: 0, failure: "a person took over" }]);
  });
});

test("what the bot had said before it was switched off does not leave", async () => {
  const [one, all] = [newCustomer(), newCustomer()];
  await queueReplies(laneWorld(db), one, ["halo"]);
  await db.prisma.conversation.updateMany({ where: { chatId: one }, data: { botEnabled: false } });
  const gateway = scriptedGateway();
  await workAll(laneWorld(db, { gateways: [gateway] }));
  await queueReplies(laneWorld(db), all, ["halo"]);
  await db.prisma.device.updateMany({ where: { id: device.id }, data: { botEnabled: false } });
  await workAll(laneWorld(db, { gateways: [gateway] }));
  expect(gateway.asked).toEqual([]);
  expect([...(await statusesOf(one)), ...(await statusesOf(all))]).toEqual(["dropped", "dropped"]);
});

test("when the last look at the owner fails, nothing is lost: the message is tried again", async () => {
  const customer = newCustomer();
  await queueReplies(laneWorld(db), customer, ["halo"]);
  const gateway = scriptedGateway();
  const world = laneWorld(db, { gateways: [gateway] });
  let failures = 1;
  const pool = new Proxy(db.pool, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key !== "connect") return typeof value === "function" ? value.bind(target) : value;
      return async () => {
        const client = await target.connect();
        return new Proxy(client, {
          get(inner, name) {
            const member: unknown = Reflect.get(inner, name);
            if (name !== "query") return typeof member === "function" ? member.bind(inner) : member;
            return (statement: string | { name: string; text: string; values: unknown[] }) => {
              if (typeof statement === "string") return inner.query(statement);
              if (statement.name === "outbox-hold" && failures-- > 0) throw new Error("the database is away");
              return inner.query(statement);
            };
          },
        });
      };
    },
  });
  world.device.db = { ...db, pool };
  await workAll(world);
  expect(gateway.asked).toEqual([]);
  expect(await statusesOf(customer)).toEqual(["queued"]);
  await letTimePass();
  await workAll(world);
  expect(await statusesOf(customer)).toEqual(["sent"]);
});

describe("a send nobody knows the outcome of", () => {
  const unknown: SendResult = { ok: false, kind: "unknown", reason: "no answer in time" };

  test("is not repeated; the conversation goes on", async () => {
    const gateway = answering(unknown);
    const world = laneWorld(db, { gateways: [gateway] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["a", "b"]);
    await workAll(world);
    await letTimePass();
    await workAll(world);
    expect(gateway.asked.map(({ text }) => text)).toEqual(["re: a", "re: b"]);
    expect(await statusesOf(customer)).toEqual(["unknown", "sent"]);
  });

  test("because its process died is not repeated where repeating shows twice", async () => {
    const customer = newCustomer();
    const gateway = scriptedGateway({ idempotentSend: false });
    await dieWhileSending(customer);
    await workAll(laneWorld(db, { gateways: [gateway] }));
    expect(gateway.asked).toEqual([]);
    expect(await outboxOf(customer)).toMatchObject([{ status: "unknown", failure: "interrupted while sending" }]);
  });

  test("because its process died is repeated where repeating is harmless", async () => {
    const customer = newCustomer();
    const gateway = scriptedGateway({ idempotentSend: true });
    await dieWhileSending(customer);
    await workAll(laneWorld(db, { gateways: [gateway] }));
    expect(gateway.asked).toHaveLength(1);
    expect(await outboxOf(customer)).toMatchObject([{ status: "sent", attempts: 2 }]);
  });

  test("is known after all when its result comes late, whoever holds the lane by then", async () => {
    const customer = newCustomer();
    const answer = Promise.withResolvers<SendResult>();
    const stalled = laneWorld(db, { gateways: [scriptedGateway({ send: () => answer.promise })] });
    await queueReplies(stalled, customer, ["halo"]);
    const stale = workAll(stalled).catch(() => undefined);
    while ((await statusesOf(customer))[0] !== "sending") await Bun.sleep(5);
    await letTimePass();
    await workAll(laneWorld(db, { gateways: [scriptedGateway({ idempotentSend: false })] }));
    expect(await statusesOf(customer)).toEqual(["unknown"]);
    answer.resolve({ ok: true, providerId: "late" });
    await stale;
    expect(await statusesOf(customer)).toEqual(["sent"]);
  });

  async function dieWhileSending(customer: string): Promise<void> {
    const dying = laneWorld(db, { gateways: [scriptedGateway({ send: () => new Promise(() => {}) })] });
    await queueReplies(dying, customer, ["halo"]);
    void workAll(dying);
    while ((await statusesOf(customer))[0] !== "sending") await Bun.sleep(5);
    await letTimePass();
  }
});

describe("a device that cannot send", () => {
  for (const kind of ["auth", "device_down", "quota"] as const) {
    test(`stops by itself and no other (${kind})`, async () => {
      const other = await createDevice(db, { tenantId: device.tenantId });
      const gateway = scriptedGateway({ send: failingFor(device.number, kind) });
      const world = laneWorld(db, { gateways: [gateway] });
      const customer = newCustomer();
      const elsewhere = newCustomer();
      await queueReplies(world, customer, ["a", "b"]);
      await queueReplies(world, elsewhere, ["a", "b"], other);
      await workAll(world);

      expect(await statusesOf(customer)).toEqual(["queued", "queued"]);
      expect(await statusesOf(elsewhere)).toEqual(["sent", "sent"]);
      expect([await deviceStatus(), await deviceStatus(other.id)]).toEqual(["disconnected", "connected"]);
      const told = await db.prisma.event.count({ where: { tenantId: device.tenantId, type: "device.send_stopped" } });
      expect(told).toBe(1);
    });
  }

  test("is left alone until its pause is over, whatever is queued meanwhile", async () => {
    const gateway = scriptedGateway({ send: failingFor(device.number, "device_down") });
    const world = laneWorld(db, { gateways: [gateway] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["a"]);
    await workAll(world);
    await queueReplies(world, customer, ["b"]);
    await workAll(world);
    expect(gateway.asked).toHaveLength(1);
  });

  test("sends everything in order when it is connected again, and failures of the device cost no message", async () => {
    const customer = newCustomer();
    const broken = laneWorld(db, { gateways: [scriptedGateway({ send: failingFor(device.number, "device_down") })] });
    await queueReplies(broken, customer, ["a", "b"]);
    for (let outage = 0; outage < 15; outage += 1) {
      await workAll(broken);
      await letTimePass();
    }
    const gateway = scriptedGateway();
    await workAll(laneWorld(db, { gateways: [gateway] }));
    expect(gateway.asked.map(({ text }) => text)).toEqual(["re: a", "re: b"]);
    expect(await outboxOf(customer)).toMatchObject([
      { status: "sent", attempts: 1 },
      { status: "sent", attempts: 1 },
    ]);
    expect(await deviceStatus()).toBe("connected");
  });

  test("with credentials that cannot be read keeps its messages", async () => {
    const gateway = scriptedGateway();
    await db.prisma.device.updateMany({ where: { id: device.id }, data: { tokenEncrypted: "not ours" } });
    const world = laneWorld(db, { gateways: [gateway] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["a"]);
    await workAll(world);
    expect(gateway.asked).toEqual([]);
    expect(await statusesOf(customer)).toEqual(["queued"]);
  });

  function failingFor(number: string, kind: "auth" | "device_down" | "quota") {
    return async (from: GatewayDevice, message: { id: string }): Promise<SendResult> =>
      from.number === number ? { ok: false, kind, reason: "refused" } : accepted(message.id);
  }
});

describe("a provider that says slow down, or is not there", () => {
  const rate: SendResult = { ok: false, kind: "rate", reason: "provider unreachable", retryAfterMs: 1_000 };

  test("is left alone by the whole device for the time it asked for, longer each time", async () => {
    const gateway = answering(rate, rate);
    const world = laneWorld(db, { gateways: [gateway] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["a"]);
    await workAll(world);
    const first = await readyInMs();
    await letTimePass();
    await workAll(world);
    expect(first).toBeGreaterThan(0);
    expect(await readyInMs()).toBeGreaterThan(first);
    await queueReplies(world, newCustomer(), ["b"]);
    await workAll(world);
    expect(gateway.asked).toHaveLength(2);
  });

  test("loses no message when it is away for an hour", async () => {
    const gateway = answering(...Array.from({ length: 9 }, () => rate));
    const world = laneWorld(db, { gateways: [gateway] });
    const customer = newCustomer();
    await queueReplies(world, customer, ["a", "b"]);
    for (let round = 0; round < 10; round += 1) {
      await workAll(world);
      await letTimePass();
    }
    await workAll(world);
    expect(await statusesOf(customer)).toEqual(["sent", "sent"]);
  });

  async function readyInMs(): Promise<number> {
    const { rows } = await db.pool.query<{ ms: number }>(
      "SELECT (extract(epoch FROM ready_at - now()) * 1000)::double precision AS ms FROM lanes WHERE subject_id = $1",
      [device.id],
    );
    return rows[0]?.ms ?? 0;
  }
});

describe("a picture the provider cannot take", () => {
  const media: SendResult = { ok: false, kind: "media", reason: "url unreachable" };

  test("is tried twice, then its words go alone", async () => {
    const gateway = answering(media, media);
    const world = laneWorld(db, { gateways: [gateway], respond: replying([{ text: "Avanza", imageKey: "a.jpg" }]) });
    const customer = newCustomer();
    await queueReplies(world, customer, ["foto?"]);
    for (let round = 0; round < 3; round += 1) {
      await workAll(world);
      await letTimePass();
    }
    expect(gateway.asked.map(({ image }) => image?.url ?? null)).toEqual([
      "http://media.example/a.jpg",
      "http://media.example/a.jpg",
      null,
    ]);
    expect(await statusesOf(customer)).toEqual(["sent"]);
  });

  test("is waited for by what follows, without asking all the time", async () => {
    const gateway = answering(media);
    const world = laneWorld(db, {
      gateways: [gateway],
      respond: replying([{ text: "Avanza", imageKey: "a.jpg" }, { text: "Ada lagi?" }]),
    });
    const customer = newCustomer();
    await queueReplies(world, customer, ["foto?"]);
    await workAll(world);
    expect(gateway.asked).toHaveLength(1);
    expect(await statusesOf(customer)).toEqual(["queued", "queued"]);
  });

  test("waits when its address cannot be told for the moment", async () => {
    const gateway = scriptedGateway();
    const world = laneWorld(db, { gateways: [gateway], respond: replying([{ text: "Avanza", imageKey: "a.jpg" }]) });
    world.device.mediaUrl = () => Promise.reject(new Error("the database is away"));
    const customer = newCustomer();
    await queueReplies(world, customer, ["foto?"]);
    await workAll(world);
    expect(gateway.asked).toEqual([]);
    expect(await statusesOf(customer)).toEqual(["queued"]);
  });
});

test("a second answer to the same message is refused by the database", async () => {
  const world = laneWorld(db);
  const customer = newCustomer();
  await queueReplies(world, customer, ["halo"]);
  const reply = await db.prisma.message.findFirstOrThrow({
    where: { direction: "outbound", conversation: { chatId: customer } },
  });
  const { seq: _seq, media: _media, entities: _entities, facts: _facts, ...again } = reply;
  const second = async () => db.prisma.message.create({ data: { ...again, id: Bun.randomUUIDv7() } });
  await expect(second()).rejects.toThrow();
});
