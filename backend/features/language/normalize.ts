import extraSlang from "./data/extra-slang.json";
import slang from "./data/slang.json";
import type { Token } from "./tokens";
import { tokenize } from "./tokens";
import { isEverydayWord, squeezeLetters } from "./vocabulary";

/** A word in plain Indonesian with the tokens it was read from (`end` exclusive). One token can give two words. */
export type PlainWord = { text: string; start: number; end: number };

const plainOf = new Map<string, string>();
for (const [informal, plain] of Object.entries({ ...slang, ...extraSlang }))
  plainOf.set(informal.replace(/[\s/.-]+/g, " "), plain);

/** Words that mean other things than the slang list says once they stand in a sentence about cars. */
for (const word of ["acc", "ac", "no", "pas", "at", "mt", "km"]) plainOf.delete(word);

const longestPhraseTokens = 3;

/** Plain words of a message: lower case, slang resolved (longest phrase first), elongations squeezed, -nya dropped. */
export function plainWords(tokens: readonly Token[]): PlainWord[] {
  const words: PlainWord[] = [];
  for (let index = 0; index < tokens.length; ) {
    const phrase = slangPhrase(tokens, index);
    const end = phrase?.end ?? index + 1;
    const text = phrase?.text ?? tokens[index]?.text ?? "";
    const isEcho = text === words.at(-1)?.text && /^\p{L}{3,}$/u.test(text);
    const isLooseSuffix = text === "nya" || text === "nyah";
    if (!isEcho && !isLooseSuffix) {
      for (const part of text.split(/\s+/)) if (part !== "") words.push({ text: part, start: index, end });
    }
    index = isReduplicated(tokens, index, end) ? end + 2 : end;
  }
  return words;
}

/** "lihat-lihat" says "lihat". */
function isReduplicated(tokens: readonly Token[], start: number, end: number): boolean {
  const word = tokens[start];
  return word?.kind === "word" && end === start + 1 && tokens[end]?.text === "-" && tokens[end + 1]?.text === word.text;
}

/** The message in plain words with single spaces: "brp hrg nett kak??" is "berapa harga nett kak ? ?". */
export function normalizeText(text: string): string {
  return plainWords(tokenize(text).tokens)
    .map((word) => word.text)
    .join(" ");
}

/** What a slang word means, as the lists have it; undefined for a word they do not hold. */
export function slangOf(text: string): string | undefined {
  return plainOf.get(text);
}

/** One word in plain Indonesian: slang, "haloooo", "harganya" → "harga". */
export function plainWord(text: string): string {
  const direct = plainOf.get(text);
  if (direct !== undefined) return withoutSuffix(direct);

  const doubled = /^(\p{L}{3,})2(?:nya|an)?$/u.exec(text)?.[1];
  if (doubled) return plainWord(doubled);

  const drawnOut = text.replace(/(\p{L})\1{2,}/gu, "$1");
  if (drawnOut !== text) return plainWord(drawnOut);

  const squeezed = squeezeLetters(text);
  const isKnownSqueezed = squeezed !== text && (plainOf.has(squeezed) || isEverydayWord(squeezed));
  if (isKnownSqueezed && !isEverydayWord(text)) return plainOf.get(squeezed) ?? squeezed;
  return withoutSuffix(text);
}

function slangPhrase(tokens: readonly Token[], start: number): { text: string; end: number } | null {
  const parts: string[] = [];
  let best: { text: string; end: number } | null = null;

  for (let index = start; index < tokens.length && parts.length < longestPhraseTokens; index++) {
    const token = tokens[index];
    if (!token || token.kind === "newline") break;
    if (token.kind === "symbol" && !/^[./-]$/.test(token.text)) break;
    if (token.kind !== "symbol") parts.push(token.text);
    const plain = parts.length > 1 ? plainOf.get(parts.join(" ")) : undefined;
    if (plain !== undefined && token.kind !== "symbol") best = { text: plain, end: index + 1 };
  }
  if (best) return best;
  const first = tokens[start];
  return first?.kind === "word" ? { text: plainWord(first.text), end: start + 1 } : null;
}

/** "mobile", "kilometere": the Javanese -e on a known word. */
function withoutJavaneseE(text: string): string {
  const stem = /^(\p{L}{4,})e$/u.exec(text)?.[1];
  return stem && isEverydayWord(stem) && !isEverydayWord(text) ? stem : text;
}

function withoutSuffix(text: string): string {
  const own = /^(\p{L}{4,})ku$/u.exec(text)?.[1];
  if (own && isEverydayWord(own)) return `${plainOf.get(own) ?? own} saya`;
  const stem = /^(\p{L}{3,})(?:nya|nye|ne|ny)$/u.exec(text)?.[1];
  if (!stem) return withoutJavaneseE(text);
  const plain = plainOf.get(stem);
  if (plain !== undefined && !plain.includes(" ")) return plain;
  if (text.endsWith("ne") && !isEverydayWord(stem) && isEverydayWord(`${stem}n`)) return `${stem}n`;
  const isPossessed = stem.length >= 4 && /ny[ae]$/.test(text);
  return isPossessed || isEverydayWord(stem) ? stem : text;
}
