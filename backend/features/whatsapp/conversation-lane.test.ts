import { beforeEach, describe, expect, test } from "bun:test";
import { setLogLevel } from "@/backend/platform/logger";
import {
  createDevice,
  createStaff,
  echo,
  eventually,
  type LaneWorld,
  laneLoops,
  laneWorld,
  say,
  type TestDevice,
  workAll,
  workLane,
} from "@/backend/testing/messaging-world";
import { openTestDatabase } from "@/backend/testing/test-database";
import { type ClaimedLane, claimLanes, LostLeaseError } from "./lanes/lane-store";
import type { Responder, Turn } from "./turn";

setLogLevel("error");
const db = await openTestDatabase();
let nextPhone = 628_700_000_000;
let device: TestDevice;

beforeEach(async () => {
  device = await createDevice(db);
});

function newCustomer(): string {
  nextPhone += 1;
  return String(nextPhone);
}

async function newStaff(): Promise<string> {
  const phone = newCustomer();
  await createStaff(db, device.tenantId, phone);
  return phone;
}

/** Answers with the echo and keeps the turns it was given. */
function recorded(): { turns: Turn[]; respond: Responder } {
  const turns: Turn[] = [];
  return {
    turns,
    respond: (ctx, turn) => {
      turns.push(turn);
      return echo(ctx, turn);
    },
  };
}

async function repliesTo(chatId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ text: string }>(
    `SELECT m.text FROM messages m JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
      WHERE c.chat_id = $1 AND m.direction = 'outbound' ORDER BY m.seq`,
    [chatId],
  );
  return rows.map(({ text }) => text);
}

async function unanswered(chatId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ text: string }>(
    `SELECT m.text FROM messages m JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
      WHERE c.chat_id = $1 AND m.direction = 'inbound' AND m.done_at IS NULL ORDER BY m.seq`,
    [chatId],
  );
  return rows.map(({ text }) => text);
}

async function claimOne(world: LaneWorld): Promise<ClaimedLane> {
  const [lane] = await claimLanes(db, "conversation", 1, world.conversation.leaseMs);
  if (!lane) throw new Error("no lane was ready");
  return lane;
}

/** Works the one conversation as the loop would, its waiting cut short; true when the work failed. */
async function tryOnce(world: LaneWorld): Promise<boolean> {
  const loops = laneLoops(world, { pollMs: 20 });
  await db.pool.query("UPDATE lanes SET ready_at = now() WHERE ready_at IS NOT NULL");
  const before = await attemptsNow();
  const [conversations] = loops;
  conversations?.start();
  await eventually(async () => (await attemptsNow()) !== before || (await idleLanes()) > 0);
  await conversations?.stop();
  return (await attemptsNow()) > before;
}

async function attemptsNow(): Promise<number> {
  const { rows } = await db.pool.query<{ attempts: number }>(
    "SELECT coalesce(max(attempts), 0)::integer AS attempts FROM lanes WHERE tenant_id = $1 AND kind = 'conversation'",
    [device.tenantId],
  );
  return rows[0]?.attempts ?? 0;
}

async function idleLanes(): Promise<number> {
  const { rowCount } = await db.pool.query(
    "SELECT 1 FROM lanes WHERE tenant_id = $1 AND kind = 'conversation' AND ready_at IS NULL",
    [device.tenantId],
  );
  return rowCount ?? 0;
}

describe("turns", () => {
  test("a customer's burst is one turn", async () => {
    const customer = newCustomer();
    const { turns, respond } = recorded();
    for (const text of ["halo", "ada avanza?", "yang hitam"]) await say(db, device, { from: customer, text });
    await workAll(laneWorld(db, { respond }));
    expect(turns.map((turn) => turn.messages.map(({ text }) => text))).toEqual([["halo", "ada avanza?", "yang hitam"]]);
  });

  test("each command of staff is its own turn, pictures that follow each other are one album", async () => {
    const staff = await newStaff();
    const { turns, respond } = recorded();
    await say(db, device, { from: staff, text: "/list" });
    for (let count = 0; count < 5; count += 1) await say(db, device, { from: staff, kind: "image" });
    await say(db, device, { from: staff, text: "/help" });
    await workAll(laneWorld(db, { respond }));
    expect(turns.map((turn) => turn.messages.length)).toEqual([1, 5, 1]);
  });

  test("an album that arrives within its waiting time is one answer, not five", async () => {
    const staff = await newStaff();
    const { turns, respond } = recorded();
    const loops = laneLoops(laneWorld(db, { respond }), { pollMs: 20 });
    for (const loop of loops) loop.start();
    for (let count = 0; count < 5; count += 1) {
      await say(db, device, { from: staff, kind: "image" }, { burstDelayMs: () => 1_000 });
    }
    await eventually(async () => turns.length > 0);
    await Promise.all(loops.map((loop) => loop.stop()));
    expect(turns.map((turn) => turn.messages.length)).toEqual([5]);
  });

  test("a flood longer than one claim is answered to its end, in order", async () => {
    const staff = await newStaff();
    const texts = Array.from({ length: 70 }, (_, number) => `pesan ${number}`);
    for (const text of texts) await say(db, device, { from: staff, text });
    await workAll(laneWorld(db));
    expect(await repliesTo(staff)).toEqual(texts.map((text) => `re: ${text}`));
  });
});

test("what an answer was made of is kept with its question, and why somebody should look with the chat", async () => {
  const customer = newCustomer();
  const { turns, respond } = recorded();
  await say(db, device, { from: customer, text: "mobilnya bekas banjir?" });
  const facts = { decision: "handover", cars: ["#A01"] };
  const answer = { replies: [], facts, model: "zai:glm", promptVersion: "3", attention: "unknown_question" };
  const world = laneWorld(db, {
    respond: async (ctx, turn) => {
      await respond(ctx, turn);
      return async () => answer;
    },
  });
  await workAll(world);

  expect(turns[0]?.messages).toMatchObject([{ kind: "text", text: "mobilnya bekas banjir?", sentAt: null }]);
  expect(await db.prisma.message.findMany({ where: { conversation: { chatId: customer } } })).toMatchObject([
    { facts, model: "zai:glm", promptVersion: "3" },
  ]);
  const chat = await db.prisma.conversation.findFirstOrThrow({ where: { chatId: customer } });
  expect(chat).toMatchObject({ attention: "unknown_question", attentionAt: expect.any(Date) });
});

describe("a holder that lost its lease", () => {
  test("leaves nothing behind: state, replies and marks are rolled back", async () => {
    const customer = newCustomer();
    await say(db, device, { from: customer, text: "halo" });
    const thinking = Promise.withResolvers<void>();
    const slow = laneWorld(db, {
      respond: async (ctx, turn) => {
        await thinking.promise;
        return async (joinedCtx) => {
          await joinedCtx.db.open?.tx.conversation.updateMany({ data: { name: "dari yang kehilangan" } });
          return (await echo(ctx, turn))(joinedCtx);
        };
      },
    });
    const stale = workLane(slow, await claimOne(slow));
    await db.pool.query("UPDATE lanes SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL");
    const quick = laneWorld(db);
    const lane = await claimOne(quick);
    thinking.resolve();

    await expect(stale).rejects.toThrow(LostLeaseError);
    await stale.catch(() => undefined);
    expect(await repliesTo(customer)).toEqual([]);
    expect(await unanswered(customer)).toEqual(["halo"]);
    expect(await db.prisma.conversation.count({ where: { name: "dari yang kehilangan" } })).toBe(0);

    await workLane(quick, lane);
    expect(await repliesTo(customer)).toEqual(["re: halo"]);
  });
});

describe("a message nobody can process", () => {
  /** Throws for messages that say so, as broken code would. */
  const poisonous: Responder = async (ctx, turn) => {
    if (turn.messages.some(({ text }) => text === "racun")) throw new Error("poison");
    return echo(ctx, turn);
  };

  async function workUntilAnswered(world: LaneWorld): Promise<number> {
    let failures = 0;
    while (await tryOnce(world)) failures += 1;
    return failures;
  }

  test("is given up after eight attempts with one apology, and the conversation goes on", async () => {
    const customer = newCustomer();
    await say(db, device, { from: customer, text: "racun" });
    const world = laneWorld(db, { respond: poisonous });
    expect(await workUntilAnswered(world)).toBe(8);

    const [apology, ...others] = await repliesTo(customer);
    expect(apology).toStartWith("Maaf, pesan ini belum bisa kami proses");
    expect(others).toEqual([]);
    const dead = await db.prisma.event.findMany({ where: { tenantId: device.tenantId, type: "message.dead" } });
    expect(dead).toHaveLength(1);

    await say(db, device, { from: customer, text: "halo lagi" });
    await workAll(world, ["conversation"]);
    expect(await repliesTo(customer)).toEqual([apology ?? "", "re: halo lagi"]);
  });

  test("does not take the messages around it with it", async () => {
    const customer = newCustomer();
    for (const text of ["satu", "racun", "dua"]) await say(db, device, { from: customer, text });
    const world = laneWorld(db, { respond: poisonous });
    for (let round = 0; round < 30 && (await unanswered(customer)).length > 0; round += 1) await tryOnce(world);

    const replies = await repliesTo(customer);
    expect(replies).toHaveLength(3);
    expect([replies[0], replies[2]]).toEqual(["re: satu", "re: dua"]);
    expect(replies[1]).toStartWith("Maaf, pesan ini belum bisa kami proses");
  });

  test("with a picture that cannot be fetched for the moment is counted like any other", async () => {
    const staff = await newStaff();
    await say(db, device, { from: staff, kind: "image" });
    const world = laneWorld(db);
    const seen: number[] = [];
    world.conversation.takePhoto = async () => {
      seen.push(await attemptsNow());
      throw new Error("the network is down");
    };
    for (let round = 0; round < 3; round += 1) expect(await tryOnce(world)).toBe(true);
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe("while a person has the conversation", () => {
  test("the bot neither thinks nor speaks, and the messages are kept", async () => {
    const customer = newCustomer();
    const { turns, respond } = recorded();
    await say(db, device, { from: customer, text: "halo", fromMe: true });
    await say(db, device, { from: customer, text: "terima kasih" });
    await workAll(laneWorld(db, { respond }));
    expect(turns).toEqual([]);
    expect(await repliesTo(customer)).toEqual(["halo"]);
    expect(await unanswered(customer)).toEqual([]);
  });

  test("a takeover while the bot thinks silences what it was going to say", async () => {
    const customer = newCustomer();
    await say(db, device, { from: customer, text: "halo" });
    const world = laneWorld(db, {
      respond: async (ctx, turn) => {
        await say(db, device, { from: customer, text: "saya bantu", fromMe: true });
        return echo(ctx, turn);
      },
    });
    await workAll(world);
    expect(await repliesTo(customer)).toEqual(["saya bantu"]);
  });

  test("what the customer writes is passed on to them, once, in the transaction that marks it as done", async () => {
    const customer = newCustomer();
    await say(db, device, { from: customer, text: "halo", fromMe: true });
    for (const text of ["masih ada?", "kapan bisa lihat?"]) await say(db, device, { from: customer, text });
    const world = laneWorld(db);
    const relayed: string[][] = [];
    world.conversation.relay = async (ctx, turn) => {
      expect(ctx.db.open).not.toBeNull();
      relayed.push(turn.messages.map(({ text }) => text));
      if (relayed.length === 1) throw new Error("the database is away");
    };
    expect(await tryOnce(world)).toBe(true);
    expect(await unanswered(customer)).toHaveLength(2);
    expect(await tryOnce(world)).toBe(false);
    expect(relayed).toEqual([
      ["masih ada?", "kapan bisa lihat?"],
      ["masih ada?", "kapan bisa lihat?"],
    ]);
    expect(await unanswered(customer)).toEqual([]);
  });

  test("nothing is passed on while only the bot is switched off", async () => {
    const customer = newCustomer();
    await say(db, device, { from: customer, text: "halo" });
    await db.prisma.conversation.updateMany({ where: { chatId: customer }, data: { botEnabled: false } });
    const world = laneWorld(db);
    world.conversation.relay = () => Promise.reject(new Error("nobody has it"));
    await workAll(world);
    expect(await repliesTo(customer)).toEqual([]);
    expect(await unanswered(customer)).toEqual([]);
  });

  test("given back in the very moment, the bot thinks first and answers after all", async () => {
    const customer = newCustomer();
    await say(db, device, { from: customer, text: "halo", fromMe: true });
    await say(db, device, { from: customer, text: "masih ada?" });
    const world = laneWorld(db);
    const lane = await claimOne(world);
    const loaded = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { db: database } = world.conversation;
    const prisma = new Proxy(database.prisma, {
      get(target, key) {
        if (key !== "$transaction") return Reflect.get(target, key);
        return async (...args: Parameters<typeof target.$transaction>) => {
          loaded.resolve();
          await goOn.promise;
          return target.$transaction(...args);
        };
      },
    });
    world.conversation.db = { ...database, prisma };
    const working = workLane(world, lane);
    await loaded.promise;
    await say(db, device, { from: customer, text: "/bot on", fromMe: true });
    goOn.resolve();
    await working;
    expect(await unanswered(customer)).toEqual(["masih ada?"]);
    await workAll(laneWorld(db));
    expect(await repliesTo(customer)).toEqual(["halo", "/bot on", "re: masih ada?"]);
  });

  test("staff still get their console", async () => {
    const staff = await newStaff();
    await say(db, device, { from: staff, text: "halo", fromMe: true });
    await say(db, device, { from: staff, text: "/list" });
    await workAll(laneWorld(db));
    expect(await repliesTo(staff)).toContain("re: /list");
  });

  test("a device whose bot is off only records", async () => {
    const customer = newCustomer();
    await db.prisma.device.updateMany({ where: { id: device.id }, data: { botEnabled: false } });
    await say(db, device, { from: customer, text: "halo" });
    await workAll(laneWorld(db));
    expect(await repliesTo(customer)).toEqual([]);
    expect(await unanswered(customer)).toEqual([]);
  });
});

test("messages of one conversation are answered in order by many processes at once", async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => newStaff()));
  const processes = [laneWorld(db), laneWorld(db), laneWorld(db)].map((world) => laneLoops(world, { pollMs: 20 }));
  for (const loop of processes.flat()) loop.start();
  const texts = Array.from({ length: 25 }, (_, number) => `pesan ${number}`);
  await Promise.all(
    people.map(async (from) => {
      for (const text of texts) await say(db, device, { from, text });
    }),
  );
  await eventually(async () => (await Promise.all(people.map(unanswered))).flat().length === 0);
  await Promise.all(processes.flat().map((loop) => loop.stop()));
  for (const person of people) expect(await repliesTo(person)).toEqual(texts.map((text) => `re: ${text}`));
});

test("a message that comes again while it is answered is known at once, and the answer is not held up", async () => {
  const said = { from: newCustomer(), id: Bun.randomUUIDv7(), text: "ada avanza?" };
  await say(db, device, said);
  const answering = await db.pool.connect();
  try {
    await answering.query("BEGIN");
    await answering.query("UPDATE messages SET done_at = now() WHERE provider_id = $1", [said.id]);
    expect(await say(db, device, said)).toMatchObject({ stored: 0, duplicates: 1 });
    await answering.query("UPDATE lanes SET lease_until = NULL WHERE kind = 'conversation'");
    await answering.query("COMMIT");
  } finally {
    answering.release();
  }
});
