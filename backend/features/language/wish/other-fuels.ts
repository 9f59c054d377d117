import { fuelOfWord } from "../features-of-car";
import { isFree, type Scan, take, wordAt } from "../scan";
import type { Fuel } from "../values";

const joining = /^(?:atau|ato|dan|sama|maupun|or|and|utowo|\/|&|,)$/;

/** "listrik atau hybrid": what would do as well as the fuel named first, which is left to its own reader. */
export function takeOtherFuels(scan: Scan): Fuel[] {
  const found: Fuel[] = [];
  for (let index = 0; index < scan.tokens.length; index++) {
    const first = fuelAt(scan, index);
    if (!first) continue;
    for (let at = index + 1; joining.test(wordAt(scan, at)); ) {
      const next = /^(?:mobil|yang|yg)$/.test(wordAt(scan, at + 1)) ? at + 2 : at + 1;
      const other = fuelAt(scan, next);
      if (!other) break;
      if (other !== first) found.push(other);
      take(scan, at, next + 1);
      at = next + 1;
    }
  }
  return [...new Set(found)];
}

function fuelAt(scan: Scan, index: number): Fuel | null {
  return isFree(scan, index) ? fuelOfWord(wordAt(scan, index)) : null;
}
