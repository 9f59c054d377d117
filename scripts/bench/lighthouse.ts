import { type LaunchedChrome, launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { z } from "zod";
import { startBenchDatabase } from "./bench-database";
import { freePort, startChild } from "./child-process";
import { productionEnv } from "./server-env";
import { atLeast, median, type Row } from "./table";

const HOST = "showroom-surabaya.localhost";
const RUNS = 3;
const GOALS = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 } as const;
type Category = keyof typeof GOALS;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const satisfies Category[];

const CHROME_FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** Lighthouse's mobile scores, the median of three runs, of the demo showroom as production serves it. */
export async function benchLighthouse(): Promise<Row[]> {
  const database = await startBenchDatabase(async () => undefined);
  try {
    const port = freePort();
    const env = productionEnv(database, port);
    const carPath = await seedDemo(env);
    const server = await startChild("app-server.ts", env);
    try {
      const origin = `http://${HOST}:${port}`;
      const rows: Row[] = [];
      for (const [name, path] of Object.entries({ home: "/", listing: "/mobil", car: carPath })) {
        rows.push(...(await measurePage(name, origin + path)));
      }
      return rows;
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
  }
}

/** The demo is refused in production: it is put there beforehand, by a process that is not. */
async function seedDemo(env: Record<string, string>): Promise<string> {
  const seeder = await startChild("demo-seeder.ts", { ...env, NODE_ENV: "development", WHATSAPP_GATEWAY: "simulator" });
  try {
    return await seeder.ask(z.string(), "seed");
  } finally {
    await seeder.stop();
  }
}

async function measurePage(name: string, url: string): Promise<Row[]> {
  const runs: Scores[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await inFreshChrome((chrome) => scoresOf(url, chrome.port)));

  const missed = new Set(runs.flatMap((scores) => scores.missed));
  if (missed.size > 0) console.log(`  ${name}: ${[...missed].join("; ")}`);
  return categories.map((category) => {
    const score = median(runs.map((scores) => scores[category]));
    return atLeast(`lighthouse ${name}: ${category}`, score, GOALS[category]);
  });
}

/** Each 0 to 100; `missed` says which audits took points away, with what they measured. */
type Scores = Record<Category, number> & { missed: string[] };

async function scoresOf(url: string, chromePort: number): Promise<Scores> {
  const result = await lighthouse(url, { port: chromePort, logLevel: "error", onlyCategories: [...categories] });
  if (!result) throw new Error("lighthouse gave no result");
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`lighthouse: ${lhr.runtimeError.message}`);

  const score = (category: Category) => Math.round((lhr.categories[category]?.score ?? 0) * 100);
  const weighted = categories.flatMap(
    (category) => lhr.categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [],
  );
  const missed = weighted.flatMap(({ id }) => {
    const audit = lhr.audits[id];
    const isMissed = audit && audit.score !== null && audit.score < 0.9;
    return isMissed ? [`${id} ${audit.displayValue ?? ""}`.trim()] : [];
  });
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
    seo: score("seo"),
    missed,
  };
}

async function inFreshChrome<T>(use: (chrome: LaunchedChrome) => Promise<T>): Promise<T> {
  const chrome = await launch({ chromeFlags: CHROME_FLAGS, logLevel: "error", handleSIGINT: false });
  try {
    return await use(chrome);
  } finally {
    chrome.kill();
  }
}
