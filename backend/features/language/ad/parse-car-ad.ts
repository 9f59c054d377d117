import { withoutAbsent } from "../absent";
import { takeColor } from "../colors";
import { takeFuel, takeTransmission } from "../features-of-car";
import { findCars } from "../gazetteer";
import { takePhones } from "../phones";
import { parsePlate, takePlate, takePlateHints } from "../plates";
import { rawBetween, type Scan, startScan, take } from "../scan";
import type { CarAd, CarAdKey, CarAdProblem, CarAdReading } from "./car-ad";
import { type Field, labelledFields, pipeFields } from "./labels";
import { takeName } from "./name";
import { readCity } from "./place";
import { readQuantities } from "./quantities";
import { readEngineCc, readKm, readNegotiable, readYears, takeOwners } from "./record";
import type { Role } from "./roles";
import { takeTaxMonth } from "./tax-month";
import { readTerms } from "./terms";

/**
 * Reads a car from any description an owner sends: the pipe form, `kunci: nilai` lines, a pasted advertisement, one
 * loose line. `problems` are parts that say what they are but cannot be read.
 */
export function parseCarAd(text: string): CarAdReading {
  const scan = startScan(text);
  const pipes = pipeFields(scan, (start, end) => findCars(scan.tokens.slice(start, end)).length > 0);
  const fields = [...pipes, ...labelledFields(scan)];
  const car = readCar(scan, fields, pipes);
  return { car, problems: findProblems(scan, fields, car) };
}

function readCar(scan: Scan, fields: readonly Field[], pipes: readonly Field[]): CarAd {
  takePhones(scan);
  const hasNameField = fields.some(({ key }) => key === "name" || key === "model" || key === "brand");
  for (const { key, start, end } of fields) {
    const holdsName = key === "ignored" && !hasNameField && findCars(scan.tokens.slice(start, end)).length > 0;
    if (key === "ignored" && !holdsName) take(scan, start, end);
  }

  const plate = takeFieldPlate(scan, fields) ?? takePlate(scan);
  const name = takeName(scan, fields);
  const hints = takePlateHints(scan);
  const taxMonth = takeTaxMonth(scan) ?? undefined;
  const owners = takeOwners(scan);
  const color = takeColor(scan) ?? undefined;
  const transmission = takeTransmission(scan) ?? undefined;
  const fuel = takeFuel(scan) ?? undefined;
  const quantities = readQuantities(scan, rolesOf(pipes));

  return withoutAbsent({
    ...hints,
    ...plate,
    ...name,
    ...readYears(quantities),
    ...readTerms(quantities),
    km: readKm(quantities, scan),
    transmission,
    fuel,
    color,
    engineCc: readEngineCc(quantities),
    taxMonth,
    owners,
    negotiable: readNegotiable(scan),
    city: readCity(scan),
  });
}

const roleOfKey: Partial<Record<Field["key"], Role>> = { year: "year", price: "price", km: "km" };

/** In the pipe form the place says what a bare number is. */
function rolesOf(pipes: readonly Field[]): Map<number, Role> {
  return new Map(
    pipes.flatMap(({ key, start }): [number, Role][] => {
      const role = roleOfKey[key];
      return role ? [[start, role]] : [];
    }),
  );
}

function takeFieldPlate(scan: Scan, fields: readonly Field[]) {
  const field = fields.find(({ key }) => key === "plate");
  const plate = field ? parsePlate(rawBetween(scan, field.start, field.end).replace(/^\s*plat\w*\s*:?\s*/i, "")) : null;
  if (!field || !plate || !/\d/.test(plate.plate)) return null;
  take(scan, field.start, field.end);
  return plate;
}

const neverProblem = new Set<Field["key"]>(["ignored", "negotiable", "city", "engineCc", "variant", "taxMonth"]);

function findProblems(scan: Scan, fields: readonly Field[], car: CarAd): CarAdProblem[] {
  return fields.flatMap(({ key, start, end }) => {
    const text = rawBetween(scan, start, end);
    if (neverProblem.has(key) || !/[\p{L}\p{N}]/u.test(text) || isUnderstood(key, car)) return [];
    return isCarAdKey(key) ? [{ key, text }] : [{ key: "model" as const, text }];
  });
}

function isUnderstood(key: Field["key"], car: CarAd): boolean {
  if (key === "name" || key === "model") return car.model !== undefined;
  if (key === "plate") return car.plate !== undefined || car.plateRegion !== undefined || car.plateParity !== undefined;
  if (key === "registrationYear") return car.year !== undefined;
  if (key === "price") return car.price !== undefined || car.priceCredit !== undefined;
  return key === "ignored" || car[key] !== undefined;
}

function isCarAdKey(key: Field["key"]): key is CarAdKey {
  return key !== "name" && key !== "ignored";
}
