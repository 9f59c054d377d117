import type { CarCard } from "@/backend/features/cars";
import { numberedCars, singleCar } from "./car-lines";
import type { Contribution, FoundStock, ListedUnit, SeenSignal, Talk } from "./talk";

const FEW = 3;

/** The cars a search found: all that fit, or the nearest ones and in what they differ; never another car as if it fitted. */
export function answerStock(talk: Talk, found: FoundStock, alternatives: CarCard[]): Contribution {
  const { say, showroom } = talk;
  const signals = searchSignals(talk);
  if (found.total === 0) return nothingFound(talk, found, alternatives, signals);
  if (Object.keys(found.criteria).length === 0 && found.total > FEW) return askBudget(talk, found, signals);

  const more = found.total - found.cars.length;
  const codes = found.cars.map(({ displayCode }) => displayCode);
  const [only] = found.cars;
  const isOne = found.cars.length === 1 && only !== undefined;
  return {
    parts: [
      headOf(talk, found),
      isOne ? singleCar(only, say) : numberedCars(found.cars, say),
      ...(isOne ? [say.moreAt(`${showroom.siteUrl}/${only.slug}`)] : []),
      ...(more > 0 ? [say.moreOnSite(more, `${showroom.siteUrl}/mobil`)] : []),
    ],
    closing: isOne ? say.askNext() : say.askWhich(),
    memory: {
      unit: isOne ? only.displayCode : null,
      listed: codes,
      criteria: { ...found.criteria },
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
      asked: "budget",
      proposed: "unit",
    },
    signals,
  };
}

function headOf({ say }: Talk, found: FoundStock): string {
  if (found.affordableRupiah !== null) return say.affordable(found.affordableRupiah);
  if (found.relaxed.length > 0) return say.nearestInstead(found.wanted || say.thatCar(), found.relaxed.join(", "));
  if (found.total === 1) return say.oneFits();
  return isBudgetOnly(found) ? say.withinBudget(found.total, found.criteria.priceMax ?? 0) : say.someFit(found.total);
}

function isBudgetOnly({ criteria }: FoundStock): boolean {
  return Object.keys(criteria).length === 1 && criteria.priceMax !== undefined;
}

function nothingFound(
  { say, showroom }: Talk,
  found: FoundStock,
  alternatives: CarCard[],
  signals: SeenSignal[],
): Contribution {
  const wanted = found.wanted || say.thatCar();
  const hasAlternatives = alternatives.length > 0;
  const shown = hasAlternatives
    ? [say.alternatives(), numberedCars(alternatives, say)]
    : [say.allStock(showroom.siteUrl)];
  return {
    parts: [say.notInStock(wanted), ...shown],
    closing: say.askWantNotice(),
    memory: {
      unit: null,
      listed: alternatives.map(({ displayCode }) => displayCode),
      criteria: { ...found.criteria },
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
  return {
    parts: [numberedCars(units, say)],
    closing: say.askWhichUnit(),
    memory: {
      listed: units.map(({ displayCode }) => displayCode),
      asked: "unit",
      proposed: "unit",
      waiting: { intents: intents.filter((intent) => intent !== "select"), attributes: slots.attributes ?? [] },
    },
  };
}
