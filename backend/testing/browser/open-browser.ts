import { afterAll } from "bun:test";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** The system's Chromium with a profile of its own, closed after the file. */
export async function openBrowser(options: { javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> {
  const executablePath = PLACES.find(existsSync);
  if (!executablePath) throw new Error("Chromium is not installed (apt-get install chromium)");
  const profile = mkdtempSync(join(tmpdir(), "autoleads-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    viewport: DESKTOP,
    locale: "id-ID",
    ...options,
  });
  afterAll(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  return context;
}
