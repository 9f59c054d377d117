import { formatRupiahShort } from "@/backend/platform/money";
import { affordableBy } from "./affordable-price";
import { numberedCars } from "./car-lines";
import type { Phrases } from "./copy/tone";
import type { Contribution, OtherCars, Talk } from "./talk";
import type { ThriftyCar } from "./thriftiest";

/** Others of a model, or the nearest to it; which of the two is said. */
export function answerOthers({ say }: Talk, { kind, of, cars }: OtherCars): Contribution {
  if (cars.length === 0) {
    const memory = { unit: null, listed: [], hasMore: false, proposed: "notify" as const };
    const none =
      kind === "cheaper" || kind === "newer" || kind === "lower_km" ? say.noneMore(kind, of) : say.noOther(of);
    return { parts: [none], closing: say.askWantNotice(), memory, signals: [{ signal: "searched" }] };
  }
  const isOne = cars.length === 1;
  return {
    parts: [...headOf(say, kind, of), numberedCars(cars, say)],
    closing: isOne ? say.askNext() : say.askWhich(),
    memory: {
      ...listOf(cars.map(({ displayCode }) => displayCode)),
      criteria: {},
      unit: isOne ? (cars[0]?.displayCode ?? null) : null,
      asked: isOne ? null : "unit",
      proposed: isOne ? "photos" : "unit",
    },
    signals: [{ signal: "searched" }],
  };
}

function headOf(say: Phrases, kind: OtherCars["kind"], of: string): string[] {
  if (kind === "same_model") return [say.othersOf(of)];
  if (kind === "cheaper" || kind === "newer" || kind === "lower_km") return [say.moreThan(kind, of)];
  return kind === "similar" ? [say.noOtherButSimilar(of)] : [say.notInStock(of), say.alternatives()];
}

/** Consumption is nobody's measurement here: what sellers state is quoted, else it is said that nothing tells. */
export function answerThrifty({ say, understood }: Talk, thrifty: ThriftyCar[]): Contribution {
  const { listed, asked, proposed, unit } = understood.memory;
  if (thrifty.length === 0) {
    return {
      parts: [say.thriftUnknown()],
      closing: listed.length > 0 ? say.askWhich() : say.askWish(),
      memory: { unit, listed, asked, proposed },
      signals: [{ signal: "searched" }],
    };
  }
  const cars = thrifty.map(({ car }) => car);
  const stated = thrifty.map(({ car, words }) => `${car.displayCode} (${words})`).join(", ");
  return {
    parts: [say.thriftStated(stated), numberedCars(cars, say)],
    closing: cars.length === 1 ? say.askNext() : say.askWhich(),
    memory: {
      ...listOf(cars.map(({ displayCode }) => displayCode)),
      unit: cars.length === 1 ? (cars[0]?.displayCode ?? null) : null,
      asked: "unit",
      proposed: cars.length === 1 ? "photos" : "unit",
    },
    signals: [{ signal: "searched" }],
  };
}

function listOf(listed: string[]) {
  return { listed, hasMore: false };
}

/** How a price was reckoned from what was told of a credit. */
export function reckoning({ say, understood }: Talk): string {
  const { downPayment, instalment, tenorMonths, share, ratePercent } = affordableBy(understood.memory.credit);
  if (instalment === undefined) return say.reckonedByShare(downPayment, share);
  const pieces = [
    ...(downPayment > 0 ? [`DP ${formatRupiahShort(downPayment)}`] : []),
    say.instalment(instalment),
    say.tenor(tenorMonths),
  ];
  return say.reckonedByInstalment(pieces.join(", "), ratePercent);
}
