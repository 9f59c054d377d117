import { editDistance } from "@/backend/platform/edit-distance";
import keyWords from "../data/key-words.json";
import { slangOf } from "../normalize";
import { isEverydayWord, squeezeLetters } from "../vocabulary";

const keys = new Set<string>(keyWords);
const keysByInitial = Map.groupBy(keyWords, (word) => word.charAt(0));
const skeletonOf = (word: string) => squeezeLetters(word.replace(/(?<=.)[aeiou]/g, ""));
const keyOfSkeleton = uniqueBy(keyWords, skeletonOf);

const shortestGuess = 4;

/**
 * A word in the spelling the rules know: affixes of speech taken off ("nawarin" → "tawar", "didelete" → "dihapus"),
 * vowels put back ("lksi" → "lokasi"), one slip of the finger corrected ("alamta" → "alamat"). Only a word nobody knows
 * is changed; a word that stays unknown comes back as it is.
 */
export function plainForm(word: string): string {
  const before = formOf.get(word);
  if (before !== undefined) return before;
  const form = findForm(word);
  if (formOf.size >= mostRemembered) formOf.clear();
  formOf.set(word, form);
  return form;
}

/** The same few thousand words come back in every message. */
const formOf = new Map<string, string>();
const mostRemembered = 5_000;
const longestWord = 24;

function findForm(word: string): string {
  if (word.length > longestWord) return word;
  const text = word.normalize("NFD").replace(/\p{M}/gu, "");
  const possessed = /^(\p{L}{3,})nya$/u.exec(text)?.[1];
  if (possessed && keys.has(possessed)) return possessed;
  const commanded = /^(\p{L}{3,})in$/u.exec(text)?.[1];
  if (commanded && slangOf(text) === undefined && keys.has(`${commanded}kan`)) return `${commanded}kan`;
  const helped = /^(\p{L}{3,})in$/u.exec(text)?.[1];
  const root = helped && !keys.has(text) ? (slangOf(text) ?? withoutAffixes(helped) ?? knownOrNull(helped)) : null;
  if (root && !root.includes(" ")) return root;
  if (isKnown(text) || !/^\p{L}{2,}2?$/u.test(text)) return text;
  return withoutAffixes(text) ?? guessKeyWord(text) ?? text;
}

function isKnown(text: string): boolean {
  return keys.has(text) || isEverydayWord(text) || slangOf(text) !== undefined;
}

function knownOrNull(text: string): string | null {
  return isKnown(text) ? text : null;
}

function withoutAffixes(text: string): string | null {
  for (const form of formsOf(text)) {
    const slang = slangOf(form);
    if (slang !== undefined && !slang.includes(" ")) return slang;
    if (keys.has(form) || isEverydayWord(form)) return form;
  }
  return passiveOfSlang(text);
}

/** Standard forms of a colloquial or Javanese one, likeliest first. */
function formsOf(text: string): string[] {
  const squeezed = squeezeLetters(text);
  const forms = squeezed === text ? [] : [squeezed];
  const doubled = /^(\p{L}{2,})2$/u.exec(text)?.[1];
  if (doubled) forms.push(doubled);

  const stems = stemsOf(text);
  const active = /^(\p{L}{3,})in$/u.exec(text)?.[1];
  if (active) forms.push(`${active}kan`, `${active}i`);
  forms.push(...stems);

  for (const word of [text, ...stems]) {
    forms.push(...rootsOfActive(word));
    const rest = /^(?:nge(?=\p{L}{3})|(?:ng|n|ny|m(?!e))(?=\p{L}{4}))(\p{L}+)$/u.exec(word);
    if (!rest) continue;
    const initial = /^ny/.test(word) ? "s" : /^ng/.test(word) ? "k" : /^n/.test(word) ? "t" : "p";
    forms.push(`${initial}${rest[1]}`, rest[1] ?? "");
  }
  return forms;
}

const suffixes = ["nya", "nipun", "ipun", "ne", "no", "ke", "kah", "lah", "pun", "mu", "an", "na", "in", "e", "en"];

/** The word without one suffix of speech, "budgetnya" and "pajeke". */
function stemsOf(text: string): string[] {
  return suffixes
    .filter((suffix) => text.endsWith(suffix) && text.length - suffix.length >= (suffix.length >= 3 ? 3 : 4))
    .map((suffix) => text.slice(0, -suffix.length));
}

/** "menjual" → "jual", "mengirim" → "kirim", "memesan" → "pesan". */
function rootsOfActive(text: string): string[] {
  const rest = /^me(\p{L}{4,})$/u.exec(text)?.[1];
  if (!rest) return [];
  if (rest.startsWith("ny")) return [`s${rest.slice(2)}`];
  if (rest.startsWith("ng")) return [rest.slice(2), `k${rest.slice(2)}`];
  if (rest.startsWith("m")) return [rest.slice(1), `p${rest.slice(1)}`, rest];
  if (rest.startsWith("n")) return [rest.slice(1), `t${rest.slice(1)}`, rest];
  return [rest];
}

/** "dibusek", "didelete", "didol": the passive of a slang verb. */
function passiveOfSlang(text: string): string | null {
  const verb = /^di(\p{L}{3,}?)(?:no|ne|ke|in|kan|i|en)?$/u.exec(text)?.[1];
  const slang = verb && slangOf(verb);
  const passive = `di${slang?.split(" ")[0] ?? ""}`;
  return slang && (keys.has(passive) || isEverydayWord(passive)) ? passive : null;
}

function guessKeyWord(text: string): string | null {
  if (text.length < shortestGuess) return null;
  if (text.endsWith("2")) return null;
  const vowels = text.replace(/[^aeiou]/g, "").length;
  if (vowels * 3 <= text.length - 2 - (text.length < 6 ? 1 : 0)) {
    const spelled = keyOfSkeleton.get(skeletonOf(text));
    if (spelled) return spelled;
  }
  if (text.length <= shortestGuess) return null;
  const limit = text.length >= 9 ? 2 : 1;
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const key of keysByInitial.get(text.charAt(0)) ?? []) {
    if (key.length <= shortestGuess) continue;
    const distance = editDistance(text, key, limit);
    if (distance < bestDistance) [best, bestDistance] = [key, distance];
    else if (distance === bestDistance && distance <= limit) best = null;
  }
  return best;
}

function uniqueBy(words: readonly string[], keyOf: (word: string) => string): Map<string, string> {
  const grouped = Map.groupBy(words, keyOf);
  return new Map([...grouped].flatMap(([key, [first, ...more]]) => (first && more.length === 0 ? [[key, first]] : [])));
}
