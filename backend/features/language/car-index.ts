import catalogue from "./data/cars.json";
import { editDistance } from "./edit-distance";
import { tokenize } from "./tokens";
import type { BodyType } from "./values";
import { isBodyType } from "./values";

export type CarModel = {
  brand: string;
  model: string;
  bodyType: BodyType;
  seats: number;
  /** Words that name a trim of this model, lower case, one token each. */
  trimWords: Set<string>;
};

/** What an alias stands for. `variantFrom` counts the tokens that belong to the model name; the rest begins the variant. */
export type AliasTarget = { model: CarModel; modelTokens: number; alias: string };

export type CarIndex = {
  brands: Map<string, string>;
  models: Map<string, AliasTarget>;
  /** Per brand: what names a model once the brand is known, "2" for Mazda included. */
  modelsOfBrand: Map<string, Map<string, AliasTarget>>;
  /** Trim words of every model, for trims the catalogue knows elsewhere. */
  trimWords: Set<string>;
  allModels: CarModel[];
};

/** Spaces, hyphens and case do not tell names apart: "HR-V", "hr v" and "hrv" are one key. */
export function compactKey(parts: readonly string[]): string {
  return parts.join("").replace(/-/g, "");
}

/** Words of a name as the tokenizer cuts them, hyphens dropped. */
export function nameParts(name: string): string[] {
  return tokenize(name)
    .tokens.filter((token) => token.text !== "-")
    .map((token) => token.text);
}

export const carIndex: CarIndex = buildCarIndex();

function buildCarIndex(): CarIndex {
  const index: CarIndex = {
    brands: new Map(),
    models: new Map(),
    modelsOfBrand: new Map(),
    trimWords: new Set(),
    allModels: [],
  };

  for (const entry of catalogue) {
    const modelNames = new Set(entry.models.flatMap(({ aliases }) => aliases));
    const brandNames = [entry.brand.toLowerCase(), ...entry.aliases].map(nameParts);
    for (const parts of brandNames) {
      const namesModelToo = parts.length > 1 && modelNames.has(parts.slice(1).join(" "));
      if (!namesModelToo) index.brands.set(compactKey(parts), entry.brand);
    }
    for (const model of entry.models) addModel(index, entry.brand, brandNames, model);
  }
  return index;
}

type CatalogueModel = (typeof catalogue)[number]["models"][number];

function addModel(index: CarIndex, brand: string, brandNames: string[][], entry: CatalogueModel): void {
  const model: CarModel = {
    brand,
    model: entry.model,
    bodyType: isBodyType(entry.bodyType) ? entry.bodyType : "mpv",
    seats: entry.seats,
    trimWords: new Set(entry.variants.flatMap(nameParts)),
  };
  index.allModels.push(model);

  const ofBrand = index.modelsOfBrand.get(brand) ?? new Map<string, AliasTarget>();
  index.modelsOfBrand.set(brand, ofBrand);

  const aliases = [...new Set([entry.model.toLowerCase(), ...entry.aliases])].map((alias) => {
    const parts = nameParts(alias);
    const local = withoutBrand(parts, brandNames);
    return { alias, parts, local, isGlobal: entry.aliases.includes(alias) };
  });
  const heads = new Set(aliases.map(({ local }) => compactKey(local)));
  const variantKeys = new Set(entry.variants.map((variant) => compactKey(nameParts(variant))));

  for (const { alias, parts, local, isGlobal } of aliases) {
    const head = headLength(local, heads);
    if (head < local.length) {
      for (const part of local.slice(head)) model.trimWords.add(part);
      if (isGlobal && parts.length === local.length) continue;
    }
    const name = head < local.length ? local.slice(0, head) : local;
    const target = { model, modelTokens: modelTokens(name, entry.model, variantKeys), alias };
    if (!ofBrand.has(compactKey(name))) ofBrand.set(compactKey(name), target);
    if (isGlobal && name.length === parts.length) index.models.set(compactKey(name), target);
  }
  for (const trim of model.trimWords) if (trim.length > 1) index.trimWords.add(trim);
}

function withoutBrand(parts: string[], brandNames: string[][]): string[] {
  const lengths = brandNames
    .filter((brand) => brand.length < parts.length && brand.every((part, position) => part === parts[position]))
    .map((brand) => brand.length);
  return parts.slice(Math.max(0, ...lengths));
}

/** "jazz rs" is the model "jazz" and a trim: the length of the shortest beginning that names the model by itself. */
function headLength(parts: string[], heads: Set<string>): number {
  for (let length = 1; length < parts.length; length++) {
    if (heads.has(compactKey(parts.slice(0, length)))) return length;
  }
  return parts.length;
}

/**
 * How many tokens of a name are the model's own: 0 for a generation that stands for it ("zenix", "c200", "gk5"),
 * 1 for "lc 200", all of them for an ordinary spelling.
 */
function modelTokens(parts: string[], model: string, variantKeys: Set<string>): number {
  const key = compactKey(parts);
  const canonical = compactKey(nameParts(model));
  if (key === canonical) return parts.length;

  const initials = nameParts(model).map((part) => part[0]).join("");
  if (initials.length > 1 && parts.length === 2 && parts[0] === initials) return 1;

  if (variantKeys.has(key)) return 0;
  const isTypeCode = /^[a-z]{1,3}\d{1,3}[a-z]{0,2}$|^\d{3}[a-z]{1,2}$/.test(key);
  const isSpelling = canonical.includes(key) || editDistance(key, canonical, 1) <= 1;
  return isTypeCode && !isSpelling ? 0 : parts.length;
}
