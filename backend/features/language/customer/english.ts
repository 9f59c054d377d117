import { carIndex } from "../car-index";
import { colorOfWord } from "../colors";
import phrases from "../data/english.json";
import { type Token, tokenize } from "../tokens";
import { isEverydayWord } from "../vocabulary";
import { englishNoAt, selainFor } from "../wish/english-no";

const meaningOf = new Map<string, string>(Object.entries(phrases));
const englishWords = new Set([...meaningOf.keys()].flatMap((phrase) => phrase.split(" ")));
const longestPhraseTokens = Math.max(...[...meaningOf.keys()].map((phrase) => phrase.split(" ").length));

/** Words that only somebody writing English uses; "price", "ready", "test drive" are everybody's. */
const onlyEnglish = new Set(
  `how much what where when which who why the is are was it do does did you your have has can could would should any this
   that there with still want need looking my we i'm im i'd i'll it's what's where's don't can't wanna been about too expensive
   cheaper cheapest buy sell tomorrow today tonight morning afternoon evening million billion mileage colour color white blue
   messaging texting message delete remove from for and or under below between negotiable installments installment instalments
   monthly showroom's located address number one first second third deliver shipping delivery owner owners engine pictures
   accident flooded paint tires tyres seats better difference than yes no thanks see look pay financing loan please sure sounds good interested not terrible service nobody some get ship sell list`.split(
    /\s+/,
  ),
);
const everybodys = new Set(["yes", "no", "thanks", "thank", "number", "one", "first", "owner", "i"]);

type Share = { english: number; certain: number; other: number };

/** True when the message is in English, so that its words are to be read as such. */
export function isEnglish(tokens: readonly Token[]): boolean {
  const { english, certain, other } = shareOf(tokens);
  return certain > 0 && english > 2 * other && (english > 1 || other === 0);
}

/** True for a message that is best answered in English: more than a loan word or a thank-you. */
export function isWrittenInEnglish(text: string): boolean {
  const { tokens } = tokenize(text.replace(/\bthanks?(?: you)?\b/giu, " "));
  return isEnglish(tokens) && shareOf(tokens).certain > 0;
}

/**
 * The tokens of an English message in the plain Indonesian that the rules know, longest phrase first. Every token keeps
 * the place of the words it stands for, so that what is quoted back is what was typed. Unknown words stay.
 */
export function inIndonesian(tokens: readonly Token[]): Token[] {
  const written: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const noEnd = englishNoAt(tokens, index);
    if (noEnd !== null) {
      written.push(...selainFor(tokens.slice(index, noEnd)));
      index = noEnd;
      continue;
    }
    const found = thatOne(tokens, index) ?? phraseAt(tokens, index);
    if (found) written.push(...tokensFor(found.meaning, tokens.slice(index, found.end)));
    else written.push(...tokens.slice(index, index + 1));
    index = found?.end ?? index + 1;
  }
  return written;
}

function shareOf(tokens: readonly Token[]): Share {
  const share = { english: 0, certain: 0, other: 0 };
  for (const [index, token] of tokens.entries()) {
    if (englishNoAt(tokens, index) !== null) share.certain += 1;
    const text = plainApostrophe(token.text);
    if (token.kind !== "word" || carIndex.models.has(text) || carIndex.brands.has(text)) continue;
    if (onlyEnglish.has(text) || englishWords.has(text)) {
      share.english += 1;
      if (onlyEnglish.has(text) && !everybodys.has(text)) share.certain += 1;
    } else if (isEverydayWord(text)) share.other += 1;
  }
  return share;
}

/** "the red one", "the cheapest one": picks like "yang merah". */
function thatOne(tokens: readonly Token[], index: number): { meaning: string; end: number } | null {
  if (tokens[index]?.text !== "the" || !/^ones?$/.test(tokens[index + 2]?.text ?? "")) return null;
  const which = tokens[index + 1]?.text ?? "";
  const meaning = colorOfWord(which) ?? meaningOf.get(which);
  return meaning === undefined ? null : { meaning: `yang ${meaning}`, end: index + 3 };
}

function phraseAt(tokens: readonly Token[], start: number): { meaning: string; end: number } | null {
  if (tokens[start]?.text === "at" && tokens[start + 1]?.kind === "number") return { meaning: "jam", end: start + 1 };
  for (let end = Math.min(tokens.length, start + longestPhraseTokens); end > start; end--) {
    const words = tokens.slice(start, end);
    const meaning = meaningOf.get(words.map(({ text }) => plainApostrophe(text)).join(" "));
    if (meaning !== undefined && words.every(({ kind }) => kind === "word")) return { meaning, end };
  }
  return null;
}

function tokensFor(meaning: string, typed: readonly Token[]): Token[] {
  const [first, last] = [typed[0], typed.at(-1)];
  if (meaning === "" || !first || !last) return [];
  return tokenize(meaning).tokens.map((token) => ({
    ...token,
    start: first.start,
    end: last.end,
    joined: false,
  }));
}

function plainApostrophe(text: string): string {
  return text.replace("’", "'");
}
