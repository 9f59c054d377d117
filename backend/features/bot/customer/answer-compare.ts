import { formatRupiah, formatThousands } from "@/backend/platform/money";
import { trimOf } from "./car-lines";
import { modelBeside } from "./named-models";
import { quotableFeatures } from "./quotable";
import type { Contribution, ListedUnit, Talk } from "./talk";

/** Two or three units side by side, and what the numbers say for each; the choice stays the customer's. */
export function answerCompare(talk: Talk, units: ListedUnit[]): Contribution {
  const { say } = talk;
  if (units.length < 2)
    return {
      parts: [...notThere(talk), say.askCompareWhich()],
      memory: { asked: "unit" },
      signals: [{ signal: "searched" }],
    };

  const blocks = units.map((unit, index) => block(talk, unit, index + 1));
  return {
    parts: [say.comparing(), blocks.join("\n\n"), ...verdicts(talk, units)],
    closing: say.askPrefer(),
    memory: {
      unit: null,
      listed: units.map(({ displayCode }) => displayCode),
      hasMore: false,
      asked: "unit",
      proposed: "unit",
    },
    signals: [{ signal: "asked_details" }],
  };
}

/** The car in mind was to be compared with one that there is none of. */
function notThere({ say, understood }: Talk): string[] {
  const beside = understood.memory.unit ? modelBeside(understood.text, understood.reading.slots, "") : null;
  return beside?.model ? [say.notInStock(beside.model)] : [];
}

function block({ say }: Talk, unit: ListedUnit, number: number): string {
  const features = quotableFeatures(unit).slice(0, 3);
  const fuel = unit.fuel && say.fixedWords(unit.fuel.toLowerCase());
  const facts = [trimOf(unit, say), String(unit.year), fuel, `${formatThousands(unit.km)} km`];
  return [
    `${number}. *${unit.publicName}*`,
    facts.filter(Boolean).join(", "),
    ...(unit.owners ? [say.owners(unit.owners)] : []),
    ...(features.length > 0 ? [say.features(features.join(", "))] : []),
    `*${formatRupiah(unit.priceRupiah)}*`,
  ].join("\n");
}

function verdicts({ say }: Talk, units: ListedUnit[]): string[] {
  const byPrice = units.toSorted((left, right) => left.priceRupiah - right.priceRupiah);
  const byKm = units.toSorted((left, right) => left.km - right.km);
  const byYear = units.toSorted((left, right) => right.year - left.year);
  const [cheap, dear] = [byPrice[0], byPrice[1]];
  const [low, high] = [byKm[0], byKm[1]];
  const [young, old] = [byYear[0], byYear[1]];
  const lines = [
    cheap && dear && cheap.priceRupiah < dear.priceRupiah
      ? say.cheaper(cheap.displayCode, dear.priceRupiah - cheap.priceRupiah)
      : "",
    low && high && low.km < high.km ? say.lessKm(low.displayCode, high.km - low.km) : "",
    young && old && young.year > old.year ? say.newer(young.displayCode) : "",
  ].filter(Boolean);
  return lines.length > 0 ? [lines.join(" ")] : [];
}
