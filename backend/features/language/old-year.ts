import type { CarMention } from "./gazetteer";
import { isFree, type Scan, take, wordAt } from "./scan";

/** Of models sold later than this two figures may be a price: "avanza 95". */
const LAST_OLD_YEAR = 2005;

/** "feroza 96", "panther '97": two figures right behind an old model are its year, if it was sold then. Takes them. */
export function takeOldYear(scan: Scan, { model, end }: CarMention, mayBePrice: boolean): number | null {
  const index = /^['’`]$/.test(wordAt(scan, end)) ? end + 1 : end;
  const figures = /^([789]\d)$/.exec(wordAt(scan, index))?.[1];
  if (!model || !figures || !isFree(scan, index)) return null;
  if (/^(?:jt|juta|jutaan|an|rb|ribu|km)$/.test(wordAt(scan, index + 1))) return null;
  const year = 1900 + Number(figures);
  const last = model.yearTo ?? Number.POSITIVE_INFINITY;
  if (year < model.yearFrom || year > last || (mayBePrice && last > LAST_OLD_YEAR)) return null;
  take(scan, end, index + 1);
  return year;
}
