import { type Token, tokenize } from "./tokens";

/** A message being read: readers take the tokens they understood, so that no number is read twice. */
export type Scan = { source: string; tokens: readonly Token[]; taken: boolean[] };

export function startScan(text: string): Scan {
  const { source, tokens } = tokenize(text);
  return { source, tokens, taken: tokens.map(() => false) };
}

/** Lower-case text of token `index`, "" outside the message. */
export function wordAt(scan: Scan, index: number): string {
  return scan.tokens[index]?.text ?? "";
}

export function isFree(scan: Scan, index: number): boolean {
  return index >= 0 && index < scan.tokens.length && !scan.taken[index];
}

export function take(scan: Scan, start: number, end: number): void {
  for (let index = start; index < end; index++) scan.taken[index] = true;
}

/** The words as typed from token `start` to `end` (exclusive). */
export function rawBetween(scan: Scan, start: number, end: number): string {
  const first = scan.tokens[start];
  const last = scan.tokens[end - 1];
  return first && last && last.end > first.start ? scan.source.slice(first.start, last.end).trim() : "";
}

/** True for the end of a line or of a field of the pipe form. */
export function isBarrier(scan: Scan, index: number): boolean {
  const token = scan.tokens[index];
  return !token || token.kind === "newline" || token.text === "|";
}

/** True where the token at `index` begins a line or a field. */
export function beginsLine(scan: Scan, index: number): boolean {
  return index === 0 || isBarrier(scan, index - 1);
}
