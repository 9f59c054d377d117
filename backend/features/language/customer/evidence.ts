import { z } from "zod";
import counted from "../data/word-hints.json";
import { type CustomerIntent, customerIntents } from "./customer-message";
import type { Sighting } from "./sighting";

/**
 * How often words were said with an intent, counted over the labelled lines by `learn-hints.ts`: `lines` per intent, and
 * per hint the counts by the intent's number in `customerIntents`.
 */
const { lines, hints } = z
  .object({
    lines: z.array(z.number()),
    hints: z.record(z.string(), z.record(z.string(), z.number())),
  })
  .parse(counted);

const known = new Map(
  Object.entries(hints).map(([hint, counts]) => [
    hint,
    customerIntents.map((_, number) => Math.log(((counts[number] ?? 0) + 0.05) / ((lines[number] ?? 0) + 1.2))),
  ]),
);
const start = lines.map((count) => 0.5 * Math.log(count + 1));

/** A guess must be this much likelier than the next (natural logarithm), and rest on so many hints. */
const leastLead = 2;
const leastHints = 2;

/** The intent that the words of a message were mostly said with; null when they tell nothing or two things alike. */
export function hintedIntent(sighting: Sighting): CustomerIntent | null {
  const weights = hintsOf(sighting).flatMap((hint) => known.get(hint) ?? []);
  const used = weights.length / customerIntents.length;
  if (used < leastHints) return null;

  const scored = customerIntents
    .map((intent, number) => ({ intent, score: (start[number] ?? 0) + sumAt(weights, number) }))
    .sort((left, right) => right.score - left.score);
  const [best, second] = scored;
  return best && second && best.score - second.score >= leastLead ? best.intent : null;
}

function sumAt(weights: readonly number[], number: number): number {
  let sum = 0;
  for (let index = number; index < weights.length; index += customerIntents.length) sum += weights[index] ?? 0;
  return sum;
}

const tellsNothing = /^(?:kak|bapak|ibu|mas|mbak|ya|bang|dong|min|\|)$/;
const mostWords = 40;

/** The words, pairs of words and beginnings of long words of a message, numbers as NUM, and what the bot knows. */
export function hintsOf({ plain, context }: Sighting): string[] {
  const words = plain
    .replace(/\d[\d.,]*/g, "NUM")
    .split(" ")
    .filter((word) => word !== "" && !tellsNothing.test(word))
    .slice(0, mostWords);
  const pairs = [...words, "$"].map((word, index) => `${words[index - 1] ?? "^"} ${word}`);
  const beginnings = words.filter((word) => word.length > 5).map((word) => `${word.slice(0, 5)}-`);
  const knows = Object.keys(context).map((key) => `@${key}`);
  return [...new Set([...words, ...pairs, ...beginnings, ...knows])];
}
