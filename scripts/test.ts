/** `bun run test [files]`: everything a test run needs, the run, and a last line "N passed, N failed". */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare } from "./prepare";

await prepare();
ensureChromium();
const { startTestPostgres } = await import("@/backend/testing/test-postgres");
const postgres = await startTestPostgres();
const scratch = mkdtempSync(join(tmpdir(), "autoleads-report-"));

try {
  const report = join(scratch, "report.xml");
  const run = Bun.spawn(
    [
      process.execPath,
      "test",
      "--isolate",
      "--timeout=60000",
      "--reporter=junit",
      `--reporter-outfile=${report}`,
      ...process.argv.slice(2),
    ],
    { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NODE_ENV: "test" } },
  );
  const exitCode = await run.exited;
  const { passed, failed } = readReport(report);
  const broken = exitCode !== 0 && failed === 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed + broken} failed`);
  process.exitCode = passed > 0 && failed + broken === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
  await postgres.stop();
}

function readReport(file: string): { passed: number; failed: number } {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const [head = ""] = /<testsuites [^>]*>/.exec(readFileSync(file, "utf8")) ?? [];
  const count = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  const failed = count("failures") + count("errors");
  return { passed: count("tests") - failed - count("skipped"), failed };
}

/** The browser tests drive the system's Chromium; where the system's packages have it, it is installed. */
function ensureChromium(): void {
  const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  if (places.some(existsSync)) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing Chromium for the browser tests …");
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "chromium"], { stdio: "ignore" });
}
