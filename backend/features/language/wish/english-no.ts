import { carIndex } from "../car-index";
import { colorOfWord } from "../colors";
import { bodyTypeOfWord, fuelOfWord, transmissionOfWord } from "../features-of-car";
import { type Token, tokenize } from "../tokens";

/** Ways to say no in front of what is ruled out, longest first. */
const noes = [
  "do not want",
  "do not like",
  "not interested in",
  "dont want",
  "don't want",
  "don't like",
  "anything but",
  "everything but",
  "all but",
  "but not",
  "other than",
  "except for",
  "instead of",
  "except",
  "besides",
  "without",
  "not",
  "no",
].map((phrase) => phrase.split(" "));
const article = /^(?:a|an|the|any)$/;
const pointing = /^(?:is|it|it's|its|this|that|are|was|why)$/;

/** "no black car", "not the red one", "anything but diesel": where the English no ends that rules the next words out. */
export function englishNoAt(tokens: readonly Token[], start: number): number | null {
  const words = noes.find((phrase) => phrase.every((word, index) => textAt(tokens, start + index) === word));
  if (!words) return null;
  const isBare = words.length === 1 && /^not?$/.test(words[0] ?? "");
  // "Is it not automatic?" asks.
  if (isBare && pointing.test(textAt(tokens, start - 1))) return null;

  let end = start + words.length;
  const isOneUnit = textAt(tokens, end) === "the";
  while (article.test(textAt(tokens, end))) end += 1;
  const isColor = colorOfWord(textAt(tokens, end)) !== null;
  if (!isColor && !isPropertyOrCar(textAt(tokens, end))) return null;
  if (isBare && textAt(tokens, end + 1) === "?") return null;
  // "Not the black Avanza": the car, in whatever colour, not everything black.
  return isOneUnit && isColor && isCar(textAt(tokens, end + 1)) ? end + 1 : end;
}

/** The tokens with every English no in front of a value as "selain"; the rest is as typed. */
export function withPlainNo(tokens: readonly Token[]): Token[] {
  const written: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const end = englishNoAt(tokens, index);
    written.push(...(end === null ? tokens.slice(index, index + 1) : selainFor(tokens.slice(index, end))));
    index = end ?? index + 1;
  }
  return written;
}

export function selainFor(typed: readonly Token[]): Token[] {
  const [first, last] = [typed[0], typed.at(-1)];
  if (!first || !last) return [];
  return tokenize("selain").tokens.map((token) => ({ ...token, start: first.start, end: last.end, joined: false }));
}

function isPropertyOrCar(text: string): boolean {
  return Boolean(transmissionOfWord(text) ?? fuelOfWord(text) ?? bodyTypeOfWord(text)) || isCar(text);
}

function isCar(text: string): boolean {
  return carIndex.models.has(text) || carIndex.brands.has(text);
}

function textAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.text.replace("’", "'") ?? "";
}
