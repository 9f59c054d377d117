import type { CarMention } from "../gazetteer";
import { findCars } from "../gazetteer";
import { type Scan, take, wordAt } from "../scan";
import { takeVariant } from "../variants";
import type { CarAd } from "./car-ad";
import type { Field } from "./labels";

type Name = Pick<CarAd, "brand" | "model" | "variant">;

/** Brand, model and variant of the car offered; fields that hold the name win over the rest of the text. */
export function takeName(scan: Scan, fields: readonly Field[]): Name {
  const parts = nameFields(fields);
  const fromFields = parts.length > 0 ? takeFieldName(scan, parts) : {};
  return fromFields.model ? fromFields : { ...fromFields, ...takeLooseName(scan) };
}

function nameFields(fields: readonly Field[]): Field[] {
  const brand = fields.filter(({ key }) => key === "brand").slice(0, 1);
  const names = fields.filter(({ key }) => key === "name" || key === "model");
  const variant = fields.filter(({ key }) => key === "variant").slice(0, 1);
  return [...brand, ...names, ...variant];
}

/** Reads the name fields as one line: "Merek: Suzuki", "Model: Ertiga", "Varian: 1.4 GL". */
function takeFieldName(scan: Scan, fields: readonly Field[]): Name {
  const indexes = fields.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, offset) => start + offset),
  );
  const line: Scan = {
    source: scan.source,
    tokens: indexes.flatMap((index) => {
      const token = scan.tokens[index];
      return token ? [fields.some(({ start }) => start === index) ? { ...token, joined: false } : token] : [];
    }),
    taken: indexes.map((index) => scan.taken[index] ?? false),
  };

  const mentions = findCars(line.tokens);
  const brand = mentions[0]?.brand ?? null;
  const chosen = chooseCar(line, brand ? findCars(line.tokens, brand) : mentions);
  if (!chosen) return {};
  const variant = takeVariant(line, chosen, "field");
  line.taken.forEach((taken, position) => {
    const index = indexes[position];
    if (taken && index !== undefined) take(scan, index, index + 1);
  });
  return nameOf(chosen, variant);
}

function takeLooseName(scan: Scan): Name {
  const isDated = scan.tokens.some(({ text }) => /^(?:19[6-9]|20[0-3])\d$/.test(text));
  const chosen = chooseCar(scan, findCars(scan.tokens)) ?? chooseCar(scan, findCars(scan.tokens, null, isDated));
  return chosen ? nameOf(chosen, takeVariant(scan, chosen, "ad")) : {};
}

/** The car offered: brand first, then the earliest model of that brand; a car to be traded or denied is none. */
function chooseCar(scan: Scan, mentions: readonly CarMention[]): CarMention | null {
  const offered = mentions.filter((mention) => !isOtherCar(scan, mention));
  const first = offered[0];
  if (!first || first.model) return first ?? null;
  return (
    offered.find(({ model, brand }) => model && brand === first.brand) ?? offered.find(({ model }) => model) ?? first
  );
}

function isOtherCar(scan: Scan, mention: CarMention): boolean {
  const last = wordAt(scan, mention.start - 1);
  const before = /^[.?!]$/.test(last) ? [] : [last, wordAt(scan, mention.start - 2)];
  return before.some((text) => /^(?:bukan|tt|tukar|selain|ijol|sekelas|rasa|saingan|barter)$/.test(text));
}

function nameOf(mention: CarMention, variant: string): Name {
  const name: Name = { brand: mention.brand };
  if (mention.model) name.model = mention.model.model;
  if (variant !== "") name.variant = variant;
  return name;
}
