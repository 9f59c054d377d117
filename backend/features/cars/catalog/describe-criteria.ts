import { carNames } from "@/backend/features/language";
import { formatRupiahShort, formatThousands } from "@/backend/platform/money";
import { titleCase } from "../car-name";
import type { CatalogCriteria } from "./criteria";

/** The criteria in Indonesian words, one piece each: ["Toyota Innova", "diesel", "di bawah Rp 200 jt"]. */
export function describeCriteria(criteria: CatalogCriteria): string[] {
  const { seats, kmMax, plateParity, plateRegion, displayCode, words } = criteria;
  const without = criteria.without.flatMap((excluded) => describeExcluded(excluded, criteria) ?? []);
  const pieces = [
    describeName(criteria),
    displayCode ?? "",
    criteria.bodyTypes.map(describeBodyType).join(" / "),
    criteria.colors.join(" / "),
    criteria.transmissions.join(" / "),
    criteria.fuels.join(" / "),
    describeYears(criteria),
    describePrices(criteria),
    seats === null ? "" : `${seats} kursi`,
    kmMax === null ? "" : `maksimal ${formatThousands(kmMax)} km`,
    plateParity === null ? "" : `plat ${plateParity}`,
    plateRegion === null ? "" : `plat ${plateRegion}`,
    words.length === 0 ? "" : `“${words.join(" ")}”`,
    without.length === 0 ? "" : `selain ${without.join(" / ")}`,
  ];
  return pieces.filter(Boolean);
}

export function describeYears({ yearMin, yearMax }: Pick<CatalogCriteria, "yearMin" | "yearMax">): string {
  if (yearMin !== null && yearMin === yearMax) return `tahun ${yearMin}`;
  if (yearMin !== null && yearMax !== null) return `tahun ${yearMin}–${yearMax}`;
  if (yearMin !== null) return `tahun ${yearMin} ke atas`;
  return yearMax === null ? "" : `tahun ${yearMax} ke bawah`;
}

type Prices = Pick<CatalogCriteria, "priceMinRupiah" | "priceMaxRupiah">;

export function describePrices({ priceMinRupiah: min, priceMaxRupiah: max }: Prices): string {
  if (min !== null && max !== null) return `${formatRupiahShort(min)}–${formatRupiahShort(max).replace("Rp ", "")}`;
  if (min !== null) return `di atas ${formatRupiahShort(min)}`;
  return max === null ? "" : `sampai ${formatRupiahShort(max)}`;
}

/** "brand:toyota" → "Toyota", "variant:hr-v rs" → "HR-V RS", "bodyType:suv" → "SUV", "color:hitam" → "hitam". */
function describeExcluded(excluded: string, { models, ...criteria }: CatalogCriteria): string | null {
  const [property, value = ""] = excluded.split(/:(.*)/s);
  // "Putih selain hitam" says nothing more than "putih".
  const wished = { color: criteria.colors, transmission: criteria.transmissions, fuel: criteria.fuels };
  if (Object.entries(wished).some(([name, values]) => name === property && values.length > 0)) return null;
  const model = models.find((name) => value.startsWith(`${name} `));
  if (property === "variant" && model) return value.slice(model.length + 1).toUpperCase();
  if (property === "bodyType") return describeBodyType(value);
  if (property === "variant") return describeTrim(value);
  return property === "brand" || property === "model" ? properName(value) : value;
}

function describeTrim(value: string): string {
  const words = value.split(" ");
  const ends = words.map((_, index) => words.length - index);
  const own = ends.find((end) => properNames.has(words.slice(0, end).join(" "))) ?? 1;
  return [properName(words.slice(0, own).join(" ")), words.slice(own).join(" ").toUpperCase()]
    .filter(Boolean)
    .join(" ");
}

/** "hr-v" → "HR-V", "bmw" → "BMW"; a name the catalogue does not know in title case. */
function properName(name: string): string {
  return properNames.get(name) ?? titleCase(name);
}

const properNames = new Map(
  carNames().flatMap(({ brand, models }) => [brand, ...models].map((name) => [name.toLowerCase(), name] as const)),
);

/** "suv" → "SUV", "hatchback" stays. */
function describeBodyType(bodyType: string): string {
  return bodyType.length <= 3 && bodyType !== "van" ? bodyType.toUpperCase() : bodyType;
}

/** A model stands without its brand unless both were asked for by name. */
function describeName({ brands, models, variantWords }: CatalogCriteria): string {
  const asked = models.filter((model) => !model.includes("<"));
  const names = asked.length > 0 ? asked : brands;
  const variant = variantWords.join(" ").toUpperCase();
  return [names.map(properName).join(" / "), variant].filter(Boolean).join(" ");
}
