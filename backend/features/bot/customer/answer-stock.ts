import type { CarCard } from "@/backend/features/cars";
import { reckoning } from "./answer-others";
import { numberedCars, singleCar } from "./car-lines";
import type { Contribution, FoundStock, ListedUnit, SeenSignal, Talk } from "./talk";

const FEW = 3;

/** The cars a search found: all that fit, or the nearest ones and in what they differ; never another car as if it fitted. */
export function answerStock(talk: Talk, found: FoundStock, alternatives: CarCard[]): Contribution {
  const { say, showroom } = talk;
  const signals = searchSignals(talk);
  if (found.total === 0) return nothingFound(talk, found, alternatives, signals);
  const isOpen = Object.keys(found.criteria).length === 0 && found.orders.length === 0;
  if (isOpen && found.total > FEW) return askBudget(talk, found, signals);

  const isRanked = found.orders.length > 0 && found.total > 1;
  const cars = isRanked ? found.cars.slice(0, FEW) : found.cars;
  const more = found.total - cars.length;
  const codes = cars.map(({ displayCode }) => displayCode);
  const [only] = cars;
  const isOne = cars.length === 1 && only !== undefined;
  return {
    parts: [
      headOf(talk, found),
      isOne ? singleCar(only, say) : numberedCars(cars, say),
      ...(isOne ? [say.moreAt(`${showroom.siteUrl}/${only.slug}`)] : []),
      ...(more > 0 ? [say.moreOnSite(more, `${showroom.siteUrl}/mobil`)] : []),
    ],
    closing: isOne ? say.askNext() : say.askWhich(),
    memory: {
      unit: isOne ? only.displayCode : null,
      listed: codes,
      criteria: { ...found.criteria },
      orders: found.orders,
      hasMore: more > 0,
      asked: isOne ? null : "unit",
      proposed: isOne ? "photos" : "unit",
    },
    signals,
  };
}

/** Nothing was named: a taste of the stock, and the question that narrows it most. */
function askBudget({ say, showroom }: Talk, found: FoundStock, signals: SeenSignal[]): Contribution {
  const cars = found.cars.slice(0, FEW);
  return {
    parts: [say.someOfStock(found.total), numberedCars(cars, say), say.allStock(showroom.siteUrl)],
    closing: say.askBudget(),
    memory: {
      unit: null,
      listed: cars.map(({ displayCode }) => displayCode),
      criteria: {},
      orders: [],
      hasMore: true,
      asked: "budget",
      proposed: "unit",
    },
    signals,
  };
}

function headOf(talk: Talk, found: FoundStock): string {
  const { say } = talk;
  const [first] = found.cars;
  if (found.affordableRupiah !== null) return say.affordable(reckoning(talk), found.affordableRupiah);
  if (found.relaxed.length > 0) return say.nearestInstead(found.wanted || say.thatCar(), found.relaxed.join(", "));
  const [order] = found.orders;
  if (order && first && found.total > 1) return say.mostOf(order, found.wanted, first.publicName);
  if (isTold(found)) return say.fitting(found.total, found.wanted);
  if (found.total === 1) return say.oneFits();
  return isBudgetOnly(found) ? say.withinBudget(found.total, found.criteria.priceMax ?? 0) : say.someFit(found.total);
}

/** A list that became narrower says by what, and what is ruled out is always said. */
function isTold({ isNarrowed, criteria, wanted }: FoundStock): boolean {
  return wanted !== "" && (isNarrowed || criteria.without !== undefined);
}

function isBudgetOnly({ criteria }: FoundStock): boolean {
  return Object.keys(criteria).length === 1 && criteria.priceMax !== undefined;
}

function nothingFound(talk: Talk, found: FoundStock, alternatives: CarCard[], signals: SeenSignal[]): Contribution {
  const { say, showroom } = talk;
  const wanted = found.wanted || say.thatCar();
  const head =
    found.affordableRupiah === null
      ? say.notInStock(wanted)
      : say.nothingAffordable(reckoning(talk), found.affordableRupiah);
  const hasAlternatives = alternatives.length > 0;
  const shown = hasAlternatives
    ? [found.affordableRupiah === null ? say.alternatives() : say.lowestPriced(), numberedCars(alternatives, say)]
    : [say.allStock(showroom.siteUrl)];
  return {
    parts: [head, ...shown],
    closing: say.askWantNotice(),
    memory: {
      unit: null,
      listed: alternatives.map(({ displayCode }) => displayCode),
      criteria: { ...found.criteria },
      orders: [],
      hasMore: false,
      proposed: "notify",
      asked: null,
    },
    signals,
  };
}

function searchSignals({ understood }: Talk): SeenSignal[] {
  const { slots } = understood.reading;
  const hasBudget = slots.priceMax !== undefined || slots.instalment !== undefined || slots.downPayment !== undefined;
  return [
    { signal: "searched" },
    ...(slots.model ? [{ signal: "named_unit" as const, detail: slots.model }] : []),
    ...(hasBudget ? [{ signal: "gave_budget" as const }] : []),
  ];
}

/** Several of the listed units are meant, and the question needs one. */
export function askWhichUnit({ say, understood }: Talk, units: ListedUnit[]): Contribution {
  const { intents, slots } = understood.reading;
  const listed = units.map(({ displayCode }) => displayCode);
  const [only, another] = units;
  if (only && !another) {
    const memory = { unit: only.displayCode, listed, proposed: "photos" as const };
    return { parts: [say.onlyListed(only.publicName)], closing: say.askNext(), memory };
  }
  return {
    parts: isOnScreen(understood.memory, listed) ? [] : [numberedCars(units, say)],
    closing: say.askWhichUnit(),
    memory: {
      listed,
      asked: "unit",
      proposed: "unit",
      hasMore: false,
      waiting: {
        intents: intents.filter((intent) => intent !== "select"),
        attributes: slots.attributes ?? [],
        ...(slots.offer !== undefined && { offer: slots.offer }),
      },
    },
  };
}

/** The answer before this one was that list, or asked for a number of it. */
function isOnScreen({ listed, proposed }: Talk["understood"]["memory"], codes: string[]): boolean {
  return proposed === "unit" && listed.length === codes.length && codes.every((code, index) => listed[index] === code);
}
