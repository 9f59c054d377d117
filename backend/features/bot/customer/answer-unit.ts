import { matchFaq } from "@/backend/features/assistant";
import type { CarCard, Unit } from "@/backend/features/cars";
import { formatThousands } from "@/backend/platform/money";
import { numberedCars, trimOf } from "./car-lines";
import { nextStep } from "./next-step";
import { teamPromise } from "./person-promise";
import { quotableFeatures } from "./quotable";
import type { Contribution, ListedUnit, SeenSignal, Talk } from "./talk";
import { unitFacts } from "./unit-facts";
import { photosOf } from "./unit-photos";

/** The unit was picked and nothing asked yet: what it is, what it costs, and where to go from here. */
export function answerChosen(talk: Talk, unit: ListedUnit): Contribution {
  const { say, showroom } = talk;
  const isBooked = unit.status === "booking";
  const features = quotableFeatures(unit);
  const lines = [
    isBooked ? say.isBooked(unit.publicName) : say.chosen(unit.publicName),
    `${trimOf(unit, say)}, ${formatThousands(unit.km)} km`,
    ...(features.length > 0 ? [say.features(features.join(", "))] : []),
    say.priceLine(unit.priceRupiah),
    ...creditPrice(talk, unit),
    say.moreAt(`${showroom.siteUrl}/${unit.slug}`),
  ];
  return {
    parts: [lines.join("\n")],
    ...nextStep(talk),
    signals: [named(unit)],
  };
}

export function answerPrice(talk: Talk, unit: ListedUnit): Contribution {
  const { say } = talk;
  return {
    parts: [[say.priceOf(unit.publicName, unit.priceRupiah), ...creditPrice(talk, unit)].join("\n")],
    ...nextStep(talk),
    signals: [{ signal: "asked_price" }],
  };
}

export function answerAvailability(talk: Talk, unit: ListedUnit): Contribution {
  const { say } = talk;
  if (unit.status === "booking") return { parts: [say.isBooked(unit.publicName)], signals: [named(unit)] };
  return {
    parts: [`${say.stillThere(unit.publicName)} ${say.priceLine(unit.priceRupiah)}`],
    ...nextStep(talk),
    signals: [named(unit)],
  };
}

/** What was asked about the unit, each from its data; what is not on record is asked of the team, and said so. */
export function answerDetail(talk: Talk, unit: ListedUnit): Contribution {
  const { say, understood } = talk;
  const attributes = understood.reading.slots.attributes ?? [];
  if (attributes.length === 0) return { ...answerChosen(talk, unit), signals: [{ signal: "asked_details" }] };

  const { lines, missing } = unitFacts(unit, attributes, talk);
  const shown = attributes.includes("photos") ? photosOf(talk, unit) : null;
  const video = attributes.includes("video") ? videoOf(talk, unit) : null;
  const topics = missing.map((attribute) => say.topic(attribute)).join(", ");
  const isUnanswered = missing.length > 0 || video?.question !== undefined;
  return {
    parts: [
      ...(lines.length > 0 ? [`*${unit.publicName}*\n${lines.join("\n")}`] : []),
      ...(shown?.parts ?? []),
      ...(video?.parts ?? []),
      ...(topics ? [`${say.notOnRecord(topics)} ${teamPromise(talk)}`] : []),
    ],
    ...(shown ? { closing: say.askVisit(), memory: { proposed: "visit" as const } } : nextStep(talk)),
    images: shown?.images ?? [],
    signals: [{ signal: shown ? "asked_photos" : "asked_details" }],
    ...(isUnanswered && { question: "unknown" as const, attention: "unknown_question" }),
  };
}

function videoOf({ say }: Talk, unit: ListedUnit): Contribution {
  if (unit.videoUrl) return { parts: [say.videoAt(unit.videoUrl)] };
  return { parts: [say.noVideo()], question: "unknown" };
}

/** What the showroom grants holds for any of its cars. */
export function answerWarranty({ say, understood, showroom }: Talk): Contribution | null {
  const { attributes = [] } = understood.reading.slots;
  const isAlone = attributes.length === 1 && attributes[0] === "warranty";
  const found = isAlone ? matchFaq("ada garansi", showroom.knowledge.faqs) : null;
  if (!found) return null;
  const isListed = understood.memory.listed.length > 1;
  const next = isListed
    ? { closing: say.askWhich(), memory: { asked: "unit" as const, proposed: "unit" as const } }
    : { closing: say.askWish() };
  return { parts: [found.faq.answer], ...next, faq: found.faq, signals: [{ signal: "asked_details" }] };
}

/** A unit that is gone: said so, with what is like it. */
export function answerSold({ say, showroom }: Talk, unit: Unit, alternatives: CarCard[]): Contribution {
  const isAlone = alternatives.length === 0;
  const others = isAlone ? [say.allStock(showroom.siteUrl)] : [say.alternatives(), numberedCars(alternatives, say)];
  return {
    parts: [say.isSold(unit.publicName), ...others],
    closing: isAlone ? say.askWantNotice() : say.askWhich(),
    memory: {
      unit: null,
      listed: alternatives.map(({ displayCode }) => displayCode),
      proposed: isAlone ? "notify" : "unit",
      criteria: { brand: unit.brand, model: unit.model },
      orders: [],
      hasMore: false,
    },
    signals: [{ signal: "searched" }],
  };
}

function creditPrice({ say }: Talk, unit: ListedUnit): string[] {
  return unit.creditPriceRupiah ? [say.creditPriceLine(unit.creditPriceRupiah, unit.creditMinTenorMonths)] : [];
}

function named(unit: Unit): SeenSignal {
  return { signal: "named_unit", detail: unit.publicName };
}
