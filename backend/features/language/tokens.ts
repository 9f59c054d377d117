/** A piece of a message with its place in the source; `text` is lower case, `raw` as typed. */
export type Token = {
  kind: "word" | "number" | "hidden" | "symbol" | "newline";
  text: string;
  raw: string;
  start: number;
  end: number;
  /** No space stands between this token and the one before. */
  joined: boolean;
};

export type Tokenized = { source: string; tokens: Token[] };

/** A message longer than this is read up to here: nobody describes a car in more, and time stays bounded. */
const longestTextChars = 12_000;

const space = /(?:[ \t\f\v\u00a0*_~`\u200b-\u200f\u2060]|\ufe0e|\ufe0f)+/y;
const newline = /[\r\n][\s*_~`]*/y;
const hiddenNumber = /\d{1,3}x?[.,]\d?x{2,3}(?![\p{L}\p{N}])|\d{1,3}x{3}(?![\p{L}\p{N}])/iuy;
const driveCode = /[46]x[246](?![\p{L}\p{N}])/iuy;
const number = /\d+(?:[.,]\d+)*/y;
const lettersAndDigits = /[\p{L}\p{N}]+/uy;
const labelBeforeNumber =
  /(?:kilometer|odometer|tangan|kredit|harga|cash|krdt|angsuran|cicilan|tahun|faktur|pajak|fak|km|odo|rp|idr|tdp|dp|tgn|thn|th|nik|otr|angs|hrg|jam|tgl|pjk|no)(?=\d)/iuy;
const timesBeforeNumber = /x(?=\d+(?!\p{L}))/iuy;
const word = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/uy;
const plusAtEnd = /\+(?![\p{L}\p{N}])/uy;
const anyCharacter = /[\s\S]/uy;

const unitAfterNumber =
  /^(?:(?:jt|jta|juta|jeti|yuta|rb|rbu|ribu|ewu|th|thn)(?:an)?|jtaan|m|m\d|mlyr|milyar|miliar|k|km|cc|l|ltr|liter|an|tahun|taun|bln|bulan|x|kali|seat|seater|seats|orang|org|penumpang|kursi|baris|pintu|door|doors|persen|pct|unit|hari|hr|jam|menit|minggu|mil|miles|mile|bl)$/i;

/** Cuts a message into words, numbers and signs. "185jt" is two joined tokens, "320i", "gk5" and "4x2" are words. */
export function tokenize(text: string): Tokenized {
  const source = text.slice(0, longestTextChars).normalize("NFKC");
  const tokens: Token[] = [];
  let at = 0;
  let joined = false;

  while (at < source.length) {
    const spaceEnd = endOf(space, source, at);
    if (spaceEnd > at) {
      at = spaceEnd;
      joined = false;
      continue;
    }
    const token = nextToken(source, at, joined, tokens.at(-1));
    tokens.push(token);
    at = token.end;
    joined = token.kind !== "newline";
  }

  return { source, tokens };
}

function nextToken(source: string, start: number, joined: boolean, previous: Token | undefined): Token {
  const [kind, end] = kindAndEnd(source, start, joined ? previous : undefined, previous);
  const raw = source.slice(start, end);
  return { kind, text: raw.toLowerCase(), raw, start, end, joined };
}

function kindAndEnd(
  source: string,
  start: number,
  touching: Token | undefined,
  previous: Token | undefined,
): [Token["kind"], number] {
  const newlineEnd = endOf(newline, source, start);
  if (newlineEnd > start) return ["newline", newlineEnd];

  const hiddenEnd = endOf(hiddenNumber, source, start);
  if (hiddenEnd > start) return ["hidden", hiddenEnd];

  const driveEnd = endOf(driveCode, source, start);
  if (driveEnd > start) return ["word", driveEnd];

  const numberEnd = endOf(number, source, start);
  if (numberEnd > start) return numberOrWord(source, start, numberEnd);

  const labelEnd = endOf(labelBeforeNumber, source, start);
  if (labelEnd > start) return ["word", labelEnd];

  const timesEnd = previous && isCountable(previous) ? endOf(timesBeforeNumber, source, start) : start;
  if (timesEnd > start) return ["word", timesEnd];

  const wordEnd = endOf(word, source, start);
  if (wordEnd > start) {
    const isUnit = touching?.kind === "number" && unitAfterNumber.test(source.slice(start, wordEnd));
    return ["word", isUnit ? wordEnd : endOf(plusAtEnd, source, wordEnd)];
  }

  return ["symbol", endOf(anyCharacter, source, start)];
}

/** "185jt" is a number and a unit, "320i" and the "1234xyz" of a plate are words. */
function numberOrWord(source: string, start: number, numberEnd: number): [Token["kind"], number] {
  const tailEnd = endOf(lettersAndDigits, source, numberEnd);
  if (tailEnd === numberEnd) return ["number", numberEnd];

  const tail = source.slice(numberEnd, tailEnd);
  if (unitAfterNumber.test(tail)) return ["number", numberEnd];
  if (/^x\d+$/i.test(tail) && numberEnd - start >= 3) return ["number", numberEnd];
  if (/^(?:jt|rb|juta|ribu)x\d+$/i.test(tail)) return ["number", numberEnd];

  return ["word", tailEnd];
}

function isCountable(token: Token): boolean {
  return token.kind === "number" || /^(?:jt|juta|rb|ribu)$/.test(token.text);
}

function endOf(pattern: RegExp, source: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(source) ? pattern.lastIndex : start;
}
