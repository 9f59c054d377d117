import { z } from "zod";
import { customerIntents } from "./customer-message";
import { hintsOf } from "./evidence";
import { sight } from "./sighting";

/**
 * Counts the hints of `evidence.ts` over the labelled customer lines and writes `data/word-hints.json`:
 * `bun backend/features/language/customer/learn-hints.ts`. To be run after lines or slang were added.
 */
const labelled = z.object({
  text: z.string(),
  context: z
    .object({
      unit: z.string().optional(),
      listed: z.array(z.string()).optional(),
      asked: z.enum(["budget", "name", "visit_time", "unit"]).optional(),
    })
    .optional(),
  intents: z.array(z.enum(customerIntents)),
});
const fewestLines = 2;

const lines = customerIntents.map(() => 0);
const counts = new Map<string, number[]>();
const languageFolder = new URL("..", import.meta.url).pathname;

for await (const name of new Bun.Glob("fixtures/*-customer*.jsonl").scan(languageFolder)) {
  for (const line of (await Bun.file(`${languageFolder}${name}`).text()).trim().split("\n")) count(line);
}

const hints = [...counts]
  .filter(([, byIntent]) => byIntent.reduce((sum, times) => sum + times) >= fewestLines)
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([hint, byIntent]) => ` ${JSON.stringify(hint)}: ${JSON.stringify(countsByNumber(byIntent))}`);
await Bun.write(
  `${languageFolder}data/word-hints.json`,
  `{"lines": ${JSON.stringify(lines)}, "hints": {\n${hints.join(",\n")}\n}}\n`,
);

function count(line: string): void {
  const { text, context, intents } = labelled.parse(JSON.parse(line));
  for (const intent of intents) {
    const number = customerIntents.indexOf(intent);
    lines[number] = (lines[number] ?? 0) + 1;
    for (const hint of hintsOf(sight(text, context ?? {}))) {
      const byIntent = counts.get(hint) ?? customerIntents.map(() => 0);
      byIntent[number] = (byIntent[number] ?? 0) + 1;
      counts.set(hint, byIntent);
    }
  }
}

function countsByNumber(byIntent: readonly number[]): Record<string, number> {
  return Object.fromEntries(byIntent.flatMap((times, number) => (times > 0 ? [[String(number), times]] : [])));
}
