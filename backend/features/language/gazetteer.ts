import { type AliasTarget, type CarModel, carIndex, compactKey } from "./car-index";
import { guessMisspelt, guessSuffixed, isAmbiguousName } from "./car-spelling";
import type { Token } from "./tokens";

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

const longestNameTokens = 5;
const mostGuessesPerText = 60;

/**
 * Every brand and model named in the tokens, longest name first, then earliest. `brandHint` allows names that mean a
 * model only beside their brand ("2" for Mazda). A name that is also a common word counts only beside a car word, or
 * (`trustsCommonWords`) where it begins a line.
 */
export function findCars(
  tokens: readonly Token[],
  brandHint: string | null = null,
  trustsCommonWords = false,
): CarMention[] {
  const mentions: CarMention[] = [];
  let guessesLeft = mostGuessesPerText;

  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    if (!token || (token.kind !== "word" && token.kind !== "number")) {
      index += 1;
      continue;
    }
    const exact = exactMention(tokens, index, brandHint, trustsCommonWords);
    const mention = exact ?? (guessesLeft > 0 ? guessMention(tokens, index, () => guessesLeft--) : null);
    if (mention) mentions.push(mention);
    index = mention?.end ?? index + 1;
  }
  return mergeBrands(mentions, tokens);
}

function exactMention(
  tokens: readonly Token[],
  start: number,
  brandHint: string | null,
  trustsCommonWords: boolean,
): CarMention | null {
  const local = brandHint ? carIndex.modelsOfBrand.get(brandHint) : undefined;

  for (const { key, end } of keysFrom(tokens, start)) {
    const target = carIndex.models.get(key) ?? local?.get(key);
    if (target && (isTrimGlued(tokens, start, end, target) || isCityCar(tokens, start, end))) continue;
    const isTrusted = trustsCommonWords && startsLine(tokens, start);
    if (
      target &&
      (local?.has(key) || !isAmbiguousName(key) || isTrusted || standsBesideCar(tokens, start, end, target.model))
    ) {
      return longerNameOfBrand(tokens, start, end) ?? modelMention(target, tokens, start, end, null);
    }
    const brand = carIndex.brands.get(key);
    if (brand) {
      const mention = brandMention(brand, tokens, start, end);
      if (key === "mini" && /^bus$/.test(tokens[end]?.text ?? "")) continue;
      if (mention.model || !isAmbiguousName(key) || standsBesideCar(tokens, start, end)) return mention;
    }
  }
  return null;
}

function startsLine(tokens: readonly Token[], index: number): boolean {
  return index === 0 || tokens[index - 1]?.kind === "newline";
}

/** "Mini Cooper Countryman": a brand and model in one name may begin the name of another model of the brand. */
function longerNameOfBrand(tokens: readonly Token[], start: number, end: number): CarMention | null {
  const brand = end > start + 1 ? carIndex.brands.get(tokens[start]?.text ?? "") : undefined;
  const mention = brand ? brandMention(brand, tokens, start, start + 1) : null;
  return mention?.model && mention.end > end ? mention : null;
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
    const again = brandNamedAgain(brand, tokens, modelStart);
    return { ...(again && again.end > mention.end ? again : mention), start };
  }
  return { brand, model: null, start, end, variantStart: end, typed: null };
}

/** "Land Rover Range Rover Evoque": the brand twice, by two of its names. */
function brandNamedAgain(brand: string, tokens: readonly Token[], start: number): CarMention | null {
  const second = keysFrom(tokens, start).find(({ key }) => carIndex.brands.get(key) === brand);
  const mention = second ? brandMention(brand, tokens, start, second.end) : null;
  return mention?.model ? mention : null;
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
  const own = target.ownWords === 0 && isSpacedCode(target, tokens, start, end) ? 1 : target.ownWords;
  const variantStart = own === "all" ? end : wordEnd(tokens, start, end, own);
  return { brand: target.model.brand, model: target.model, start, end, variantStart, typed };
}

/** In "RX 300" the model is its own word, in "RX300" it is not. */
function isSpacedCode({ model }: AliasTarget, tokens: readonly Token[], start: number, end: number): boolean {
  return end > start + 1 && tokens[start]?.text === model.model.toLowerCase();
}

function guessMention(tokens: readonly Token[], index: number, onGuess: () => void): CarMention | null {
  const text = tokens[index]?.text ?? "";
  const guess = guessSuffixed(text) ?? guessMisspelt(text, onGuess);
  if (!guess) return null;
  const mention =
    typeof guess.name === "string"
      ? brandMention(guess.name, tokens, index, index + 1)
      : modelMention(guess.name, tokens, index, index + 1, null);
  return { ...mention, typed: guess.isMisspelt ? text : null };
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
  /^(?:mobil|unit|matic|metik|manual|mt|at|cvt|km|plat|pajak|nopol|warna|tahun|thn|th|harga|hrg|cash|kredit|dp|tdp|seri|tipe|type|varian|bekas|second|seken|stok|ready|rdy|redi|dijual|jual|cari|nyari|golek|ada|onok|punya|koleksi|list|detail|info|bensin|diesel|solar|hitam|putih|silver|merah|abu|abu2|biru|kuning|hijau|coklat|item|nik|brp|nego|nawar|tawar|menawar|tukar|tuker|kene|laku|sold|terjual|payu|booking|minat|tt|sama|atau|apa|vs)$/;

/** A common word is a car only beside a brand, a year, a price or a car word. */
function standsBesideCar(tokens: readonly Token[], start: number, end: number, model?: CarModel): boolean {
  let nameEnd = end;
  while (model?.trimWords.has(tokens[nameEnd]?.text ?? "")) nameEnd += 1;
  for (let index = Math.max(0, start - 2); index < Math.min(tokens.length, nameEnd + 2); index++) {
    if (index >= start && index < nameEnd && index !== end) continue;
    const token = tokens[index];
    if (!token) continue;
    // "rush yg lain": whatever it is, there are others of it.
    if (/^(?:lain|lainnya|sejenis|serupa)$/.test(token.text) && index > start) return true;
    if (carWord.test(token.text) || /^(?:19|20)\d\d$/.test(token.text)) return true;
    if (carIndex.brands.has(token.text) && !isAmbiguousName(token.text)) return true;
    if (carIndex.models.has(token.text) && !isAmbiguousName(token.text)) return true;
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
