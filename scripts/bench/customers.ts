import { startFakeGemini } from "@/backend/testing/fake-models/fake-gemini";
import { type BenchDatabase, startBenchDatabase } from "./bench-database";
import { fillMessaging } from "./messaging-data";
import {
  answerTimes,
  type Bench,
  countRows,
  drained,
  outOfOrder,
  percentiles,
  push,
  sendsOf,
  withMessagingServer,
} from "./messaging-load";
import { atMost, info, type Row } from "./table";

const AT_ONCE = 50;
/** Fifty conversations are open at once when each writes within these seconds: every burst alone waits 1.2 s. */
const WITHIN_SECONDS = 3;
const ROUNDS = 6;
const BURST_MS = 1_200;
const MODEL_MS = 1_500;
const PER_MINUTE = 100;
const KNOWN = [
  "ada avanza matic?",
  "budget 200 dapat apa",
  "lokasinya dimana",
  "#A01 masih ada?",
  "jam bukanya?",
  "ada mobil 7 kursi diesel?",
];
const UNKNOWN = ["kenapa logonya ayam jago?"];

/**
 * Customers who are answered: fifty at once from templates, fifty at once through a model that takes 1.5 s, and a steady
 * hundred messages a minute. `minutes` is how long the last one goes on.
 */
export async function benchCustomers(minutes: number): Promise<Row[]> {
  const database = await startBenchDatabase(fillMessaging);
  const model = startFakeGemini();
  model.brain = () => "Maaf Kak, soal itu belum kami ketahui.";
  model.faults.delayMs = MODEL_MS;
  const withModel = { LLM_PROVIDER: "gemini", GEMINI_API_URL: model.url, GEMINI_API_KEY: model.apiKey };
  try {
    const rows = await withMessagingServer(database, {}, async (bench) => [
      ...(await measureAtOnce(bench, "templates", KNOWN, 300)),
      ...(await measureSameInstant(bench)),
      ...(await measureSteady(bench, minutes)),
    ]);
    return [...rows, ...(await throughModel(database, withModel, () => model.requests.length))];
  } finally {
    await model.stop();
    await database.stop();
  }
}

async function throughModel(
  database: BenchDatabase,
  settings: Record<string, string>,
  asked: () => number,
): Promise<Row[]> {
  return withMessagingServer(database, settings, async (bench) => [
    ...(await measureAtOnce(bench, "model of 1.5 s", UNKNOWN, 3_000)),
    info("model of 1.5 s: calls", asked()),
  ]);
}

/** Rounds of fifty customers at once; from the end of the burst's wait to the gateway call. */
async function measureAtOnce(bench: Bench, name: string, texts: readonly string[], goalMs: number): Promise<Row[]> {
  const prefix = `at-once-${name}-`;
  const rate = AT_ONCE / WITHIN_SECONDS;
  const load = { messagesPerSecond: rate, seconds: WITHIN_SECONDS, conversations: AT_ONCE, texts };
  await push(bench, `warm-${name}`, { ...load, firstCustomer: 628_580_000_000 });
  await drained(bench);
  await answerTimes(bench, "nothing");
  for (let round = 0; round < ROUNDS; round++) {
    await push(bench, `${prefix}${round}`, { ...load, firstCustomer: 628_581_000_000 + round * 1_000 });
    await drained(bench);
  }
  const waits = (await answerTimes(bench, prefix)).map((ms) => ms - BURST_MS);
  const { p50, p95 } = percentiles(waits);
  const what = `${AT_ONCE} customers at once, ${name}`;
  return [
    atMost(`${what}: without an answer`, AT_ONCE * ROUNDS - waits.length, 0),
    info(`${what}: answer after the burst, p50`, p50, "ms"),
    atMost(`${what}: answer after the burst, p95`, p95, goalMs, "ms"),
  ];
}

/** Nobody writes so; it shows what a queue of fifty costs the last one in it. */
async function measureSameInstant(bench: Bench): Promise<Row[]> {
  const load = { messagesPerSecond: 1_000, seconds: AT_ONCE / 1_000, conversations: AT_ONCE, texts: KNOWN };
  await push(bench, "instant", { ...load, firstCustomer: 628_585_000_000 });
  await drained(bench);
  const { p50, p95 } = percentiles((await answerTimes(bench, "instant-")).map((ms) => ms - BURST_MS));
  const what = `${AT_ONCE} customers in the same instant`;
  return [info(`${what}: answer after the burst, p50`, p50, "ms"), info(`${what}: p95`, p95, "ms")];
}

async function measureSteady(bench: Bench, minutes: number): Promise<Row[]> {
  await answerTimes(bench, "nothing");
  const load = { messagesPerSecond: PER_MINUTE / 60, seconds: minutes * 60, conversations: AT_ONCE, texts: KNOWN };
  const pushed = await push(bench, "steady", { ...load, firstCustomer: 628_590_000_000 }, 0.02);
  await drained(bench);
  const { waits, doubledSends, unsent } = await sendsOf(bench, "steady-");
  const counts = await countRows(bench, "steady-", new Set(pushed.map(({ id }) => id)).size);
  const what = `${PER_MINUTE} messages a minute for ${minutes} min`;
  const { p50, p95 } = percentiles(waits.map((ms) => ms - BURST_MS));
  return [
    atMost(`${what}: lost`, counts.missing + counts.undone + counts.unanswered + unsent, 0),
    atMost(`${what}: doubled`, counts.doubled + doubledSends, 0),
    atMost(`${what}: out of order`, await outOfOrder(bench, "steady-"), 0),
    info(`${what}: answer after the burst, p50`, p50, "ms"),
    atMost(`${what}: answer after the burst, p95`, p95, 300, "ms"),
  ];
}
