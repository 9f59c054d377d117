import { withoutAbsent } from "../absent";
import { takeProperties } from "../criteria";
import { findCars } from "../gazetteer";
import { startScan } from "../scan";
import { takeExclusions } from "../wish/exclusions";
import type { SearchOrder } from "../wish/orders";
import { readWish } from "../wish/read-wish";
import type { StaffArgs } from "./staff-message";
import { takeUnit } from "./unit";

/** What a search asks for; what it rules out is named as neither car nor property. */
export function searchArgs(text: string): StaffArgs {
  const scan = startScan(text);
  const without = takeExclusions(scan, findCars(scan.tokens));
  const { phone: _phone, ...unit } = takeUnit(scan).args;
  const criteria = takeProperties(scan, false);
  // "Kilometer rendah di bawah 20rb" says how low.
  const orders = readOrders(text)?.filter((order) => order !== "lowest_km" || criteria.kmMax === undefined);
  return withoutAbsent({ ...unit, ...criteria, without: saidAtAll(without), orders: saidAtAll(orders) });
}

export function readOrders(text: string): SearchOrder[] | undefined {
  return saidAtAll(readWish(text).orders);
}

function saidAtAll<Item>(items: Item[] | undefined): Item[] | undefined {
  return items && items.length > 0 ? items : undefined;
}
