/** `bun run check`: format, lint, types, import rules, links of the docs. */
import { prepare } from "./prepare";

await prepare();
const { findBoundaryProblems } = await import("./check-boundaries");
const { findBrokenLinks } = await import("./check-links");

const bin = "node_modules/.bin";
const checks: [string, () => Promise<string>][] = [
  ["format and lint", () => run(`${bin}/biome`, "check", "--error-on-warnings", ".")],
  ["types", () => run(`${bin}/tsc`, "--noEmit", "-p", ".")],
  ["import rules", async () => findBoundaryProblems().join("\n")],
  ["links in docs", async () => findBrokenLinks().join("\n")],
];

let failed = 0;
for (const [name, check] of checks) {
  const problems = await check();
  console.log(`${problems ? "✗" : "✓"} ${name}`);
  if (!problems) continue;
  failed += 1;
  console.log(problems);
}
process.exit(failed === 0 ? 0 : 1);

/** Output of a command that failed, "" when it succeeded. */
async function run(...command: string[]): Promise<string> {
  const child = Bun.spawn(command, { stdout: "pipe", stderr: "pipe" });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return code === 0 ? "" : `${out}${err}` || `exit code ${code}`;
}
