import { afterAll, expect, test } from "bun:test";
import { handBack, takeOver } from "@/backend/features/conversations";
import { lockConversation, startTakeover } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { type Database, openDatabase, type Sql } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { setLogLevel } from "@/backend/platform/logger";
import {
  createDevice,
  createStaff,
  eventually,
  laneLoops,
  laneWorld,
  type SentMessage,
  say,
  scriptedGateway,
  type TestDevice,
  workAll,
} from "./messaging-world";
import { testCtx } from "./test-database";
import { createTestDatabase } from "./test-postgres";

setLogLevel("error");
const { url, drop } = await createTestDatabase();
const db = await openDatabase({ url, poolSize: 36 });
afterAll(async () => {
  await db.close();
  await drop();
});

/** Repeatable as far as the database's own timing lets it be. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Who is known to have taken a chat over, and what was sent in spite of that. */
function referee() {
  const held = new Set<string>();
  const spoken = new Set<string>();
  const violations: SentMessage[] = [];
  return {
    violations,
    /** Call when a person's commit is known. */
    takenOver: (chatId: string) => held.add(chatId),
    spoke: (chatId: string) => spoken.add(chatId),
    /** Call before the hand-back is asked for. */
    handsBack: (chatId: string) => {
      held.delete(chatId);
      spoken.delete(chatId);
    },
    sees(message: SentMessage) {
      const mayAnnounce = message.text.startsWith("umum:") && !spoken.has(message.to);
      if (held.has(message.to) && !mayAnnounce) violations.push(message);
    },
  };
}

type Named = { name: string; text: string; values: unknown[] };

/** The same database for a process that is slow to go on after these statements: others come in between. */
function slowAfter(
  database: Database,
  names: string[],
  delayMs: () => number,
  watch: (statement: Named) => void = () => undefined,
): Database {
  const pool = new Proxy(database.pool, {
    get(target, key) {
      if (key !== "connect") return bound(target, key);
      return async () => slowClient(await target.connect());
    },
  });
  const slowClient = (client: Sql): Sql =>
    new Proxy(client, {
      get(target, key) {
        if (key !== "query") return bound(target, key);
        return async (statement: string | Named, values?: unknown[]) => {
          if (typeof statement === "string") return target.query(statement, values);
          watch(statement);
          const result = await target.query(statement);
          if (names.includes(statement.name)) await Bun.sleep(delayMs());
          return result;
        };
      },
    });
  return { ...database, pool };
}

function bound<Target extends object>(target: Target, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key);
  return typeof value === "function" ? value.bind(target) : value;
}

type Chat = { id: string; chatId: string };

/** Chats whose bot has `repliesEach` answers on their way, as the conversation lane leaves them. */
async function chatsWithReplies(device: TestDevice, count: number, repliesEach: number): Promise<Chat[]> {
  const { rows } = await db.pool.query<Chat>(
    `WITH chat AS (
       INSERT INTO conversations (tenant_id, id, device_id, persona, chat_id, phone)
       SELECT $1, gen_random_uuid(), $2, 'customer', 'c' || nextval('messages_seq_seq'), NULL FROM generate_series(1, $3)
       RETURNING id, chat_id
     ), reply AS (
       INSERT INTO messages (tenant_id, id, conversation_id, device_id, direction, sender, text, n, status)
       SELECT $1, gen_random_uuid(), chat.id, $2, 'outbound', 'bot', 'balasan ' || n, n, 'queued'
         FROM generate_series(1, $4) AS n, chat
     ), lane AS (
       INSERT INTO lanes AS l (tenant_id, kind, subject_id, ready_at, wake) VALUES ($1, 'device', $2, now(), 1)
       ON CONFLICT (tenant_id, kind, subject_id) DO UPDATE SET ready_at = now(), wake = l.wake + 1
     )
     SELECT id, chat_id AS "chatId" FROM chat ORDER BY id`,
    [device.tenantId, device.id, count, repliesEach],
  );
  return rows;
}

function systemCtx(tenantId: number): Ctx {
  const jobs = { ...db.jobs, enqueue: async () => undefined };
  return testCtx({ ...db, jobs }, { id: tenantId }, { type: "system", name: "race" }, { now: () => new Date() });
}

/** Several chats in one commit, which is what a takeover is to the outbox: locks, and then all at once. */
async function takeOverTogether(ctx: Ctx, chats: Chat[], userId: string | null): Promise<void> {
  await withTenant(ctx, async (tx) => {
    for (const { id } of chats) {
      const conversation = await lockConversation(tx, ctx, id);
      if (!conversation) throw new Error("the chat is gone");
      const via = userId ? "dashboard" : "phone";
      await startTakeover(tx, ctx, conversation, { userId, via, hasSpoken: userId === null });
    }
  });
}

const ROUNDS = 20;
const CHATS_PER_ROUND = 500;
const CHATS_PER_COMMIT = 5;

test("ten thousand takeovers at any moment of the outbox: none is followed by a word of the bot", async () => {
  const random = seeded(20_261_120);
  const { violations, takenOver, sees } = referee();
  let prepared = 0;
  let sent = 0;
  const gateway = scriptedGateway({
    pacing: { concurrency: 60, ratePerSecond: 1_000_000, burst: 1_000_000 },
    send: async (_device, message) => {
      sent += 1;
      sees({ deviceNumber: "", ...message });
      return { ok: true, providerId: `p-${message.id}` };
    },
  });
  const device = await createDevice(db);
  const staff = await createStaff(db, device.tenantId, "628900000001");
  let droppedAtTheDoor = 0;
  const slow = slowAfter(
    db.forWork(),
    ["outbox-take", "outbox-hold"],
    () => random(6),
    ({ name, values: [ids] }) => {
      if (name === "outbox-drop" && Array.isArray(ids)) droppedAtTheDoor += ids.length;
    },
  );
  const world = laneWorld(slow, { gateways: [gateway] });
  const ctx = systemCtx(device.tenantId);
  let takeovers = 0;

  for (let round = 0; round < ROUNDS; round += 1) {
    const chats = await chatsWithReplies(device, CHATS_PER_ROUND, 2);
    prepared += chats.length * 2;
    const sending = workAll(world, ["device"]);
    const groups = Array.from({ length: chats.length / CHATS_PER_COMMIT }, (_, index) =>
      chats.slice(index * CHATS_PER_COMMIT, (index + 1) * CHATS_PER_COMMIT),
    );
    const people = groups.map(async (group) => {
      await Bun.sleep(random(700));
      await takeOverTogether(ctx, group, random(2) === 0 ? staff.id : null);
      for (const { chatId } of group) takenOver(chatId);
      takeovers += group.length;
    });
    await Promise.all([sending, ...people]);
  }

  const { rows } = await db.pool.query<{ status: string; count: number }>(
    "SELECT status::text, count(*)::integer FROM messages WHERE device_id = $1 GROUP BY 1",
    [device.id],
  );
  const countOf = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  expect(takeovers).toBe(ROUNDS * CHATS_PER_ROUND);
  expect(violations).toEqual([]);
  expect(countOf("sent")).toBe(sent);
  expect(countOf("sent") + countOf("dropped")).toBe(prepared);
  // Neither side always comes first, and often the last look decides: otherwise nothing was raced.
  expect(sent).toBeGreaterThan(prepared / 20);
  expect(countOf("dropped")).toBeGreaterThan(prepared / 20);
  expect(droppedAtTheDoor).toBeGreaterThan(takeovers / 100);
}, 180_000);

const FULL_CHATS = 160;

test("the whole way from a customer's words to the gateway, with phone, claim, dashboard and hand-back in between", async () => {
  const random = seeded(7);
  const { violations, takenOver, spoke, handsBack, sees } = referee();
  const gateway = scriptedGateway({
    pacing: { concurrency: 40, ratePerSecond: 1_000_000, burst: 1_000_000 },
    send: async (_device, message) => {
      sees({ deviceNumber: "", ...message });
      await Bun.sleep(random(5));
      return { ok: true, providerId: `p-${message.id}` };
    },
  });
  const device = await createDevice(db);
  const staff = await createStaff(db, device.tenantId, "628900000002");
  const slow = slowAfter(db.forWork(), ["outbox-take", "outbox-hold"], () => random(6));
  const world = laneWorld(slow, {
    gateways: [gateway],
    respond: async (_ctx, turn) => {
      await Bun.sleep(random(20));
      return async () => ({ replies: turn.messages.map(({ text }) => ({ text: `re: ${text}` })) });
    },
  });
  const loops = laneLoops(world, { pollMs: 20, concurrency: 12 });
  for (const loop of loops) loop.start();
  const ctx = systemCtx(device.tenantId);

  const talk = async (index: number) => {
    const from = `62877${String(index).padStart(8, "0")}`;
    await Bun.sleep(random(2_000));
    await say(db, device, { from, text: "halo" });
    await Bun.sleep(random(120));
    const conversationId = await idOf(from);
    if (random(2) === 0) {
      await say(db, device, { from, text: "saya bantu", fromMe: true });
      spoke(from);
    } else {
      const via = random(2) === 0 ? "claim" : "dashboard";
      await takeOver(ctx, { conversationId, userId: staff.id, via, announcement: `umum:${from}` });
    }
    takenOver(from);
    await say(db, device, { from, text: "masih di sana?" });
    await Bun.sleep(random(60));
    if (random(2) === 0) {
      await say(db, device, { from, text: "sebentar ya", fromMe: true });
      spoke(from);
    }
    await Bun.sleep(random(60));
    handsBack(from);
    await handBack(ctx, { conversationId, by: "dashboard" });
    await say(db, device, { from, text: "terima kasih" });
  };
  await Promise.all(Array.from({ length: FULL_CHATS }, (_, index) => talk(index)));
  await eventually(async () => (await unfinished(device)) === 0);
  await Promise.all(loops.map((loop) => loop.stop()));

  expect(violations).toEqual([]);
  expect(await deadlocks()).toBe(0);
  // Given back, the bot is not mute.
  const answered = gateway.asked.filter(({ text }) => text === "re: terima kasih");
  expect(new Set(answered.map(({ to }) => to)).size).toBe(FULL_CHATS);
  expect(answered).toHaveLength(FULL_CHATS);
  const { rows } = await db.pool.query<{ open: number }>(
    "SELECT count(*)::integer AS open FROM takeovers WHERE tenant_id = $1 AND ended_at IS NULL",
    [device.tenantId],
  );
  expect(rows[0]?.open).toBe(0);
}, 120_000);

/** The order of locks in features/whatsapp/README.md is kept by everybody. */
async function deadlocks(): Promise<number> {
  const { rows } = await db.pool.query<{ deadlocks: number }>(
    "SELECT deadlocks::integer FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0]?.deadlocks ?? 0;
}

async function idOf(chatId: string): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>("SELECT id FROM conversations WHERE chat_id = $1", [chatId]);
  return rows[0]?.id ?? "";
}

async function unfinished(device: TestDevice): Promise<number> {
  const { rows } = await db.pool.query<{ left: number }>(
    `SELECT count(*)::integer AS left FROM messages
      WHERE device_id = $1 AND (direction = 'inbound' AND done_at IS NULL OR status IN ('queued', 'sending'))`,
    [device.id],
  );
  return rows[0]?.left ?? 0;
}
