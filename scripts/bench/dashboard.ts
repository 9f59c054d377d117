import pg from "pg";
import { startBenchDatabase } from "./bench-database";
import { freePort, startChild } from "./child-process";
import { DASHBOARD_HOST, DASHBOARD_OWNER, fillDashboard } from "./dashboard-data";
import { productionEnv } from "./server-env";
import { atMost, info, median, type Row } from "./table";

const SLOWEST_MS = 100;
const MOST_SCRIPT_KB = 120;
const WARM_UP = 12;
const SAMPLES = 30;

/** Every page of the dashboard; `:car`, `:lead` and `:conversation` stand for one of the showroom's. */
const PAGES = [
  "/dashboard",
  "/dashboard/stok",
  "/dashboard/stok?search=avanza&sort=oldest",
  "/dashboard/stok/baru",
  "/dashboard/stok/:car",
  "/dashboard/stok/impor",
  "/dashboard/leads",
  "/dashboard/leads?tampilan=papan",
  "/dashboard/leads/:lead",
  "/dashboard/leads/pertanyaan",
  "/dashboard/inbox",
  "/dashboard/inbox?filter=attention",
  "/dashboard/inbox/:conversation",
  "/dashboard/inbox/balasan-cepat",
  "/dashboard/laporan",
  "/dashboard/laporan/pencarian",
  "/dashboard/laporan/unit",
  "/dashboard/laporan/respons",
  "/dashboard/laporan/asisten",
  "/dashboard/laporan/perintah",
  "/dashboard/pengaturan",
  "/dashboard/pengaturan/akun",
  "/dashboard/pengaturan/tim",
  "/dashboard/pengaturan/profil",
  "/dashboard/pengaturan/tampilan",
  "/dashboard/pengaturan/jam",
  "/dashboard/pengaturan/cabang",
  "/dashboard/pengaturan/asisten",
  "/dashboard/pengaturan/faq",
  "/dashboard/pengaturan/uji-chat",
  "/dashboard/pengaturan/whatsapp",
  "/dashboard/pengaturan/domain",
];

/** Server time and scripts of every dashboard page, for the owner of a showroom with a lot of everything. */
export async function benchDashboard(): Promise<Row[]> {
  const database = await startBenchDatabase(fillDashboard);
  const port = freePort();
  const server = await startChild("app-server.ts", productionEnv(database, port)).catch(async (error) => {
    await database.stop();
    throw error;
  });
  try {
    const visit = await logIn(port);
    const places = await somePlaces(database.url);
    const measured = [];
    for (const page of PAGES) measured.push(await measurePage(visit, page, places));
    return toRows(measured);
  } finally {
    await server.stop();
    await database.stop();
  }
}

type Visit = (path: string) => Promise<Response>;
type Measured = { page: string; status: number; p50: number; p95: number; scriptKb: number };

/** As a browser does, with the form. */
async function logIn(port: number): Promise<Visit> {
  const address = `http://127.0.0.1:${port}`;
  const headers = { host: DASHBOARD_HOST, origin: `http://${DASHBOARD_HOST}` };
  const body = new URLSearchParams(DASHBOARD_OWNER);
  const answer = await fetch(`${address}/dashboard/masuk`, { method: "POST", headers, body, redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (answer.status !== 303 || !cookie) throw new Error(`logging in answered ${answer.status}`);
  return (path) => fetch(address + path, { headers: { ...headers, cookie }, redirect: "manual" });
}

/** Of each kind the one that has the most to show. */
async function somePlaces(url: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(`
    SELECT (SELECT id FROM cars WHERE tenant_id = 1 AND status = 'available' ORDER BY id LIMIT 1) AS car,
           (SELECT id FROM leads WHERE tenant_id = 1 AND status = 'hot' ORDER BY updated_at DESC LIMIT 1) AS lead,
           (SELECT id FROM conversations WHERE tenant_id = 1 ORDER BY last_message_at DESC LIMIT 1) AS conversation`);
  await client.end();
  return rows[0] ?? {};
}

async function measurePage(visit: Visit, page: string, places: Record<string, string>): Promise<Measured> {
  const path = page.replace(/:(\w+)/, (_, kind: string) => places[kind] ?? "");
  const times: number[] = [];
  let status = 0;
  let html = "";
  for (let n = 0; n < WARM_UP + SAMPLES; n++) {
    const startedAt = performance.now();
    const answer = await visit(path);
    html = await answer.text();
    if (n >= WARM_UP) times.push(performance.now() - startedAt);
    status = answer.status;
    if (status !== 200) break;
  }
  return { page, status, p50: median(times), p95: percentile(times, 0.95), scriptKb: await scriptKb(visit, html) };
}

/** What the page's scripts weigh compressed. */
async function scriptKb(visit: Visit, html: string): Promise<number> {
  const addresses = [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"/g)].map(([, address]) => address ?? "");
  const sizes = await Promise.all(
    addresses.map(async (address) => Bun.gzipSync(await (await visit(address)).bytes()).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_024;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function toRows(measured: readonly Measured[]): Row[] {
  const answered = measured.filter(({ status }) => status === 200);
  const missing = measured.filter(({ status }) => status !== 200);
  for (const { page, status } of missing) console.error(`${page} answered ${status}`);
  return [
    ...answered.flatMap(({ page, p50, p95 }) => [
      info(`${page}: p50`, p50, "ms"),
      atMost(`${page}: p95`, p95, SLOWEST_MS, "ms"),
    ]),
    ...answered
      .filter((one) => one.scriptKb > 0)
      .map((one) => atMost(`${one.page}: scripts, gzip`, one.scriptKb, MOST_SCRIPT_KB, "KB")),
    atMost("dashboard pages that did not answer", missing.length, 0),
  ];
}
