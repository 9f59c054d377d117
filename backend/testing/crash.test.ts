import { afterAll, expect, test } from "bun:test";
import { resolve } from "node:path";
import type { Subprocess } from "bun";
import { openDatabase } from "@/backend/platform/database/database";
import { startFakeFonnte } from "./fake-fonnte";
import { createDevice, createStaff, eventually, say, type TestDevice } from "./messaging-world";
import { createTestDatabase } from "./test-postgres";

const WORKERS = 3;
const KILLS = 10;
const CONVERSATIONS = 80;
const MESSAGES = 800;
const DUPLICATES = 80;
const LEASE_MS = 1_000;
const FONNTE_TOKEN = "crash-test-token";

const seed = Date.now() % 1_000_000;
const random = seededRandom(seed);

const { url, drop } = await createTestDatabase();
const db = await openDatabase({ url, poolSize: 12 });
afterAll(async () => {
  await db.close();
  await drop();
});
await db.pool.query(`
  CREATE TABLE test_deliveries (message_id uuid PRIMARY KEY, chat_id text, text text, position bigint GENERATED ALWAYS AS IDENTITY);
  CREATE TABLE test_delivery_attempts (message_id uuid)`);

test("processes killed at random lose, double and reorder nothing", async () => {
  const devices = await crashDevices("simulator");
  const kills = await runUnderFire(devices, null);

  const { inbound, done, replies } = await totals(devices);
  const { rows: deliveries } = await db.pool.query<{ chat_id: string; text: string }>(
    "SELECT chat_id, text FROM test_deliveries ORDER BY position",
  );
  const { rows: attempts } = await db.pool.query("SELECT 1 FROM test_delivery_attempts");
  console.info(`seed ${seed}: ${kills} kills, ${deliveries.length} delivered in ${attempts.length} attempts`);

  expect({ inbound, done, replies }).toEqual({ inbound: MESSAGES, done: MESSAGES, replies: { sent: MESSAGES } });
  expect(inOrderOf(deliveries)).toEqual(expectedConversations());
}, 90_000);

test("with a gateway that cannot repeat, nothing goes out twice and what is in doubt is marked so", async () => {
  const fonnte = startFakeFonnte({ token: FONNTE_TOKEN });
  fonnte.faults.slowMs = 20;
  const devices = await crashDevices("fonnte");
  const kills = await runUnderFire(devices, fonnte.url);
  await fonnte.stop();

  const { inbound, done, replies } = await totals(devices);
  const delivered = fonnte.sent.map(({ target, message }) => ({ chat_id: target, text: message }));
  const unknown = replies.unknown ?? 0;
  console.info(`seed ${seed}: ${kills} kills, ${delivered.length} delivered, ${unknown} unknown`);

  expect({ inbound, done, sent: (replies.sent ?? 0) + unknown }).toEqual({
    inbound: MESSAGES,
    done: MESSAGES,
    sent: MESSAGES,
  });
  expect(new Set(delivered.map(({ text }) => text)).size).toBe(delivered.length);
  expect(await undelivered(devices, new Set(delivered.map(({ text }) => text)))).toEqual([]);
  // Four devices, four messages under way for each.
  expect(unknown).toBeLessThanOrEqual(kills * 16);
  for (const [chat, numbers] of inOrderOf(delivered)) {
    expect({ chat, numbers }).toEqual({ chat, numbers: numbers.toSorted((a, b) => a - b) });
  }
}, 90_000);

/** Four devices of two showrooms; half of the people who will write are staff, so both kinds of turn are tried. */
async function crashDevices(gateway: "simulator" | "fonnte"): Promise<TestDevice[]> {
  const first = await createDevice(db, { gateway, token: FONNTE_TOKEN });
  const second = await createDevice(db, { gateway, token: FONNTE_TOKEN });
  const devices = [
    first,
    second,
    await createDevice(db, { gateway, token: FONNTE_TOKEN, tenantId: first.tenantId }),
    await createDevice(db, { gateway, token: FONNTE_TOKEN, tenantId: second.tenantId }),
  ];
  for (let person = 0; person < CONVERSATIONS; person += 2) {
    const device = devices[person % devices.length];
    if (device) await createStaff(db, device.tenantId, phoneOf(person));
  }
  return devices;
}

/** Pushes all messages in while processes die, until everything is answered and sent; returns how many died. */
async function runUnderFire(devices: TestDevice[], fonnteUrl: string | null): Promise<number> {
  const workers = Array.from({ length: WORKERS }, () => startWorker(fonnteUrl));
  try {
    const kills = await killWhilePushing(workers, devices, fonnteUrl);
    await eventually(async () => (await waiting(devices)) === 0, 40_000);
    for (const worker of workers) worker.kill("SIGTERM");
    await Promise.all(workers.map((worker) => worker.exited));
    return kills;
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
  }
}

async function killWhilePushing(
  workers: Subprocess[],
  devices: TestDevice[],
  fonnteUrl: string | null,
): Promise<number> {
  let kills = 0;
  let pushing = true;
  const pushed = pushMessages(devices).finally(() => {
    pushing = false;
  });
  while (pushing || kills < KILLS) {
    await Bun.sleep(400 + random() * 700);
    const victim = Math.floor(random() * WORKERS);
    // A worker that ended by itself is a broken test, not a kill.
    expect(workers.map((worker) => worker.exitCode)).toEqual(workers.map(() => null));
    workers[victim]?.kill("SIGKILL");
    await workers[victim]?.exited;
    workers[victim] = startWorker(fonnteUrl);
    kills += 1;
  }
  await pushed;
  return kills;
}

function startWorker(fonnteUrl: string | null): Subprocess {
  const script = resolve(import.meta.dir, "crash-worker.ts");
  const options = JSON.stringify({ databaseUrl: url, leaseMs: LEASE_MS, fonnteUrl });
  return Bun.spawn([process.execPath, script, options], { stdout: "inherit", stderr: "inherit" });
}

/** Each person's messages one after the other, all people at once; some are delivered a second time, as gateways do. */
async function pushMessages(devices: TestDevice[]): Promise<void> {
  const perPerson = MESSAGES / CONVERSATIONS;
  const duplicates = DUPLICATES / CONVERSATIONS;
  await Promise.all(
    Array.from({ length: CONVERSATIONS }, async (_, person) => {
      const device = devices[person % devices.length];
      if (!device) return;
      for (let number = 0; number < perPerson; number += 1) {
        await Bun.sleep(random() * 1_400);
        await say(db, device, messageOf(person, number));
        const again = Math.floor(random() * (number + 1));
        if (number >= perPerson - duplicates) await say(db, device, messageOf(person, again));
      }
    }),
  );
}

function messageOf(person: number, number: number) {
  return { from: phoneOf(person), id: `m-${person}-${number}`, text: `${person}/${number}` };
}

function phoneOf(person: number): string {
  return String(628_110_000_000 + person);
}

const ofDevices = "device_id = ANY($1::uuid[])";

async function waiting(devices: TestDevice[]): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM messages WHERE ${ofDevices}
        AND (status IN ('queued', 'sending') OR (direction = 'inbound' AND done_at IS NULL))`,
    [devices.map(({ id }) => id)],
  );
  return rows[0]?.count ?? 0;
}

async function totals(devices: TestDevice[]) {
  const ids = [devices.map(({ id }) => id)];
  const { rows: inbound } = await db.pool.query<{ all: number; done: number }>(
    `SELECT count(*)::integer AS "all", count(done_at)::integer AS done FROM messages
      WHERE ${ofDevices} AND direction = 'inbound'`,
    ids,
  );
  const { rows: outbound } = await db.pool.query<{ status: string; texts: number; count: number }>(
    `SELECT status::text, count(*)::integer AS count, count(DISTINCT text)::integer AS texts FROM messages
      WHERE ${ofDevices} AND direction = 'outbound' GROUP BY status`,
    ids,
  );
  for (const { count, texts } of outbound) expect(texts).toBe(count);
  return {
    inbound: inbound[0]?.all,
    done: inbound[0]?.done,
    replies: Object.fromEntries(outbound.map(({ status, count }) => [status, count])),
  };
}

/** Replies that never reached the gateway and are not known to be in doubt. */
async function undelivered(devices: TestDevice[], delivered: Set<string>): Promise<string[]> {
  const { rows } = await db.pool.query<{ text: string }>(
    `SELECT text FROM messages WHERE ${ofDevices} AND direction = 'outbound' AND status <> 'unknown'`,
    [devices.map(({ id }) => id)],
  );
  return rows.map(({ text }) => text).filter((text) => !delivered.has(text));
}

/** Chat → the numbers of its messages, in the order they came out. */
function inOrderOf(deliveries: { chat_id: string; text: string }[]): Map<string, number[]> {
  const conversations = new Map<string, number[]>();
  for (const { chat_id, text } of deliveries) {
    const numbers = conversations.get(chat_id) ?? [];
    conversations.set(chat_id, [...numbers, Number(text.split("/")[1])]);
  }
  return new Map([...conversations].sort(([a], [b]) => a.localeCompare(b)));
}

function expectedConversations(): Map<string, number[]> {
  const numbers = Array.from({ length: MESSAGES / CONVERSATIONS }, (_, number) => number);
  return new Map(Array.from({ length: CONVERSATIONS }, (_, person) => [phoneOf(person), numbers]));
}

/** mulberry32: the same seed, the same kills and pauses. */
function seededRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
