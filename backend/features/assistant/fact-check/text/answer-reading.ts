import { normalizeText, type Scan, startScan, wordAt } from "@/backend/features/language";
import type { FactCar } from "../answer-facts";

/** A part of a sentence between commas, brackets and "tapi", as token places `start` to `end` (exclusive). */
export type Clause = { start: number; end: number; text: string; plain: string };

export type Sentence = {
  start: number;
  end: number;
  /** As written, lower case; `plain` with slang resolved. */
  text: string;
  plain: string;
  isQuestion: boolean;
  clauses: Clause[];
};

/** An answer cut into sentences. Readers take the tokens they can account for; a number nobody takes is a violation. */
export type AnswerReading = { scan: Scan; sentences: Sentence[]; carSigns: ReadonlyMap<string, FactCar> };

export function readAnswer(text: string, carSigns: ReadonlyMap<string, FactCar>): AnswerReading {
  const scan = startScan(text.replace(/\n\s*(?=(?:kode|unit)\s*:?\s*#)/gi, " "));
  const sentences: Sentence[] = [];
  let start = 0;
  for (let index = 0; index <= scan.tokens.length; index++) {
    if (index < scan.tokens.length && !endsSentence(scan, index)) continue;
    if (index > start) sentences.push(sentenceOf(scan, start, index));
    start = index + 1;
  }
  return { scan, sentences, carSigns };
}

/** The clause of a token. */
export function clauseAt(sentence: Sentence, index: number): Clause {
  const found = sentence.clauses.find(({ start, end }) => index >= start && index < end);
  return found ?? { start: sentence.start, end: sentence.end, text: sentence.text, plain: sentence.plain };
}

/** What stands between two tokens, as the log shows it. */
export function excerpt(scan: Scan, start: number, end: number): string {
  const first = scan.tokens[start];
  const last = scan.tokens[end - 1];
  return first && last && end > start ? scan.source.slice(first.start, last.end) : "";
}

const abbreviation = /^(?:jl|jln|gg|no|rp|bpk|ibu|dr|pt|cv|tgl|kec|kab|kel|st|ds|rt|rw|vs|approx)$/;

function endsSentence(scan: Scan, index: number): boolean {
  const token = scan.tokens[index];
  if (!token || token.kind === "newline") return true;
  if (/^[!?;]$/.test(token.text)) return true;
  if (token.text !== ".") return false;
  const isListNumber = /^\d{1,2}$/.test(wordAt(scan, index - 1)) && isLineStart(scan, index - 1);
  if (isListNumber || abbreviation.test(wordAt(scan, index - 1))) return false;
  const next = scan.tokens[index + 1];
  return !next?.joined || next.kind === "newline" || /^\p{Lu}/u.test(next.raw);
}

/** True where a line begins, bullets aside. */
export function isLineStart(scan: Scan, index: number): boolean {
  const before = scan.tokens[index - 1];
  if (!before || before.kind === "newline") return true;
  return before.kind === "symbol" && !/^[.,:()#/+&-]$/.test(before.text) && isLineStart(scan, index - 1);
}

function sentenceOf(scan: Scan, start: number, end: number): Sentence {
  const text = textOf(scan, start, end);
  const isQuestion = wordAt(scan, end) === "?";
  return { start, end, text, plain: plainOf(text), isQuestion, clauses: clausesOf(scan, start, end) };
}

/** "feel free" and "flood free" give nothing away. */
function plainOf(text: string): string {
  return normalizeText(text.replace(/\b(feel|accident|flood|rust|hands)([- ])free\b/g, "$1$2bebas"));
}

const clauseSign = /^[,()|:•]$/;
const clauseWord =
  /^(?:tapi|tetapi|namun|sedangkan|sementara|adanya|but|however|kecuali|meski|meskipun|walau|walaupun|karena|melainkan|although|because|cuman|ning|nanging)$/;

function clausesOf(scan: Scan, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  for (let index = start; index <= end; index++) {
    const token = scan.tokens[index];
    const isDash = token?.text === "-" && !token.joined;
    const isBreak = index === end || isDash || clauseSign.test(token?.text ?? "") || clauseWord.test(token?.text ?? "");
    if (!isBreak) continue;
    if (index > from) {
      const text = textOf(scan, from, index);
      clauses.push({ start: from, end: index, text, plain: plainOf(text) });
    }
    from = index;
  }
  return clauses;
}

function textOf(scan: Scan, start: number, end: number): string {
  return excerpt(scan, start, end).toLowerCase().replace(/\s+/g, " ");
}
