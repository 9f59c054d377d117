import { z } from "zod";
import type { BenchDatabase } from "./bench-database";
import { MEASURED_HOST } from "./catalog-data";
import { type Child, freePort, startChild, usageSchema } from "./child-process";
import { measureLoad, type Target } from "./load";
import { productionEnv } from "./server-env";
import { atLeast, atMost, info, median, type Row } from "./table";

const LOAD = { connections: 32, seconds: 1 };
const ROUNDS = 7;
const nothing = z.unknown();

/**
 * The listing of a showroom with 70 cars among 100,000, one server process, against bare handlers that do the least
 * there is to do for it. Both sides run all the time and are measured in turn.
 */
export async function benchCatalog(database: BenchDatabase): Promise<Row[]> {
  const [appPort, barePort] = [freePort(), freePort()];
  const app = await startChild("app-server.ts", productionEnv(database, appPort));
  const bare = await startChild("bare-server.tsx", {
    ...productionEnv(database, barePort),
    APP_URL: `http://localhost:${appPort}`,
  });
  const ours: Side = { child: app, target: { port: appPort, host: MEASURED_HOST, path: "/mobil" } };
  const copy: Side = { child: bare, target: { ...ours.target, port: barePort, path: "/copy" } };
  const render: Side = { child: bare, target: { ...ours.target, port: barePort, path: "/render" } };

  try {
    const rows: Row[] = [];
    for (const acceptEncoding of ["br", "identity"]) {
      const url = `http://127.0.0.1:${appPort}/mobil`;
      await bare.ask(nothing, "copyFrom", { url, acceptEncoding });
      const compared = await compare(asking(ours, acceptEncoding), asking(copy, acceptEncoding), 2);
      rows.push(...toRows(`listing cached, ${acceptEncoding}`, compared, 0.35));
    }
    await app.ask(nothing, "changeAtEveryRequest", true);
    rows.push(...toRows("listing uncached", await compare(ours, render, 8), 0.5));
    const { rssMb } = await app.ask(usageSchema, "usage");
    return [...rows, atMost("web process memory after that", rssMb, 300, "MB")];
  } finally {
    await Promise.all([app.stop(), bare.stop()]);
  }
}

type Side = { child: Child; target: Target };
type Measured = { requestsPerSecond: number; busy: number; bodyBytes: number };

function asking({ child, target }: Side, acceptEncoding: string): Side {
  return { child, target: { ...target, acceptEncoding } };
}

type Round = { ours: Measured; bare: Measured };

/**
 * A-B-A-B in short rounds, so that noise of the machine hits both sides. Before that each side runs for `warmUpSeconds`:
 * rendering takes thousands of requests until all of it is compiled.
 */
async function compare(ours: Side, bare: Side, warmUpSeconds: number): Promise<Round[]> {
  for (const { target } of [ours, bare]) await measureLoad(target, { ...LOAD, seconds: warmUpSeconds });
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ ours: await measureSide(ours), bare: await measureSide(bare) });
  }
  return rounds;
}

async function measureSide({ child, target }: Side): Promise<Measured> {
  const before = await child.ask(usageSchema, "usage");
  const load = await measureLoad(target, LOAD);
  const after = await child.ask(usageSchema, "usage");
  return { ...load, busy: (after.cpuSeconds - before.cpuSeconds) / LOAD.seconds };
}

function toRows(name: string, rounds: Round[], goal: number): Row[] {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  return [
    info(
      `${name}: this product`,
      of(({ ours }) => ours.requestsPerSecond),
      "req/s",
    ),
    info(
      `${name}: bare handler`,
      of(({ bare }) => bare.requestsPerSecond),
      "req/s",
    ),
    info(
      `${name}: body`,
      of(({ ours }) => ours.bodyBytes / 1_024),
      "KB",
    ),
    atLeast(
      `${name}: ratio`,
      of(({ ours, bare }) => ours.requestsPerSecond / bare.requestsPerSecond),
      goal,
    ),
    info(
      `${name}: ratio by processor time per request`,
      of(({ ours, bare }) => cost(bare) / cost(ours)),
    ),
  ];
}

/** Processor seconds of the server per request. */
function cost({ busy, requestsPerSecond }: Measured): number {
  return busy / requestsPerSecond;
}
