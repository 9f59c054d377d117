import { editDistance } from "@/backend/platform/edit-distance";
import { type AliasTarget, type CarModel, carIndex, compactKey, nameParts } from "./car-index";
import ambiguousNames from "./data/ambiguous-names.json";
import type { Token } from "./tokens";
import { isBuiltOnEverydayWord, isEverydayWord, squeezeLetters } from "./vocabulary";

/** A brand or model named in a message, tokens `start` to `end` (exclusive). */
export type CarMention = {
  brand: string;
  model: CarModel | null;
  start: number;
  end: number;
  /** Where the variant may begin: inside the mention for a generation that stands for its model ("zenix"). */
  variantStart: number;
  /** Set when the word was read as a misspelling: what was typed. */
  typed: string | null;
};

const ambiguous = new Set<string>(ambiguousNames);
const longestNameTokens = 5;
const mostGuessesPerText = 60;

const squeezedModels = new Map<string, AliasTarget>();
const fuzzyModels = new Map<string, [string, AliasTarget][]>();
const fuzzyBrands = [...carIndex.brands].filter(([key]) => key.length >= 5);
for (const [key, target] of carIndex.models) {
  if (!/^\p{L}{4,}$/u.test(key) || ambiguous.has(key)) continue;
  const squeezed = squeezeLetters(key);
  if (!squeezedModels.has(squeezed)) squeezedModels.set(squeezed, target);
  const initial = soundClass(key);
  fuzzyModels.set(initial, [...(fuzzyModels.get(initial) ?? []), [key, target]]);
}

/**
 * Every brand and model named in the tokens, longest name first, then earliest. `brandHint` allows names that mean a
 * model only beside their brand ("2" for Mazda). A name that is also a common word counts only beside a car word.
 */
export function findCars(tokens: readonly Token[], brandHint: string | null = null): CarMention[] {
  const mentions: CarMention[] = [];
  let guessesLeft = mostGuessesPerText;

  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    if (!token || (token.kind !== "word" && token.kind !== "number")) {
      index += 1;
      continue;
    }
    const exact = exactMention(tokens, index, brandHint);
    const mention = exact ?? (guessesLeft > 0 ? guessMention(tokens, index, () => guessesLeft--) : null);
    if (mention) mentions.push(mention);
    index = mention?.end ?? index + 1;
  }
  return mergeBrands(mentions, tokens);
}

function exactMention(tokens: readonly Token[], start: number, brandHint: string | null): CarMention | null {
  const local = brandHint ? carIndex.modelsOfBrand.get(brandHint) : undefined;

  for (const { key, end } of keysFrom(tokens, start)) {
    const target = carIndex.models.get(key) ?? local?.get(key);
    if (target && (isTrimGlued(tokens, start, end, target) || isCityCar(tokens, start, end))) continue;
    if (target && (local?.has(key) || !ambiguous.has(key) || standsBesideCar(tokens, start, end))) {
      return modelMention(target, tokens, start, end, null);
    }
    const brand = carIndex.brands.get(key);
    if (brand) {
      const mention = brandMention(brand, tokens, start, end);
      if (key === "mini" && /^bus$/.test(tokens[end]?.text ?? "")) continue;
      if (mention.model || !ambiguous.has(key) || standsBesideCar(tokens, start, end)) return mention;
    }
  }
  return null;
}

/** "City car" is a kind of car. */
function isCityCar(tokens: readonly Token[], start: number, end: number): boolean {
  return tokens[start]?.text === "city" && tokens[end]?.text === "car";
}

/** "Yaris S" is a model and a trim, although "yariss" is a known misspelling. */
function isTrimGlued(tokens: readonly Token[], start: number, end: number, target: AliasTarget): boolean {
  if (end - start !== 2 || !/^[a-z]$/.test(tokens[end - 1]?.text ?? "")) return false;
  return carIndex.models.get(tokens[start]?.text ?? "")?.model === target.model;
}

/** A brand, and the model that follows it ("mazda 2", "honda all new brio"). */
function brandMention(brand: string, tokens: readonly Token[], start: number, end: number): CarMention {
  const modelStart = skipBetweenBrandAndModel(tokens, end);
  const local = carIndex.modelsOfBrand.get(brand);

  for (const { key, end: modelEnd } of keysFrom(tokens, modelStart)) {
    const target = local?.get(key);
    if (!target || isYearAfterBrand(tokens, modelStart, modelEnd)) continue;
    if (isTrimGlued(tokens, modelStart, modelEnd, target)) continue;
    const mention = modelMention(target, tokens, modelStart, modelEnd, null);
    return { ...mention, start };
  }
  return { brand, model: null, start, end, variantStart: end, typed: null };
}

/** "peugeot 2008" is a model, "peugeot 3008 2008" has a year: a bare year after the brand is one unless the model is so called. */
function isYearAfterBrand(tokens: readonly Token[], start: number, end: number): boolean {
  return end === start + 1 && /^(?:19|20)\d\d$/.test(tokens[start]?.text ?? "") && tokens[start]?.text !== "2008";
}

function modelMention(
  target: AliasTarget,
  tokens: readonly Token[],
  start: number,
  end: number,
  typed: string | null,
): CarMention {
  const variantStart = target.ownWords === "all" ? end : wordEnd(tokens, start, end, target.ownWords);
  return { brand: target.model.brand, model: target.model, start, end, variantStart, typed };
}

function guessMention(tokens: readonly Token[], index: number, onGuess: () => void): CarMention | null {
  const text = tokens[index]?.text ?? "";
  if (!/^\p{L}{4,20}$/u.test(text) || isEverydayWord(text)) return null;

  if (carIndex.models.has(text) || carIndex.brands.has(text)) return null;
  const squeezed = squeezeLetters(text);
  if (squeezed.length < text.length && isEverydayWord(squeezed)) return null;
  const bySqueeze = carIndex.models.get(squeezed) ?? squeezedModels.get(squeezed);
  if (bySqueeze && squeezed.length >= 3) return modelMention(bySqueeze, tokens, index, index + 1, text);

  const stem = text.replace(/(?:nya|ny|ne|e|mu|ku)$/, "");
  const byStem = stem.length >= 3 && stem !== text ? carIndex.models.get(stem) : undefined;
  if (byStem && !ambiguous.has(stem)) return modelMention(byStem, tokens, index, index + 1, null);
  const brandByStem = stem !== text ? carIndex.brands.get(stem) : undefined;
  if (brandByStem && !ambiguous.has(stem)) return brandMention(brandByStem, tokens, index, index + 1);

  if (isBuiltOnEverydayWord(text)) return null;
  onGuess();
  return guessBySpelling(text, tokens, index);
}

function guessBySpelling(text: string, tokens: readonly Token[], index: number): CarMention | null {
  if (text.length < 5) return null;

  const alike = fuzzyModels.get(soundClass(text)) ?? [];
  const heard =
    text.length > 5 ? alike.filter(([key]) => key.length > 5 || key[0] === text[0]) : alike.filter(isProperName);
  const model =
    nearest(text, heard, 1, ({ model }) => model.model) ??
    (text.length >= 8 ? nearest(text, heard.filter(isProperName), 2, ({ model }) => model.model) : undefined);
  if (model) return modelMention(model, tokens, index, index + 1, text);
  const brand = nearest(text, fuzzyBrands, 1, (name) => name);
  return brand ? { ...brandMention(brand, tokens, index, index + 1), typed: text } : null;
}

/** The catalogue's own spelling, not one of its known misspellings. */
function isProperName([key, { model }]: [string, AliasTarget]): boolean {
  return key === compactKey(nameParts(model.model));
}

/** The one nearest candidate, or undefined when two different ones are equally near. */
function nearest<T>(
  text: string,
  candidates: [string, T][],
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

/** People write what they hear: f, v and p; c, k and q; s, z and x; i, j and y begin the same name. */
function soundClass(text: string): string {
  const initial = text[0] ?? "";
  const heard = ["fvp", "ckq", "szx", "ijy", "ae"].find((letters) => letters.includes(initial));
  return heard ?? initial;
}

function keysFrom(tokens: readonly Token[], start: number): { key: string; end: number }[] {
  const keys: { key: string; end: number }[] = [];
  const parts: string[] = [];

  for (let index = start; index < tokens.length && parts.length < longestNameTokens; index++) {
    const token = tokens[index];
    if (!token || token.kind === "newline" || token.kind === "hidden") break;
    if (token.kind === "symbol") {
      const isHyphen = token.text === "-" && token.joined && tokens[index + 1]?.joined && parts.length > 0;
      if (isHyphen) continue;
      if (token.text !== "+" || parts.length === 0) break;
    }
    parts.push(token.text);
    keys.push({ key: compactKey(parts), end: index + 1 });
  }
  return keys.reverse();
}

function skipBetweenBrandAndModel(tokens: readonly Token[], index: number): number {
  let at = index;
  while (/^(?:all|new|grand|great|tipe|type|model|mobil|-)$/.test(tokens[at]?.text ?? "") && at < index + 3) {
    const isName = keysFrom(tokens, at).some(({ key }) => carIndex.models.has(key));
    if (isName) break;
    at += 1;
  }
  return at;
}

function wordEnd(tokens: readonly Token[], start: number, end: number, words: number): number {
  let seen = 0;
  let index = start;
  for (; index < end && seen < words; index++) if (tokens[index]?.text !== "-") seen += 1;
  return index;
}

const carWord =
  /^(?:mobil|unit|matic|metik|manual|mt|at|cvt|km|plat|pajak|nopol|warna|tahun|thn|th|harga|hrg|cash|kredit|dp|tdp|seri|tipe|type|varian|bekas|second|seken|stok|ready|rdy|redi|dijual|jual|cari|nyari|golek|ada|onok|punya|koleksi|list|detail|info|bensin|diesel|solar|hitam|putih|silver|merah|abu|abu2|biru|kuning|hijau|coklat|item|nik|brp|nego|laku|sold|terjual|payu|booking|minat|tt|sama|atau|apa|vs)$/;

/** A common word is a car only beside a brand, a year, a price or a car word. */
function standsBesideCar(tokens: readonly Token[], start: number, end: number): boolean {
  for (let index = Math.max(0, start - 2); index < Math.min(tokens.length, end + 2); index++) {
    if (index >= start && index < end) continue;
    const token = tokens[index];
    if (!token) continue;
    if (carWord.test(token.text) || /^(?:19|20)\d\d$/.test(token.text)) return true;
    if (carIndex.brands.has(token.text) && !ambiguous.has(token.text)) return true;
    if (/^(?:jt|juta|rb|ribu)$/.test(token.text)) return true;
    if (index === end && carIndex.trimWords.has(token.text)) return true;
  }
  return false;
}

/** "reborn" right after "innova" and "veloz" right after "avanza" are trims, although alone they name a car. */
function isTrimOf(previous: CarMention, mention: CarMention, tokens: readonly Token[]): boolean {
  const isNext =
    mention.start === previous.end || (mention.start === previous.end + 1 && tokens[previous.end]?.text === "-");
  if (!isNext || !mention.model) return false;
  return mention.model === previous.model || previous.model?.trimWords.has(tokens[mention.start]?.text ?? "") === true;
}

/** "Toyota" right before "Avanza" is one mention, with or without a line between. */
function mergeBrands(mentions: CarMention[], tokens: readonly Token[]): CarMention[] {
  const merged: CarMention[] = [];
  for (const mention of mentions) {
    const previous = merged.at(-1);
    const isSameCar = previous && !previous.model && previous.brand === mention.brand && mention.model;
    if (previous?.model && isTrimOf(previous, mention, tokens)) continue;
    const gap = previous ? tokens.slice(previous.end, mention.start) : [];
    if (
      isSameCar &&
      gap.length <= 2 &&
      gap.every((token) => token.kind === "symbol" || /^(?:all|new|grand)$/.test(token.text))
    ) {
      merged[merged.length - 1] = { ...mention, start: previous.start };
    } else merged.push(mention);
  }
  return merged;
}
