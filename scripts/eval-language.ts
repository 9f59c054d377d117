import { parseCarAd, parseCustomerMessage, parseStaffMessage } from "@/backend/features/language/index";

/**
 * Scores the reading of people's words against labelled lines:
 * `bun scripts/eval-language.ts customer|ad|staff FILE.jsonl [--wrong]`.
 * Prints the accuracy of every key, the time a message takes and, last, `exact N/M (P%)`; with `--wrong` also the lines
 * that miss.
 */
type Values = Record<string, unknown>;
type Line = { text: string; context?: Values; wanted: Values };

const [kind, file] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const showsWrong = process.argv.includes("--wrong");

if (!isKind(kind) || !file) {
  console.error("usage: bun scripts/eval-language.ts customer|ad|staff FILE.jsonl [--wrong]");
  process.exit(2);
}

const lines = readLines(await Bun.file(file).text(), kind);
const perKey = new Map<string, { right: number; total: number }>();
const timedRounds = 5;
let exact = 0;

for (const line of lines) {
  const read = readMessage(kind, line);
  const wrongKeys = compare(line.wanted, read);
  if (wrongKeys.length === 0) exact += 1;
  else if (showsWrong) {
    console.log(JSON.stringify(line.text), line.context ? JSON.stringify(line.context) : "");
    for (const key of wrongKeys) console.log(`   ${key}: wanted ${show(line.wanted[key])}, read ${show(read[key])}`);
  }
}

for (const [key, { right, total }] of [...perKey].sort()) console.log(`${key.padEnd(20)} ${right}/${total}`);
console.log(timing(kind));
console.log(`exact ${exact}/${lines.length} (${((100 * exact) / Math.max(1, lines.length)).toFixed(1)}%)`);

function isKind(text: string | undefined): text is "customer" | "ad" | "staff" {
  return text === "customer" || text === "ad" || text === "staff";
}

function readLines(text: string, lineKind: "customer" | "ad" | "staff"): Line[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const parsed: Values = JSON.parse(line);
      return { text: String(parsed.text), context: asValues(parsed.context), wanted: wantedOf(parsed, lineKind) };
    });
}

function wantedOf(parsed: Values, lineKind: "customer" | "ad" | "staff"): Values {
  if (lineKind === "ad") return asValues(parsed.car) ?? {};
  if (lineKind === "staff") return { command: parsed.command, ...asValues(parsed.args) };
  return { intents: parsed.intents, ...asValues(parsed.slots) };
}

function readMessage(lineKind: "customer" | "ad" | "staff", { text, context }: Line): Values {
  if (lineKind === "ad") return { ...parseCarAd(text).car };
  if (lineKind === "staff") {
    const { command, args } = parseStaffMessage(text, context);
    return { command, ...args };
  }
  const { intents, slots } = parseCustomerMessage(text, context);
  return { intents, ...slots };
}

/** How long one message takes: of several rounds the best, so that a busy machine does not count. */
function timing(lineKind: "customer" | "ad" | "staff"): string {
  const durations = lines.map((line) =>
    Math.min(
      ...Array.from({ length: timedRounds }, () => {
        const start = performance.now();
        readMessage(lineKind, line);
        return performance.now() - start;
      }),
    ),
  );
  durations.sort((left, right) => left - right);
  const at = (share: number) => (durations[Math.floor(share * (durations.length - 1))] ?? 0).toFixed(2);
  return `a message takes      p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

function compare(wanted: Values, read: Values): string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(read)])].filter((key) => {
    const isRight = show(wanted[key]) === show(read[key]);
    const score = perKey.get(key) ?? { right: 0, total: 0 };
    perKey.set(key, { right: score.right + (isRight ? 1 : 0), total: score.total + 1 });
    return !isRight;
  });
}

function asValues(value: unknown): Values | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
