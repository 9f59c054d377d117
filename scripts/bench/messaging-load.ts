import pg from "pg";
import { z } from "zod";
import type { BenchDatabase } from "./bench-database";
import { type Child, freePort, sharedNowMs, startChild } from "./child-process";
import { DEVICE_COUNT, deviceOf } from "./messaging-data";
import { productionEnv } from "./server-env";

const DRAIN_MS = 120_000;

const sendsSchema = z.array(z.tuple([z.string(), z.number()]));

export type Bench = { app: Child; port: number; client: pg.Client };
export type Pushed = { id: string; status: number; ackMs: number };

/** One process that is web and worker at once, with the simulator as its gateway. */
export async function withMessagingServer<T>(
  database: BenchDatabase,
  settings: Record<string, string>,
  measure: (bench: Bench) => Promise<T>,
): Promise<T> {
  const port = freePort();
  const simulator = { NODE_ENV: "development", ROLE: "all", WHATSAPP_GATEWAY: "simulator" };
  const app = await startChild("messaging-server.ts", { ...productionEnv(database, port), ...simulator, ...settings });
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return await measure({ app, port, client });
  } finally {
    await app.stop();
    await client.end();
  }
}

export type Load = {
  messagesPerSecond: number;
  seconds: number;
  conversations: number;
  /** What customers write, one at random each time. */
  texts: readonly string[];
  /** First of the customers' numbers. */
  firstCustomer: number;
};

/** Sends on time whether or not others have returned; `repeated` is the share delivered twice. */
export async function push(bench: Bench, name: string, load: Load, repeated = 0): Promise<Pushed[]> {
  const total = load.messagesPerSecond * load.seconds;
  const startedAtMs = sharedNowMs();
  const calls: Promise<Pushed>[] = [];
  for (let count = 0; count < total; count++) {
    const dueInMs = startedAtMs + (count / load.messagesPerSecond) * 1_000 - sharedNowMs();
    if (dueInMs > 1) await Bun.sleep(dueInMs);
    const message = customerMessage(name, count, load);
    calls.push(post(bench, message));
    if (Math.random() < repeated) calls.push(post(bench, message));
  }
  return Promise.all(calls);
}

function customerMessage(name: string, count: number, { conversations, texts, firstCustomer }: Load) {
  const customer = count % conversations;
  return {
    device: deviceOf(1 + (customer % DEVICE_COUNT)),
    sender: String(firstCustomer + customer),
    id: `${name}-${count}`,
    text: texts[Math.floor(Math.random() * texts.length)] ?? "",
  };
}

export async function post({ port }: Bench, message: { id: string } & Record<string, string>): Promise<Pushed> {
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
export async function drained({ client }: Bench): Promise<void> {
  const endsAtMs = sharedNowMs() + DRAIN_MS;
  while (sharedNowMs() < endsAtMs) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM messages WHERE (direction = 'inbound' AND done_at IS NULL) OR status IN ('queued', 'sending') LIMIT 1`,
    );
    if (rowCount === 0) return;
    await Bun.sleep(200);
  }
}

export async function answerTimes(bench: Bench, prefix: string): Promise<number[]> {
  return (await sendsOf(bench, prefix)).waits;
}

/** The first answer to each turn: how long after the message it answers, and what was sent twice or not at all. */
export async function sendsOf({ app, client }: Bench, prefix: string) {
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
export async function countRows({ client }: Bench, prefix: string, expected: number) {
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

export function percentiles(values: number[]): { p50: number; p95: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Answers of one conversation that left in another order than its questions came. */
export async function outOfOrder({ client }: Bench, prefix: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT reply.sent_at < lag(reply.sent_at) OVER (PARTITION BY reply.conversation_id ORDER BY asked.seq, reply.n) AS is_late
         FROM messages reply JOIN messages asked ON asked.tenant_id = reply.tenant_id AND asked.id = reply.reply_to_id
        WHERE starts_with(asked.provider_id, $1)) AS answers WHERE is_late`,
    [prefix],
  );
  return rows[0]?.count ?? 0;
}
