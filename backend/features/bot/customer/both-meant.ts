import type { Unit } from "@/backend/features/cars";
import type { CustomerIntent } from "@/backend/features/language";
import { isListed, type ListedUnit, type Understood } from "./talk";

const MOST_AT_ONCE = 3;
const ABOUT_EACH = new Set<CustomerIntent>(["unit_detail", "price", "unit_availability", "select", "affirm"]);

const saysBoth =
  /\b(?:dua ?-? ?dua|dua2|dua|ke ?dua|22)(?:nya|ne)\b|\b(?:dua|kedua|2) unit(?:nya)? (?:itu|ini|tadi)\b|\bkedua unit\b|\bboth\b|\b(?:loro|karo) ?-?(?:lorone|karone)\b/i;
const saysAll = /\b(?:semua|semuanya|ketiganya|all of them|kabeh)\b/i;

/** "dua-duanya fotonya", or "pajaknya?" where two are left: the units listed that are asked about at once; null when one of them is meant, or none. */
export function bothMeant({ text, reading, memory }: Understood, units: readonly Unit[]): ListedUnit[] | null {
  const { intents, slots } = reading;
  const isDetail = intents.includes("unit_detail") && intents.every((intent) => ABOUT_EACH.has(intent));
  if (!isDetail || slots.displayCode !== undefined || slots.ordinal !== undefined) return null;
  const listed = memory.listed.flatMap((code) => units.find(({ displayCode }) => displayCode === code) ?? []);
  const there = listed.filter(isListed);
  const isPair = memory.unit === null && there.length === 2 && !memory.hasMore;
  const meant = isPair || saysBoth.test(text) ? pairOf(there, memory.unit) : saysAll.test(text) ? there : [];
  return meant.length >= 2 && meant.length <= MOST_AT_ONCE ? meant : null;
}

/** The two that are listed; of more, the two of one model. */
function pairOf(listed: readonly ListedUnit[], current: string | null): ListedUnit[] {
  if (listed.length === 2) return [...listed];
  const model = listed.find(({ displayCode }) => displayCode === current)?.model ?? listed[0]?.model;
  const same = listed.filter((unit) => unit.model === model);
  return same.length === 2 ? same : [];
}
