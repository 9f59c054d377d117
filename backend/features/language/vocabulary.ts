import commonWords from "./data/common-words.json";
import slang from "./data/slang.json";

const known = new Set<string>(commonWords);
for (const [informal, plain] of Object.entries(slang)) {
  for (const part of `${informal} ${plain}`.split(/[\s/.-]+/)) known.add(part);
}

/** True for an everyday word, informal or plain. */
export function isEverydayWord(text: string): boolean {
  return known.has(text);
}

/** True for an everyday word or a form built on one ("katanya", "ditunggu"): such a word is never a misspelt car. */
export function isBuiltOnEverydayWord(text: string): boolean {
  if (known.has(text)) return true;
  const stem = text.replace(/(?:nya|kan|lah|kah|ku|mu|ne|in|an|i|e)$/, "");
  const root = stem.replace(/^(?:di|me|ber|ter|ke|se|pe|ng|ny|n|m)/, "");
  return known.has(stem) || (root.length >= 4 && known.has(root));
}

/** "halooo" → "halo", "avanzaaa" → "avanza": every run of one letter becomes one. */
export function squeezeLetters(text: string): string {
  return text.replace(/(\p{L})\1+/gu, "$1");
}
