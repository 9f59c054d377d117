import { plateRegionName, startScan, takePlate } from "@/backend/features/language";
import type { FactViolation } from "../answer-facts";
import { plainCode } from "../facts/known-cars";

const spread =
  /(?<![A-Za-z0-9#])([A-Za-z]{1,2})([ .\-_/:]{0,3})(\d(?:[ .\-_]?\d){0,3})([ .\-_/:]{0,3})([A-Za-z]{1,3})(?![A-Za-z])/g;
const labelled =
  /\b(?:plat(?:nya|e)?|plate|nopol(?:nya)?|nomor polisi|no\.? ?pol(?:isi)?)\b[^\n\d]{0,24}?\b([A-Za-z]{1,2})[ .\-_/:]{0,3}(\d(?:[ .\-_]?\d){0,3})(?!\d)/gi;
const neverEnding =
  /^(?:at|mt|km|cc|jt|rb|rbu|ags|amt|cvt|ivt|dct|dp|tdp|nik|thn|th|ps|hp|x|m|k|l|wib|mpv|suv|ev|hev|awd|fwd|tdi|gdi|vvt|pro|rs|gr|trd)$/i;
const commonEnding =
  /^(?:di|ke|ya|ga|gk|yg|sm|sy|bs|ad|no|ok|up|an|pk|wa|dan|dgn|utk|nya|itu|ini|ada|kak|mas|pak|bu|per|jam|in|on|is|or|to|of|and|the|for|you|are|has|sih|loh|lho|nih|aja|jg|tp|so|km)$/;

/** Every number plate in the answer, whatever its spelling: a plate is never said to a customer. `codes` are no plates. */
export function findPlates(answer: string, codes: readonly string[]): FactViolation[] {
  const found = new Set<string>();
  const text = answer.replace(/#? ?\b[a-z][ -]?\d{1,4}\b/gi, (word) =>
    codes.includes(plainCode(word)) ? " ; " : word,
  );
  const scan = startScan(text);
  const first = takePlate(scan);
  if (first) found.add(first.plate);

  for (const [whole, prefix = "", gap = "", number = "", nextGap = "", ending = ""] of text.matchAll(spread)) {
    if (!isRegion(prefix) || /^0/.test(number) || neverEnding.test(ending)) continue;
    const isUpper = prefix === prefix.toUpperCase() && ending === ending.toUpperCase();
    const isTight = !gap.includes(" ") && !nextGap.includes(" ");
    const isLikely = isUpper || (isTight && ending.length > 1) || !(commonEnding.test(ending) || isYear(number));
    if (isLikely && !/^(?:di|ke|ya|pa|no|rp)$/.test(prefix)) found.add(whole);
  }
  for (const [whole, prefix = "", number = ""] of text.matchAll(labelled)) {
    if (isRegion(prefix) && !isYear(number)) found.add(whole);
  }
  return [...found].map((plate) => ({ kind: "plate", text: plate }));
}

function isRegion(letters: string): boolean {
  return plateRegionName(letters) !== null;
}

function isYear(number: string): boolean {
  return /^(?:19[89]|20[0-4])\d$/.test(number);
}
