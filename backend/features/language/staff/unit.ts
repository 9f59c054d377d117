import { takeDisplayCodes, takeStockCode } from "../codes";
import { takeNamedCar } from "../criteria";
import type { CarMention } from "../gazetteer";
import { takePhones } from "../phones";
import { takePlate } from "../plates";
import { isFree, type Scan } from "../scan";
import type { StaffArgs } from "./staff-message";

/** How a message names a car of the stock: by plate, code or description. Takes the tokens. */
export type NamedUnit = {
  args: Pick<StaffArgs, "plate" | "displayCode" | "stockCode" | "brand" | "model" | "variant" | "phone">;
  /** A plate or a code: one certain unit. */
  isCertain: boolean;
  /** Anything at all. */
  isNamed: boolean;
};

export function takeUnit(scan: Scan): NamedUnit {
  const args: NamedUnit["args"] = {};
  const phone = takePhones(scan);
  if (phone) args.phone = phone;
  const stockCode = takeStockCode(scan);
  if (stockCode) args.stockCode = stockCode;
  const [displayCode] = takeDisplayCodes(scan);
  if (displayCode) args.displayCode = displayCode;
  const plate = takePlate(scan);
  if (plate) args.plate = plate.plate;

  const { mention, ...named } = takeNamedCar(scan, (mentions) => firstFree(scan, mentions));
  const isCertain = Boolean(stockCode || displayCode || plate);
  return { args: { ...args, ...named }, isCertain, isNamed: isCertain || mention !== null };
}

function firstFree(scan: Scan, mentions: CarMention[]): CarMention | null {
  return mentions.find(({ start }) => isFree(scan, start)) ?? null;
}
