import { type CustomerSlots, parseCustomerMessage } from "@/backend/features/language";

const MOST_MODELS = 3;
const BETWEEN_CARS = /\s(?:sama|dan|dengan|vs|versus|atau|ama|and|or|with|karo|mbek)\s|[/,]/i;

/** The cars a message names beside each other: "avanza/xenia 2018", "bandingin brio sama jazz". The slots hold the first only. */
export function namedModels(text: string): CustomerSlots[] {
  const found: CustomerSlots[] = [];
  for (const piece of text.split(BETWEEN_CARS)) {
    const { brand, model, variant } = parseCustomerMessage(piece).slots;
    if (!brand || !model || found.some((other) => other.model === model)) continue;
    found.push({ brand, model, ...(variant && { variant }) });
  }
  return found.slice(0, MOST_MODELS);
}

/** The one model that is named beside the car in mind; null when there are more, or none. */
export function modelBeside(text: string, { brand, model }: CustomerSlots, current: string): CustomerSlots | null {
  const slot = brand && model ? [{ brand, model }] : [];
  const named = [...namedModels(text), ...slot].filter((other) => other.model !== current);
  const [first] = named;
  return first && named.every((other) => other.model === first.model) ? first : null;
}

/** "#A01", "a1", "kode V01" as codes are written in stock. Words that only look like one are in nobody's stock. */
export function namedCodes(text: string, slots: CustomerSlots): string[] {
  const written = [...text.matchAll(/(?<![\p{L}\p{N}])#?\s?([a-z])[\s-]?(\d{1,3})(?![\p{L}\p{N}])/giu)].map(
    ([, letter = "", digits = ""]) => `#${letter.toUpperCase()}${digits.padStart(2, "0")}`,
  );
  return [...new Set([...(slots.displayCode ? [slots.displayCode] : []), ...written])];
}
