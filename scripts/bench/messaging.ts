import pg from "pg";
import { z } from "zod";
import { type BenchDatabase, startBenchDatabase } from "./bench-database";
import { type Child, freePort, sharedNowMs, startChild, usageSchema } from "./child-process";
import { DEVICE_COUNT, deviceOf, fillMessaging, staffOf } from "./messaging-data";
import { productionEnv } from "./server-env";
import { atMost, info, type Row } from "./table";

const ACK = { messagesPerSecond: 100, seconds: 15 };
const SUSTAINED = { messagesPerSecond: 200, seconds: 60, conversations: 500 };
const STAFF_COMMANDS = { count: 90, pauseMs: 200, texts: ["/list", "/help", "#A01"] };
const DRAIN_MS = 120_000;
const CUSTOMER_TEXTS = [
  "halo kak",
  "ada avanza matic?",
  "harga 200an ada?",
  "lokasinya dimana",
  "bisa kredit?",
  "#A01 masih ada?",
];

const sendsSchema = z.array(z.tuple([z.string(), z.number()]));

type Bench = { app: Child; port: number; client: pg.Client };
type Pushed = { id: string; status: number; ackMs: number };

/**
 * The message path of one process that is web and worker at once: webhook → rows → bot → gateway call. The generator, the
 * server and Postgres share the machine. Every message is one HTTP call, sent on time whether or not others have returned.
 */
export async function benchMessaging(): Promise<Row[]> {
  const database = await startBenchDatabase(fillMessaging);
  try {
    return await withServer(database, async (bench) => [
      ...(await measureAcks(bench)),
      ...(await measureStaff(bench)),
      ...(await measureSustained(bench)),
    ]);
  } finally {
    await database.stop();
  }
}

async function withServer(database: BenchDatabase, measure: (bench: Bench) => Promise<Row[]>): Promise<Row[]> {
  const port = freePort();
  const simulator = { NODE_ENV: "development", ROLE: "all", WHATSAPP_GATEWAY: "simulator" };
  const app = await startChild("messaging-server.ts", { ...productionEnv(database, port), ...simulator });
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return await measure({ app, port, client });
  } finally {
    await app.stop();
    await client.end();
  }
}

async function measureAcks(bench: Bench): Promise<Row[]> {
  await push(bench, "warm", { messagesPerSecond: 50, seconds: 3, conversations: 100 });
  await drained(bench);
  const pushed = await push(bench, "ack", { ...ACK, conversations: 300 });
  await drained(bench);
  const { p50, p95, p99 } = percentiles(pushed.map(({ ackMs }) => ackMs));
  const at = `webhook answer at ${ACK.messagesPerSecond} messages/s`;
  return [info(`${at}, p50`, p50, "ms"), info(`${at}, p95`, p95, "ms"), atMost(`${at}, p99`, p99, 50, "ms")];
}

/** From the moment the command's row was written to the gateway call with its answer. */
async function measureStaff(bench: Bench): Promise<Row[]> {
  await bench.app.ask(sendsSchema, "takeSends");
  for (let count = 0; count < STAFF_COMMANDS.count; count++) {
    const tenant = 1 + (count % DEVICE_COUNT);
    const text = STAFF_COMMANDS.texts[count % STAFF_COMMANDS.texts.length] ?? "";
    await post(bench, { device: deviceOf(tenant), sender: staffOf(tenant), id: `staff-${count}`, text });
    await Bun.sleep(STAFF_COMMANDS.pauseMs);
  }
  await drained(bench);
  const waits = await answerTimes(bench, "staff-");
  const { p50, p95 } = percentiles(waits);
  return [
    atMost("staff commands without an answer", STAFF_COMMANDS.count - waits.length, 0),
    info("staff command to gateway call, p50", p50, "ms"),
    atMost("staff command to gateway call, p95", p95, 300, "ms"),
  ];
}

/** One message in fifty is delivered twice. "Lost" and "doubled" count messages and answers, from rows and gateway calls. */
async function measureSustained(bench: Bench): Promise<Row[]> {
  const before = await bench.app.ask(usageSchema, "usage");
  const pushed = await push(bench, "load", SUSTAINED, 0.02);
  const pushedAtMs = sharedNowMs();
  await drained(bench);
  const drainSeconds = (sharedNowMs() - pushedAtMs) / 1_000;
  const after = await bench.app.ask(usageSchema, "usage");

  const { waits, doubledSends, unsent } = await sendsOf(bench, "load-");
  const counts = await countRows(bench, "load-", new Set(pushed.map(({ id }) => id)).size);
  const acks = percentiles(pushed.map(({ ackMs }) => ackMs));
  const replies = percentiles(waits);
  const rate = `${SUSTAINED.messagesPerSecond} messages/s for ${SUSTAINED.seconds} s`;
  return [
    atMost(`${rate}: refused`, pushed.filter(({ status }) => status !== 200).length, 0),
    atMost(`${rate}: lost`, counts.missing + counts.undone + counts.unanswered + unsent, 0),
    atMost(`${rate}: doubled`, counts.doubled + doubledSends, 0),
    info(`${rate}: webhook answer, p50`, acks.p50, "ms"),
    info(`${rate}: webhook answer, p99`, acks.p99, "ms"),
    info(`${rate}: last message of a burst to gateway call, p50`, replies.p50, "ms"),
    info(`${rate}: last message of a burst to gateway call, p95`, replies.p95, "ms"),
    info(`${rate}: all answered after`, drainSeconds, "s"),
    info(`${rate}: processor of web and worker`, (after.cpuSeconds - before.cpuSeconds) / SUSTAINED.seconds, "cores"),
    info(`${rate}: memory`, after.rssMb, "MB"),
  ];
}

type Load = { messagesPerSecond: number; seconds: number; conversations: number };

async function push(bench: Bench, name: string, load: Load, repeated = 0): Promise<Pushed[]> {
  const total = load.messagesPerSecond * load.seconds;
  const startedAtMs = sharedNowMs();
  const calls: Promise<Pushed>[] = [];
  for (let count = 0; count < total; count++) {
    const dueInMs = startedAtMs + (count / load.messagesPerSecond) * 1_000 - sharedNowMs();
    if (dueInMs > 1) await Bun.sleep(dueInMs);
    const message = customerMessage(name, count, load.conversations);
    calls.push(post(bench, message));
    if (Math.random() < repeated) calls.push(post(bench, message));
  }
  return Promise.all(calls);
}

function customerMessage(name: string, count: number, conversations: number) {
  const customer = count % conversations;
  return {
    device: deviceOf(1 + (customer % DEVICE_COUNT)),
    sender: String(628_570_000_000 + customer),
    id: `${name}-${count}`,
    text: CUSTOMER_TEXTS[Math.floor(Math.random() * CUSTOMER_TEXTS.length)] ?? "",
  };
}

async function post({ port }: Bench, message: { id: string } & Record<string, string>): Promise<Pushed> {
  const startedAtMs = sharedNowMs();
  const response = await fetch(`http://127.0.0.1:${port}/webhook/simulator`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  await response.arrayBuffer();
  return { id: message.id, status: response.status, ackMs: sharedNowMs() - startedAtMs };
}

/** Waits until nothing is left to answer or to send. */
async function drained({ client }: Bench): Promise<void> {
  const endsAtMs = sharedNowMs() + DRAIN_MS;
  while (sharedNowMs() < endsAtMs) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM messages WHERE (direction = 'inbound' AND done_at IS NULL) OR status IN ('queued', 'sending') LIMIT 1`,
    );
    if (rowCount === 0) return;
    await Bun.sleep(200);
  }
}

async function answerTimes(bench: Bench, prefix: string): Promise<number[]> {
  return (await sendsOf(bench, prefix)).waits;
}

/** The first answer to each turn: how long after the message it answers, and what was sent twice or not at all. */
async function sendsOf({ app, client }: Bench, prefix: string) {
  const sends = await app.ask(sendsSchema, "takeSends");
  const calls = new Map<string, number[]>();
  for (const [id, atMs] of sends) calls.set(id, [...(calls.get(id) ?? []), atMs]);
  const { rows } = await client.query<{ id: string; n: number; asked_ms: number }>(
    `SELECT reply.id, reply.n, (extract(epoch FROM asked.created_at) * 1000)::double precision AS asked_ms
       FROM messages reply JOIN messages asked ON asked.tenant_id = reply.tenant_id AND asked.id = reply.reply_to_id
      WHERE starts_with(asked.provider_id, $1)`,
    [prefix],
  );
  const firsts = rows.filter(({ n }) => n === 0);
  return {
    waits: firsts.flatMap(({ id, asked_ms }) => (calls.get(id) ?? []).slice(0, 1).map((atMs) => atMs - asked_ms)),
    doubledSends: rows.filter(({ id }) => (calls.get(id)?.length ?? 0) > 1).length,
    unsent: rows.filter(({ id }) => !calls.has(id)).length,
  };
}

/** A turn's answer hangs on its last message, so a message is answered when it or a later one of its chat is. */
async function countRows({ client }: Bench, prefix: string, expected: number) {
  const { rows } = await client.query<{ stored: number; ids: number; undone: number; unanswered: number }>(
    `SELECT count(*)::int AS stored, count(DISTINCT provider_id)::int AS ids,
            (count(*) FILTER (WHERE done_at IS NULL))::int AS undone,
            (count(*) FILTER (WHERE NOT EXISTS (
               SELECT 1 FROM messages reply JOIN messages later ON later.tenant_id = reply.tenant_id AND later.id = reply.reply_to_id
                WHERE reply.tenant_id = m.tenant_id AND reply.conversation_id = m.conversation_id
                  AND reply.direction = 'outbound' AND later.seq >= m.seq)))::int AS unanswered
       FROM messages m WHERE direction = 'inbound' AND starts_with(provider_id, $1)`,
    [prefix],
  );
  const { stored = 0, ids = 0, undone = 0, unanswered = 0 } = rows[0] ?? {};
  return { missing: expected - ids, doubled: stored - ids, undone, unanswered };
}

function percentiles(values: number[]): { p50: number; p95: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
