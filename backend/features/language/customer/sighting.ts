import { takeDisplayCodes } from "../codes";
import { type CarMention, findCars } from "../gazetteer";
import { plainWords } from "../normalize";
import { takePhones } from "../phones";
import { type Scan, startScan } from "../scan";
import type { CustomerContext } from "./customer-message";

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
  const scan = startScan(text);
  takePhones(scan);
  const afterPhones = [...scan.taken];
  const codes = takeDisplayCodes(scan);
  const cars = findCars(scan.tokens);
  const plain = maskedPlain(scan, cars, afterPhones);
  return { scan, context, cars, codes, plain, core: coreOf(plain) };
}

function maskedPlain(scan: Scan, cars: readonly CarMention[], phones: readonly boolean[]): string {
  const masks: string[] = scan.tokens.map((_, index) => (phones[index] ? "PHONE" : scan.taken[index] ? "CODE" : ""));
  for (const car of cars) for (let index = car.start; index < car.end; index++) masks[index] = "CAR";
  const masked = scan.tokens.map((token, index) => {
    const mask = masks[index];
    return mask ? { ...token, kind: "symbol" as const, text: mask } : token;
  });

  let plain = "";
  for (const word of plainWords(masked)) {
    const kind = scan.tokens[word.start]?.kind;
    const text = kind === "newline" || /^[?!.,;:|]$/.test(word.text) ? breakMark(word.text) : word.text;
    const isRepeatedMask = /^(?:CAR|CODE|PHONE)$/.test(text) && plain.endsWith(text);
    if (isRepeatedMask) continue;
    if (plain !== "") plain += " ";
    plain += text;
  }
  return plain;
}

/** Question marks matter to the rules, every other break is the same. */
function breakMark(text: string): string {
  return text === "?" ? "?" : "|";
}

const address =
  /(?:^|(?<=\s))(?:kak|kakak|bapak|pak|ibu|bu|mas|mbak|bang|om|tante|gan|agan|bos|boss|bosku|min|admin|cak|ning|bro|sis|say|koh|cik|ce|dek|masbro|sob|lur|rek|saudara|dong|deh|nih|sih|ya|yah|loh|lho|lah|kok|kan|gitu|begitu|tuh|to|mah|euy|maaf|oh|wah|waduh|hmm|eh|aduh|duh|hehe|hehehe|wkwk|haha|😊|🙏|[?|!])(?=\s|$)/gu;

function coreOf(plain: string): string {
  return plain.replace(address, " ").replace(/\s+/g, " ").trim();
}
