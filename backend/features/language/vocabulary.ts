import commonWords from "./data/common-words.json";
import slang from "./data/slang.json";

const known = new Set<string>(commonWords);
for (const [informal, plain] of Object.entries(slang)) {
  for (const part of `${informal} ${plain}`.split(/[\s/.-]+/)) known.add(part);
}

/** True for an everyday word, informal or plain: such a word is never a misspelt car. */
export function isEverydayWord(text: string): boolean {
  return known.has(text);
}

/** "halooo" → "halo", "avanzaaa" → "avanza": every run of one letter becomes one. */
export function squeezeLetters(text: string): string {
  return text.replace(/(\p{L})\1+/gu, "$1");
}
