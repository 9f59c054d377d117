import { carIndex } from "../car-index";
import { cityAt } from "../cities";
import { takeDisplayCodes } from "../codes";
import { type CarMention, findCars } from "../gazetteer";
import { plainWords } from "../normalize";
import { takePhones } from "../phones";
import { type Scan, startScan } from "../scan";
import { readSpelledNumber } from "../spelled-numbers";
import type { Token } from "../tokens";
import { withPlainNo } from "../wish/english-no";
import type { CustomerContext } from "./customer-message";
import { inIndonesian, isEnglish } from "./english";
import { plainForm } from "./word-forms";

/** A customer's message prepared for the rules. */
export type Sighting = {
  scan: Scan;
  context: CustomerContext;
  cars: CarMention[];
  codes: string[];
  /** Plain words with single spaces; a car is "CAR", a code "CODE", a telephone number "PHONE", a sentence break "|". */
  plain: string;
  /** `plain` without forms of address and particles, for messages that say one thing. */
  core: string;
};

export function sight(text: string, context: CustomerContext): Sighting {
  const scan = startScanIn(text);
  takePhones(scan);
  const afterPhones = [...scan.taken];
  const codes = takeDisplayCodes(scan);
  const cars = findCars(scan.tokens, null, context.listed !== undefined || context.asked === "unit");
  const spelled = { ...scan, tokens: spelledTokens(scan, cars) };
  const plain = maskedPlain(spelled, cars, afterPhones);
  return { scan: spelled, context, cars, codes, plain, core: coreOf(plain) };
}

/** More than anybody writes to a showroom at once; what follows is not read. */
const mostTokens = 250;

/** An English message is read as the plain Indonesian it would be. */
function startScanIn(text: string): Scan {
  const scan = startScan(text);
  const typed = scan.tokens.slice(0, mostTokens);
  const tokens = isEnglish(typed) ? inIndonesian(typed) : withPlainNo(typed);
  return { ...scan, tokens, taken: tokens.map(() => false) };
}

/** The tokens with slips of spelling set right; names of cars and trims stay as they are. */
function spelledTokens({ tokens, taken }: Scan, cars: readonly CarMention[]): Token[] {
  const named = [...taken];
  for (const { start, end } of cars) named.fill(true, start, end);
  return tokens.map((token, index) => {
    if (token.kind !== "word" || named[index] || carIndex.trimWords.has(token.text) || cityAt(tokens, index))
      return token;
    const text = plainForm(token.text);
    return text === token.text ? token : { ...token, text };
  });
}

function maskedPlain(scan: Scan, cars: readonly CarMention[], phones: readonly boolean[]): string {
  const masks: string[] = scan.tokens.map((_, index) => (phones[index] ? "PHONE" : scan.taken[index] ? "CODE" : ""));
  for (const car of cars) for (let index = car.start; index < car.end; index++) masks[index] = "CAR";
  for (const index of letterTrims(scan.tokens, cars)) masks[index] = scan.tokens[index]?.text ?? "";
  const masked = scan.tokens.map((token, index) => {
    const mask = masks[index];
    return mask ? { ...token, kind: "symbol" as const, text: mask } : token;
  });

  let plain = "";
  for (const word of plainWords(withDigits(masked))) {
    const text = word.text === "\n" || /^[?!.,;:|]$/.test(word.text) ? breakMark(word.text) : word.text;
    const isRepeatedMask = /^(?:CAR|CODE|PHONE|[|?])$/.test(text) && plain.endsWith(text);
    if (isRepeatedMask) continue;
    if (plain !== "") plain += " ";
    plain += text;
  }
  return plain;
}

/** The letter of a trim, "avanza 2014 G manual": alone "g" would say no. */
function letterTrims(tokens: readonly Token[], cars: readonly CarMention[]): number[] {
  return cars.flatMap(({ end, model }) =>
    [end, end + 1].filter((index) => {
      const [text, next] = [tokens[index]?.text ?? "", tokens[index + 1]];
      const isAfterYear = index === end || /^(?:19|20)\d\d$/.test(tokens[end]?.text ?? "");
      return /^[a-z]$/.test(text) && isAfterYear && model?.trimWords.has(text) === true && next?.kind === "word";
    }),
  );
}

/** "seratus enam puluh juta" reads "160 juta", so that one rule covers both. */
function withDigits(tokens: readonly Token[]): Token[] {
  const written: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    const spelled = token?.kind === "word" ? readSpelledNumber(tokens, index) : null;
    if (token) written.push(spelled ? { ...token, kind: "number", text: String(spelled.value) } : token);
    index = spelled?.end ?? index + 1;
  }
  return written;
}

/** Question marks matter to the rules, every other break is the same. */
function breakMark(text: string): string {
  return text === "?" ? "?" : "|";
}

const address =
  /(?:^|(?<=\s))(?:a|aa|kak|kakak|bapak|pak|ibu|bu|mas|mbak|bang|abang|kang|akang|teh|teteh|neng|mang|bli|daeng|haji|kaji|juragan|suhu|sist|sis|bunda|bund|pakde|bude|mase|mbake|om|tante|gan|agan|bos|boss|bosku|min|admin|cak|ning|ko|ci|lae|ito|uda|uni|bung|bro|sis|say|koh|cik|ce|dek|masbro|sob|lur|rek|saudara|dong|deh|nih|sih|ya|yah|loh|lho|lah|kok|kan|gitu|begitu|tuh|to|mah|euy|maaf|oh|wah|waduh|hmm|eh|aduh|duh|hehe|hehehe|wkwk|haha|😊|🙏|[?|!/])(?=\s|$)/gu;

function coreOf(plain: string): string {
  return plain.replace(address, " ").replace(/\s+/g, " ").trim();
}
