import { type CarCriteria, takeProperties } from "../criteria";
import { findCars } from "../gazetteer";
import { type Scan, startScan } from "../scan";
import type { Fuel } from "../values";
import { withPlainNo } from "./english-no";
import { type Excluded, takeExclusions } from "./exclusions";
import { type SearchOrder, takeOrders } from "./orders";
import { takeOtherFuels } from "./other-fuels";

/** What a search says beside names and values: what is ruled out, what there should be most of, what fuel would do too. */
export type SearchWish = { without: Excluded[]; orders: SearchOrder[]; orFuels: Fuel[] };

/** The wish in a message, and the properties and limits that are left when what is ruled out is gone. */
export type ReadWish = SearchWish & { limits: CarCriteria };

export function readWish(text: string): ReadWish {
  const scan = startWishScan(text.slice(0, LONGEST_READ));
  const wish = takeWish(scan);
  for (const { start, end } of findCars(scan.tokens)) scan.taken.fill(true, start, end);
  return { ...wish, limits: takeProperties(scan, false) };
}

/** A scan in which an English no is as plain as an Indonesian one. */
export function startWishScan(text: string): Scan {
  const scan = startScan(text);
  const tokens = withPlainNo(scan.tokens);
  return { ...scan, tokens, taken: tokens.map(() => false) };
}

const LONGEST_READ = 1_000;

/** Takes the words of the wish, so that no other reader sees them. */
export function takeWish(scan: Scan): SearchWish {
  const without = takeExclusions(scan, findCars(scan.tokens));
  return { without, orders: takeOrders(scan), orFuels: takeOtherFuels(scan) };
}
