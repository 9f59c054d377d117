import type { CarModel } from "./car-index";
import { fuelOfWord, transmissionOfWord } from "./features-of-car";
import type { CarMention } from "./gazetteer";
import { isFree, type Scan, take, wordAt } from "./scan";
import { type Gap, isLeftOut, isTrim, isUnknownTrim, labelWord, type VariantMode } from "./trims";

/** The variant that belongs to a mention, upper case with single spaces; "" when there is none. Takes its tokens. */
export function takeVariant(scan: Scan, mention: CarMention, mode: VariantMode): string {
  const model = mention.model;
  const indexes = range(mention.variantStart, mention.end);
  take(scan, mention.start, mention.end);
  if (!model) return "";

  collectChain(scan, model, mention.end, mode, indexes);
  if (mode !== "field") collectLabelled(scan, model, mode, indexes);
  collectDoors(scan, indexes, mode);
  for (const index of indexes) take(scan, index, index + 1);
  return textOf(scan, indexes);
}

function collectChain(scan: Scan, model: CarModel, start: number, mode: VariantMode, indexes: number[]): void {
  let gap: Gap = "none";

  for (let index = start; index < scan.tokens.length; index++) {
    const token = scan.tokens[index];
    if (!token) return;
    if (isTrimOnNextLine(scan, model, index, mode, gap)) continue;
    if (token.kind === "newline" || (/^[|,;:(]$/.test(token.text) && !isLeftOut(scan, index))) {
      if (mode !== "field") return;
      continue;
    }
    const isHyphen = token.text === "-" && token.joined && scan.tokens[index + 1]?.joined === true;
    if (isHyphen) {
      if (indexes.at(-1) === index - 1 && isTrim(scan, index + 1, model, mode, "none")) indexes.push(index);
      continue;
    }
    const followsTrim = indexes.at(-1) === index - 1;
    if (isFree(scan, index) && isTrim(scan, index, model, mode, followsTrim ? "none" : gap)) indexes.push(index);
    else if (isLeftOut(scan, index)) gap = widerGap(gap, token.text, mode);
    else if (mode === "field") continue;
    else if (mode === "ad" && gap === "none" && isUnknownTrim(scan, index)) indexes.push(index);
    else return;
  }
}

function widerGap(gap: Gap, text: string, mode: VariantMode): Gap {
  if (gap === "hard" || labelWord.test(text)) return gap;
  const isSoft = fuelOfWord(text) !== null || transmissionOfWord(text) !== null || /^[amt/]$/.test(text);
  return mode === "ad" && isSoft ? "soft" : "hard";
}

/** "tipe XS" further down, "variant rs" after the colour. */
function collectLabelled(scan: Scan, model: CarModel, mode: VariantMode, indexes: number[]): void {
  for (let index = 0; index < scan.tokens.length; index++) {
    if (
      !(labelWord.test(wordAt(scan, index)) || pointsAtTrim(scan, model, index, mode)) ||
      !isFree(scan, index) ||
      indexes.includes(index + 1)
    )
      continue;
    const start = wordAt(scan, index + 1) === ":" ? index + 2 : index + 1;
    if (isFree(scan, start) && isTrim(scan, start, model, mode, "none")) {
      collectChain(scan, model, start, mode, indexes);
      return;
    }
  }
}

/** "crv ada gak, yang prestige": said of any car, so only a trim word of this model counts. */
function pointsAtTrim(scan: Scan, model: CarModel, index: number, mode: VariantMode): boolean {
  const next = wordAt(scan, index + 1);
  return (
    mode === "speech" && /^(?:yg|yang|sing)$/.test(wordAt(scan, index)) && next.length > 1 && model.trimWords.has(next)
  );
}

/** "5 pintu", "3 door": a body as trim, wherever it stands. */
function collectDoors(scan: Scan, indexes: number[], mode: VariantMode): void {
  if (mode === "ad") return;
  for (let index = 0; index < scan.tokens.length; index++) {
    const isDoors = /^[2345]$/.test(wordAt(scan, index)) && /^(?:pintu|door|doors)$/.test(wordAt(scan, index + 1));
    if (isDoors && isFree(scan, index) && !indexes.includes(index)) indexes.push(index, index + 1);
  }
}

/** "Mercedes Benz A200" and "W177 AMG Line" on the next line: the name goes on in words that only trims are. */
function isTrimOnNextLine(scan: Scan, model: CarModel, index: number, mode: VariantMode, gap: Gap): boolean {
  if (mode !== "ad" || gap !== "none" || scan.tokens[index]?.kind !== "newline") return false;
  const next = wordAt(scan, index + 1);
  return (
    /^[a-z]\d{2,3}$/.test(next) ||
    (next.length > 1 && /^\p{L}/u.test(next) && isTrim(scan, index + 1, model, "speech", "none"))
  );
}

function textOf(scan: Scan, indexes: number[]): string {
  let text = "";
  for (const [position, index] of indexes.entries()) {
    const token = scan.tokens[index];
    if (!token) continue;
    const isGlued = token.joined && indexes[position - 1] === index - 1;
    text += `${text === "" || isGlued ? "" : " "}${token.raw}`;
  }
  return text.toUpperCase();
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
}
