import { startBenchDatabase } from "./bench-database";
import { sharedNowMs, usageSchema } from "./child-process";
import { DEVICE_COUNT, deviceOf, fillMessaging, staffOf } from "./messaging-data";
import {
  answerTimes,
  type Bench,
  countRows,
  drained,
  percentiles,
  post,
  push,
  sendsOf,
  withMessagingServer,
} from "./messaging-load";
import { atMost, info, type Row } from "./table";

const STAFF_COMMANDS = { count: 90, pauseMs: 200, texts: ["/list", "/help", "#A01"] };
const CUSTOMER_TEXTS = [
  "halo kak",
  "ada avanza matic?",
  "harga 200an ada?",
  "lokasinya dimana",
  "bisa kredit?",
  "#A01 masih ada?",
];

/** So many customers that none writes more than ten messages a minute: those would not all be answered. */
const WARM = {
  messagesPerSecond: 50,
  seconds: 3,
  conversations: 100,
  texts: CUSTOMER_TEXTS,
  firstCustomer: 628_570_000_000,
};
const ACK = {
  messagesPerSecond: 100,
  seconds: 15,
  conversations: 300,
  texts: CUSTOMER_TEXTS,
  firstCustomer: 628_571_000_000,
};
const SUSTAINED = {
  messagesPerSecond: 200,
  seconds: 60,
  conversations: 1_500,
  texts: CUSTOMER_TEXTS,
  firstCustomer: 628_572_000_000,
};

/**
 * The message path of one process that is web and worker at once: webhook → rows → bot → gateway call. The generator, the
 * server and Postgres share the machine. Every message is one HTTP call, sent on time whether or not others have returned.
 */
export async function benchMessaging(): Promise<Row[]> {
  const database = await startBenchDatabase(fillMessaging);
  try {
    return await withMessagingServer(database, {}, async (bench) => [
      ...(await measureAcks(bench)),
      ...(await measureStaff(bench)),
      ...(await measureSustained(bench)),
    ]);
  } finally {
    await database.stop();
  }
}

async function measureAcks(bench: Bench): Promise<Row[]> {
  await push(bench, "warm", WARM);
  await drained(bench);
  const pushed = await push(bench, "ack", ACK);
  await drained(bench);
  const { p50, p95, p99 } = percentiles(pushed.map(({ ackMs }) => ackMs));
  const at = `webhook answer at ${ACK.messagesPerSecond} messages/s`;
  return [info(`${at}, p50`, p50, "ms"), info(`${at}, p95`, p95, "ms"), atMost(`${at}, p99`, p99, 50, "ms")];
}

/** From the moment the command's row was written to the gateway call with its answer. */
async function measureStaff(bench: Bench): Promise<Row[]> {
  await answerTimes(bench, "nothing");
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
