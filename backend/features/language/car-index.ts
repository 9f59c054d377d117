import { editDistance } from "@/backend/platform/edit-distance";
import catalogue from "./data/cars.json";
import { tokenize } from "./tokens";
import type { BodyType } from "./values";
import { isBodyType } from "./values";

export type CarModel = {
  brand: string;
  model: string;
  bodyType: BodyType;
  seats: number;
  /** Market years in Indonesia; null: still sold. */
  yearFrom: number;
  yearTo: number | null;
  /** Words that name a trim of this model, lower case, one token each. */
  trimWords: Set<string>;
};

/** What an alias stands for, and how many of its words are the model's own; the words after them begin the variant. */
export type AliasTarget = { model: CarModel; ownWords: "all" | number };

export type CarIndex = {
  brands: Map<string, string>;
  models: Map<string, AliasTarget>;
  /** Per brand: what names a model once the brand is known, "2" for Mazda included. */
  modelsOfBrand: Map<string, Map<string, AliasTarget>>;
  /** Trim words of every model, and per brand: the catalogue's trims are common, not complete. */
  trimWords: Set<string>;
  trimWordsOfBrand: Map<string, Set<string>>;
  allModels: CarModel[];
};

/** Spaces, hyphens and case do not tell names apart: "HR-V", "hr v" and "hrv" are one key. */
export function compactKey(parts: readonly string[]): string {
  return parts.join("").replace(/-/g, "");
}

const partsOfName = new Map<string, string[]>();

/** Words of a name as the tokenizer cuts them, hyphens dropped. */
export function nameParts(name: string): string[] {
  const known = partsOfName.get(name);
  if (known) return known;
  const parts = tokenize(name)
    .tokens.filter((token) => token.text !== "-")
    .map((token) => token.text);
  partsOfName.set(name, parts);
  return parts;
}

export const carIndex: CarIndex = buildCarIndex();

function buildCarIndex(): CarIndex {
  const index: CarIndex = {
    brands: new Map(),
    models: new Map(),
    modelsOfBrand: new Map(),
    trimWords: new Set(),
    trimWordsOfBrand: new Map(),
    allModels: [],
  };

  for (const entry of catalogue) {
    const modelKeys = new Set(
      entry.models.flatMap(({ aliases }) => aliases.map((alias) => compactKey(nameParts(alias)))),
    );
    const brandNames = [entry.brand.toLowerCase(), ...entry.aliases].map(nameParts);
    const brandKeys = brandNames.map(compactKey);
    const namesModelToo = (key: string) =>
      brandKeys.some((brand) => key.startsWith(brand) && modelKeys.has(key.slice(brand.length)));
    for (const key of brandKeys) if (!namesModelToo(key)) index.brands.set(key, entry.brand);
    const ownNames = brandNames.filter((parts) => !namesModelToo(compactKey(parts)));
    for (const model of entry.models) addModel(index, entry.brand, ownNames, model);
    for (const key of brandKeys) {
      const target = brandKeys
        .map((brand) => key.startsWith(brand) && index.models.get(key.slice(brand.length)))
        .find(Boolean);
      if (target && namesModelToo(key)) index.models.set(key, target);
    }
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
    yearFrom: entry.yearFrom,
    yearTo: entry.yearTo,
    trimWords: new Set(entry.variants.flatMap(nameParts)),
  };
  index.allModels.push(model);

  const ofBrand = index.modelsOfBrand.get(brand) ?? new Map<string, AliasTarget>();
  index.modelsOfBrand.set(brand, ofBrand);

  const brandKeys = brandNames.map(compactKey);
  const aliases = [...new Set([entry.model.toLowerCase(), ...entry.aliases])].map((alias) => {
    const parts = nameParts(alias);
    const local = withoutBrand(parts, brandNames);
    return { alias, parts, local, isGlobal: entry.aliases.includes(alias) };
  });
  const heads = new Set(aliases.map(({ local }) => compactKey(local)));
  const globalHeads = new Set(
    aliases
      .filter(({ parts, local, isGlobal }) => isGlobal && parts.length === local.length)
      .map(({ local }) => compactKey(local)),
  );
  const variantKeys = new Set(entry.variants.map((variant) => compactKey(nameParts(variant))));

  for (const { parts, local, isGlobal } of aliases) {
    const head = headLength(
      local,
      parts.length === local.length ? new Set([...globalHeads, compactKey(nameParts(entry.model))]) : heads,
      entry.model,
    );
    if (head < local.length) {
      for (const part of local.slice(head)) model.trimWords.add(part);
      if (isGlobal && parts.length === local.length && !globalHeads.has(compactKey(local.slice(0, head)))) {
        index.models.set(compactKey(local), { model, ownWords: head });
      }
    }
    const name = head < local.length ? local.slice(0, head) : local;
    const isWholeName = namesBrandAndModel(name, entry.model, brandKeys);
    const target: AliasTarget = { model, ownWords: isWholeName ? "all" : ownWords(name, entry.model, variantKeys) };
    if (!ofBrand.has(compactKey(name))) ofBrand.set(compactKey(name), target);
    if (isGlobal && local.length === parts.length && name.length === parts.length)
      index.models.set(compactKey(name), target);
  }
  const ofBrandTrims = index.trimWordsOfBrand.get(brand) ?? new Set<string>();
  index.trimWordsOfBrand.set(brand, ofBrandTrims);
  for (const trim of model.trimWords) {
    if (trim.length === 1) continue;
    index.trimWords.add(trim);
    ofBrandTrims.add(trim);
  }
}

function withoutBrand(parts: string[], brandNames: string[][]): string[] {
  const lengths = brandNames
    .filter((brand) => brand.length < parts.length && brand.every((part, position) => part === parts[position]))
    .map((brand) => brand.length);
  return parts.slice(Math.max(0, ...lengths));
}

/** "jazz rs" is the model "jazz" and a trim: the length of the shortest beginning that names the model by itself. */
function headLength(parts: string[], heads: Set<string>, model: string): number {
  if (compactKey(parts) === compactKey(nameParts(model))) return parts.length;
  for (let length = 1; length < parts.length; length++) {
    if (heads.has(compactKey(parts.slice(0, length)))) return length;
  }
  return parts.length;
}

/** "mg5" says brand and model in one word. */
function namesBrandAndModel(parts: string[], model: string, brandKeys: string[]): boolean {
  const key = compactKey(parts);
  const canonical = compactKey(nameParts(model));
  return brandKeys.some((brand) => {
    const rest = key.startsWith(brand) ? key.slice(brand.length) : "";
    return rest !== "" && canonical.startsWith(rest);
  });
}

/**
 * How many words of a name are the model's own: 0 for a generation that stands for it ("zenix", "c200", "gk5"),
 * 1 for "lc 200", all of them for an ordinary spelling.
 */
function ownWords(parts: string[], model: string, variantKeys: Set<string>): "all" | number {
  const key = compactKey(parts);
  const canonical = compactKey(nameParts(model));
  if (key === canonical) return "all";

  const initials = nameParts(model)
    .map((part) => part[0])
    .join("");
  if (initials.length > 1 && parts.length === 2 && parts[0] === initials) return 1;

  if (variantKeys.has(key)) return 0;
  const isTypeCode = /^[a-z]{1,3}\d{1,3}[a-z]{0,2}$|^\d{3}[a-z]{1,2}$/.test(key);
  const isSpelling = canonical.includes(key) || editDistance(key, canonical, 1) <= 1;
  return isTypeCode && !isSpelling ? 0 : "all";
}
