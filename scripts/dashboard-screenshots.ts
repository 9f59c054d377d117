/**
 * `bun --no-install scripts/dashboard-screenshots.ts`: the pictures of docs/dashboard.md, taken in the system's Chromium
 * from a server of its own with the demo showrooms. `--url=http://showroom-surabaya.localhost:3000` uses a running one;
 * `--out=folder` puts the pictures of all pages there, not only those the guide shows; names after that take only those.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import sharp from "sharp";
import { findFreePort } from "@/backend/platform/free-port";

const root = resolve(import.meta.dir, "..");
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const SIZES = { 1280: { width: 1280, height: 900 }, 390: { width: 390, height: 844 } };
const OWNER = { email: "owner@showroom-surabaya.com", password: "password123" };
const SEED_MS = 120_000;

/** Name of the picture → where it is taken; `follow` opens the first link that begins so on that page. */
const PAGES: { name: string; path: string; follow?: string; isPublic?: boolean }[] = [
  { name: "masuk", path: "/dashboard/masuk", isPublic: true },
  { name: "ringkasan", path: "/dashboard" },
  { name: "stok", path: "/dashboard/stok" },
  { name: "stok-baru", path: "/dashboard/stok/baru" },
  { name: "stok-impor", path: "/dashboard/stok/impor" },
  { name: "stok-unit", path: "/dashboard/stok", follow: "/dashboard/stok/0" },
  { name: "leads", path: "/dashboard/leads" },
  { name: "leads-papan", path: "/dashboard/leads?tampilan=papan" },
  { name: "lead", path: "/dashboard/leads", follow: "/dashboard/leads/0" },
  { name: "pertanyaan", path: "/dashboard/leads/pertanyaan" },
  { name: "inbox", path: "/dashboard/inbox" },
  { name: "inbox-chat", path: "/dashboard/inbox", follow: "/dashboard/inbox/0" },
  { name: "laporan-leads", path: "/dashboard/laporan" },
  { name: "laporan-pencarian", path: "/dashboard/laporan/pencarian" },
  { name: "laporan-unit", path: "/dashboard/laporan/unit" },
  { name: "laporan-respons", path: "/dashboard/laporan/respons" },
  { name: "laporan-asisten", path: "/dashboard/laporan/asisten" },
  { name: "laporan-perintah", path: "/dashboard/laporan/perintah" },
  { name: "pengaturan", path: "/dashboard/pengaturan" },
  { name: "pengaturan-profil", path: "/dashboard/pengaturan/profil" },
  { name: "pengaturan-tampilan", path: "/dashboard/pengaturan/tampilan" },
  { name: "pengaturan-jam", path: "/dashboard/pengaturan/jam" },
  { name: "pengaturan-cabang", path: "/dashboard/pengaturan/cabang" },
  { name: "pengaturan-tim", path: "/dashboard/pengaturan/tim" },
  { name: "pengaturan-akun", path: "/dashboard/pengaturan/akun" },
  { name: "pengaturan-whatsapp", path: "/dashboard/pengaturan/whatsapp" },
  { name: "pengaturan-asisten", path: "/dashboard/pengaturan/asisten" },
  { name: "pengaturan-faq", path: "/dashboard/pengaturan/faq" },
  { name: "pengaturan-uji-chat", path: "/dashboard/pengaturan/uji-chat" },
  { name: "pengaturan-domain", path: "/dashboard/pengaturan/domain" },
];

const { url, out, only } = readArguments(process.argv.slice(2));
const folder = out === null ? join(root, "docs/images/dashboard") : resolve(out);
const guide = await Bun.file(join(root, "docs/dashboard.md")).text();
const server = url ? null : await startSeededServer();
const siteUrl = url ?? server?.url ?? "";
const executablePath = BROWSERS.find(existsSync);
if (!executablePath) throw new Error("Chromium is not installed");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  await mkdir(folder, { recursive: true });
  for (const [width, viewport] of Object.entries(SIZES)) await takeAll(browser, width, viewport);
} finally {
  await browser.close();
  await server?.stop();
}

type Viewport = (typeof SIZES)[keyof typeof SIZES];

async function takeAll(from: Browser, width: string, viewport: Viewport): Promise<void> {
  const context = await from.newContext({ viewport, locale: "id-ID", deviceScaleFactor: 1 });
  const wanted = PAGES.filter(({ name }) => isWanted(name, width));
  for (const page of wanted.filter(({ isPublic }) => isPublic)) await take(context, page, width);
  await logIn(context);
  for (const page of wanted.filter(({ isPublic }) => !isPublic)) await take(context, page, width);
  await context.close();
}

function isWanted(name: string, width: string): boolean {
  if (only.length > 0) return only.includes(name);
  return out === null ? guide.includes(`/${name}-${width}.webp`) : true;
}

async function logIn(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${siteUrl}/dashboard/masuk`);
  await page.locator('input[name="email"]').fill(OWNER.email);
  await page.locator('input[name="password"]').fill(OWNER.password);
  await page.locator('button[type="submit"]').first().click();
  await page.waitForURL(/\/dashboard(?!\/masuk)/);
  await page.close();
}

async function take(
  context: BrowserContext,
  { name, path, follow }: (typeof PAGES)[number],
  width: string,
): Promise<void> {
  const page = await context.newPage();
  const answer = await page.goto(siteUrl + path);
  const link = follow ? page.locator(`main a[href^="${follow}"]`).first() : null;
  const isThere = answer?.ok() && (!link || (await link.count()) > 0);
  if (!isThere) {
    console.warn(`${name} at ${width}: not there (${answer?.status()})`);
    return page.close();
  }
  if (link) await page.goto(siteUrl + (await link.getAttribute("href")));
  await growToContent(page, Number(width));
  await page.waitForTimeout(400);
  await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toFile(join(folder, `${name}-${width}.webp`));
  await page.close();
}

/** As high as the page, so that the bars stand at its ends; very long ones are cut: they repeat themselves. */
async function growToContent(page: Page, width: number): Promise<void> {
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  const least = page.viewportSize()?.height ?? height;
  await page.setViewportSize({ width, height: Math.min(Math.max(height, least), width === 390 ? 2_400 : 1_800) });
}

/** The product as a newcomer gets it: an empty folder, the demo showrooms. */
async function startSeededServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await findFreePort();
  const data = await mkdtemp(join(tmpdir(), "autoleads-pictures-"));
  const child = Bun.spawn([process.execPath, "--no-install", "scripts/start.ts"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: join(data, "data"), UPLOAD_DIR: join(data, "uploads") },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const deadline = Date.now() + SEED_MS;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error("the server did not start");
    await Bun.sleep(300);
  }
  return {
    url: `http://showroom-surabaya.localhost:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await child.exited;
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
  return answer?.ok ?? false;
}

function readArguments(args: readonly string[]) {
  const settingOf = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null;
  return {
    url: settingOf("url"),
    out: settingOf("out"),
    only: args.filter((arg) => !arg.startsWith("--")),
  };
}
