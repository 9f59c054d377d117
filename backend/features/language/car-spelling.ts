import { editDistance } from "@/backend/platform/edit-distance";
import { type AliasTarget, carIndex, compactKey, nameParts } from "./car-index";
import ambiguousNames from "./data/ambiguous-names.json";
import { isBuiltOnEverydayWord, isEverydayWord, squeezeLetters } from "./vocabulary";

/** A brand (its name) or a model that one word stands for. */
export type SpellingGuess = { name: string | AliasTarget; isMisspelt: boolean };

const ambiguous = new Set<string>(ambiguousNames);

/** True for a name that is also a common word or a bare code: it means a car only beside a car word. */
export function isAmbiguousName(key: string): boolean {
  return ambiguous.has(key);
}

/** "alphardnya", "hondane": a known name with a suffix of speech. */
export function guessSuffixed(text: string): SpellingGuess | null {
  const stem = text.replace(/(?:nya|ny|nipun|ipun|ne|na|e|mu|ku)$/, "");
  if (stem === text || stem.length < 3 || !isGuessable(text) || ambiguous.has(stem)) return null;
  const name = carIndex.models.get(stem) ?? carIndex.brands.get(stem);
  return name ? { name, isMisspelt: false } : null;
}

/**
 * A word nobody knows that is one slip away from a name (two for a long proper name), or spells it with doubled
 * letters. `onGuess` is told before the costly comparison.
 */
export function guessMisspelt(text: string, onGuess: () => void): SpellingGuess | null {
  if (!isGuessable(text)) return null;
  const before = guessOf.get(text);
  if (before !== undefined) return before;
  const guess = compareWithNames(text, onGuess);
  if (guessOf.size >= mostRemembered) guessOf.clear();
  guessOf.set(text, guess);
  return guess;
}

/** The same few thousand words come back in every message. */
const guessOf = new Map<string, SpellingGuess | null>();
const mostRemembered = 5_000;

function compareWithNames(text: string, onGuess: () => void): SpellingGuess | null {
  const squeezed = squeezeLetters(text);
  if (squeezed.length < text.length && isEverydayWord(squeezed)) return null;
  const same = carIndex.models.get(squeezed) ?? squeezedModels.get(squeezed);
  if (same && squeezed.length >= 3) return { name: same, isMisspelt: true };
  if (text.length < 5 || isBuiltOnEverydayWord(text)) return null;

  onGuess();
  const name = nearestModel(text) ?? nearest(text, longBrands, 1, (brand) => brand);
  return name ? { name, isMisspelt: true } : null;
}

type Candidate<T> = [key: string, value: T];

const longBrands = [...carIndex.brands].filter(([key]) => key.length >= 5);
const squeezedModels = new Map<string, AliasTarget>();
const modelsBySound = new Map<string, Candidate<AliasTarget>[]>();
for (const [key, target] of carIndex.models) {
  if (!/^\p{L}{4,}$/u.test(key) || ambiguous.has(key)) continue;
  const squeezed = squeezeLetters(key);
  if (!squeezedModels.has(squeezed)) squeezedModels.set(squeezed, target);
  modelsBySound.set(soundClass(key), [...(modelsBySound.get(soundClass(key)) ?? []), [key, target]]);
}

function isGuessable(text: string): boolean {
  return (
    /^\p{L}{4,20}$/u.test(text) && !isEverydayWord(text) && !carIndex.models.has(text) && !carIndex.brands.has(text)
  );
}

function nearestModel(text: string): AliasTarget | undefined {
  const alike = modelsBySound.get(soundClass(text)) ?? [];
  const proper = alike.filter(isProperName);
  const near = text.length > 5 ? alike.filter(([key]) => key.length > 5 || key[0] === text[0]) : proper;
  const oneSlip = nearest(text, near, 1, ({ model }) => model.model);
  if (oneSlip || text.length < 8) return oneSlip;
  return nearest(text, proper, 2, ({ model }) => model.model);
}

/** The catalogue's own spelling, not one of its known misspellings. */
function isProperName([key, { model }]: Candidate<AliasTarget>): boolean {
  return key === compactKey(nameParts(model.model));
}

/** The one nearest candidate, or undefined when two different ones are equally near. */
function nearest<T>(
  text: string,
  candidates: Candidate<T>[],
  limit: number,
  identity: (value: T) => string,
): T | undefined {
  let best: T | undefined;
  let bestDistance = limit + 1;

  for (const [key, value] of candidates) {
    if (Math.abs(key.length - text.length) > 1) continue;
    const distance = editDistance(text, key, Math.min(limit, bestDistance));
    if (distance < bestDistance) {
      best = value;
      bestDistance = distance;
    } else if (distance === bestDistance && best !== undefined && identity(best) !== identity(value)) {
      best = undefined;
    }
  }
  return best;
}

/** People write what they hear: f, v and p begin the same name, as do c, k and q. */
function soundClass(text: string): string {
  const initial = text[0] ?? "";
  return ["fvp", "ckq", "szx", "ijy", "ae"].find((letters) => letters.includes(initial)) ?? initial;
}
