import { withoutAbsent } from "../absent";
import { withLinkedCodes } from "../codes";
import type { CarCriteria } from "../criteria";
import { takeProperties } from "../criteria";
import { takeExclusions } from "../wish/exclusions";
import { takeCars } from "./cars";
import { takeCreditSlots } from "./credit-slots";
import type {
  CustomerContext,
  CustomerIntent,
  CustomerReading,
  CustomerSlots,
  UnitAttribute,
} from "./customer-message";
import { decidingIntent, isBudgetAnswer, readIntents } from "./intents";
import { isOfferOnUnit, takeOffer } from "./offer";
import { readCustomerCity, readName, readSource } from "./person";
import { takeOrdinal } from "./picks";
import { type Sighting, sight } from "./sighting";
import { readVisitTime } from "./visit-time";

/** A customer's message is read up to here; rules look far ahead, so their text is kept short. */
const longestMessageChars = 1_000;

/** What a customer's WhatsApp message wants and which car, sums, times and places it names. Never throws. */
export function parseCustomerMessage(text: string, context: CustomerContext = {}): CustomerReading {
  const sighting = sight(withLinkedCodes(text.slice(0, longestMessageChars)), context);
  const deciding = decidingIntent(sighting);
  if (deciding) {
    const confidence = deciding === "off_topic" ? 0.9 : 0.95;
    return { intents: [deciding], slots: decidedSlots(sighting, deciding), confidence };
  }

  const early = earlyIntents(sighting);
  const scan = sighting.scan;
  takeExclusions(scan, sighting.cars);
  const ordinal = takeOrdinal(scan, context);
  const wanted = sighting.cars.filter(({ start }) => !scan.taken[start]);
  const cars = takeCars(scan, wanted, early);
  const credit = takeCreditSlots(scan, early.includes("credit"));
  const haggles = early.includes("negotiate") && !early.includes("credit") && !isBudgetAnswer(sighting);
  const offer = isOfferOnUnit(sighting) || haggles ? takeOffer(scan) : undefined;
  const properties = takeProperties(scan, context.asked === "budget" || isLoneBudget(sighting));
  const visitTime = readVisitTime(scan, context.asked === "visit_time");
  const name = readName(scan, context);
  const displayCode = sighting.codes[0];

  const { intents, attributes, confidence } = readIntents(sighting, {
    hasCriteria: Object.keys(properties).length > 0 || cars.brand !== undefined,
    hasPick: ordinal !== undefined || (displayCode !== undefined && isOnlyPick(sighting)),
    hasOffer: offer !== undefined,
    hasCredit: Object.keys(credit).length > 0,
    hasVisitTime: visitTime !== undefined,
    hasName: name !== undefined,
  });

  const slots = withoutAbsent<CustomerSlots>({
    ...cars,
    ...criteriaFor(properties, attributes, intents),
    ...(intents.includes("credit") ? credit : {}),
    displayCode,
    ordinal,
    offer: intents.includes("negotiate") ? offer : undefined,
    attributes: attributes.length > 0 ? attributes : undefined,
    visitTime: intents.includes("visit") ? visitTime : undefined,
    city: readCustomerCity(scan),
    name,
    source: readSource(scan),
  });
  const all = withChoice(sighting, intents, ordinal !== undefined || displayCode !== undefined);
  return { intents: all, slots: all.includes("off_topic") ? {} : slots, confidence };
}

function decidedSlots({ scan, cars, codes }: Sighting, intent: CustomerIntent): CustomerSlots {
  if (intent !== "complaint") return {};
  return withoutAbsent<CustomerSlots>({
    ...takeCars(scan, cars, []),
    displayCode: codes[0],
    city: readCustomerCity(scan),
  });
}

/** Which readers of sums may work: the words alone tell, before any number is read. */
function earlyIntents(sighting: Sighting): CustomerIntent[] {
  const none = {
    hasCriteria: false,
    hasPick: false,
    hasOffer: false,
    hasCredit: false,
    hasVisitTime: false,
    hasName: false,
  };
  return readIntents(sighting, none).intents;
}

function isLoneBudget({ plain }: Sighting): boolean {
  return /\b(?:budget|dana|bajet|modal|uang)\b/.test(plain);
}

/** "#A02", "b01 deh", "tertarik dengan ... #A01": nothing but the unit is said. */
function isOnlyPick({ core }: Sighting): boolean {
  return (
    /^(?:(?:yang|kode|unit|mau|itu|saja|pilih|tertarik|minat|ambil|halo|saya|dengan|oke) )*CODE(?: (?:saja|itu|tadi|deh))*$/.test(
      core,
    ) || /\b(?:tertarik|minat|berminat)\b/.test(core)
  );
}

/** The choice is said too: "yg no 2 aja, dp nya brp?", "minat yg #A05, bisa dikirim?". */
function withChoice({ plain, context }: Sighting, intents: CustomerIntent[], hasPick: boolean): CustomerIntent[] {
  const chooses =
    hasPick &&
    (/\b(?:tertarik|berminat|minat)\b|\bmau yang\b/.test(plain) ||
      /^(?:\| )*(?:(?:oke|ok|siap|sip|ya|baik) )?(?:yang )?(?:CODE|nomor \d+|no \d+|pertama|kedua|ketiga)(?: \p{L}+)? saja\b|\b(?:pilih|ambil) (?:yang )?(?:CODE|nomor|no)\b/u.test(
        plain,
      ));
  const choosesOfList =
    context.listed !== undefined && /^(?:\| )*yang (?:\p{L}+|CAR|\d{4})(?: \p{L}+)? saja\b/u.test(plain);
  if (
    !(chooses || choosesOfList) ||
    intents.includes("select") ||
    intents.includes("reserve") ||
    intents.includes("compare")
  )
    return intents;
  return ["select", ...intents.filter((intent) => intent !== "stock_search")];
}

const slotsOfAttribute: Partial<Record<UnitAttribute, (keyof CarCriteria)[]>> = {
  transmission: ["transmission"],
  fuel: ["fuel"],
  color: ["color"],
  seats: ["seats"],
  year: ["yearMin", "yearMax"],
  plate_parity: ["plateParity", "plateRegion"],
  km: ["kmMax"],
};

/** A property asked about is no criterion; sums count only where a car is searched. */
function criteriaFor(
  properties: CarCriteria,
  attributes: readonly UnitAttribute[],
  intents: readonly CustomerIntent[],
): CarCriteria {
  const dropped = new Set(attributes.flatMap((attribute) => slotsOfAttribute[attribute] ?? []));
  if (intents.includes("sell_car") || intents.includes("trade_in")) dropped.add("kmMax");
  if (!intents.includes("stock_search")) for (const key of ["priceMin", "priceMax"] as const) dropped.add(key);
  return Object.fromEntries(Object.entries(properties).filter(([key]) => !isDropped(dropped, key)));
}

function isDropped(dropped: ReadonlySet<string>, key: string): boolean {
  return dropped.has(key);
}
