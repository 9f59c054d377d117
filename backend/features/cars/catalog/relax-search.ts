import { type CatalogCriteria, isAnyCar } from "./criteria";
import { describePrices, describeYears } from "./describe-criteria";

/** The criteria with less asked, and what was given up, in Indonesian: "warna bukan merah". */
export type RelaxedSearch = { criteria: CatalogCriteria; said: string[] };

/** What can be given up, by the name of its step. */
export type Relaxable =
  | ("color" | "variant" | "transmission" | "year" | "price" | "words")
  | ("km" | "plate" | "fuel" | "seats" | "body");

type Step = {
  /** Two steps for one criterion say only what the later one did. */
  about: Relaxable;
  isAsked(criteria: CatalogCriteria): boolean;
  relax(criteria: CatalogCriteria): CatalogCriteria;
  say(before: CatalogCriteria, after: CatalogCriteria): string;
};

const PRICE_SLACK = 0.1;
const MOST_ATTEMPTS = 12;

/** From what a shopper gives up most easily to what they came for. Brand, model and what is ruled out never are. */
const steps: Step[] = [
  drop(
    "color",
    (c) => c.colors.length > 0,
    { colors: [] },
    (c) => `warna selain ${c.colors.join("/")}`,
  ),
  drop(
    "variant",
    (c) => c.variantWords.length > 0,
    { variantWords: [] },
    (c) => `tipe selain ${c.variantWords.join(" ").toUpperCase()}`,
  ),
  drop(
    "transmission",
    (c) => c.transmissions.length > 0,
    { transmissions: [] },
    (c) => `transmisi selain ${c.transmissions.join("/")}`,
  ),
  {
    about: "year",
    isAsked: hasYear,
    relax: (c) => ({ ...c, yearMin: c.yearMin && c.yearMin - 1, yearMax: c.yearMax && c.yearMax + 1 }),
    say: (_, after) => describeYears(after),
  },
  {
    about: "price",
    isAsked: hasPrice,
    relax: (c) => ({
      ...c,
      priceMinRupiah: c.priceMinRupiah && Math.round(c.priceMinRupiah * (1 - PRICE_SLACK)),
      priceMaxRupiah: c.priceMaxRupiah && Math.round(c.priceMaxRupiah * (1 + PRICE_SLACK)),
    }),
    say: (_, after) => `harga ${describePrices(after)}`,
  },
  drop(
    "words",
    (c) => c.words.length > 0,
    { words: [] },
    (c) => `tanpa “${c.words.join(" ")}”`,
  ),
  drop(
    "km",
    (c) => c.kmMax !== null,
    { kmMax: null },
    () => "kilometer lebih tinggi",
  ),
  drop(
    "plate",
    (c) => c.plateParity !== null || c.plateRegion !== null,
    { plateParity: null, plateRegion: null },
    () => "plat lain",
  ),
  drop(
    "fuel",
    (c) => c.fuels.length > 0,
    { fuels: [] },
    (c) => `bahan bakar selain ${c.fuels.join("/")}`,
  ),
  drop(
    "seats",
    (c) => c.seats !== null,
    { seats: null },
    (c) => `jumlah kursi selain ${c.seats}`,
  ),
  drop(
    "body",
    (c) => c.bodyTypes.length > 0,
    { bodyTypes: [] },
    (c) => `jenis selain ${c.bodyTypes.join("/")}`,
  ),
  drop("year", hasYear, { yearMin: null, yearMax: null }, () => "tahun lain"),
  // Who named a car is told what it costs; anybody else meant the price.
  drop(
    "price",
    (c) => hasPrice(c) && c.brands.length + c.models.length > 0,
    { priceMinRupiah: null, priceMaxRupiah: null },
    () => "harga lain",
  ),
];

/**
 * Weaker forms of a search that found nothing, to be tried in order: each criterion given up alone, then more and more
 * of them together. At least one criterion always stays, so that something unknown does not become "all cars".
 * What a shopper added last to an earlier search is what the new one is about, and given up last.
 */
export function relaxationsOf(search: CatalogCriteria, saidLast: readonly Relaxable[] = []): RelaxedSearch[] {
  const isLast = ({ about }: Step) => Number(saidLast.includes(about));
  const asked = steps.filter((step) => step.isAsked(search)).toSorted((left, right) => isLast(left) - isLast(right));
  const alone = asked.map((step) => applySteps(search, [step]));
  const together = asked.slice(1).map((_, index) => applySteps(search, asked.slice(0, index + 2)));
  const asksForNothing = ({ criteria }: RelaxedSearch) => isAnyCar({ ...criteria, without: [] });
  return [...alone, ...together].filter((relaxed) => !asksForNothing(relaxed)).slice(0, MOST_ATTEMPTS);
}

function applySteps(search: CatalogCriteria, chosen: Step[]): RelaxedSearch {
  let criteria = search;
  const said = new Map<string, string>();
  for (const step of chosen) {
    const weaker = step.relax(criteria);
    said.set(step.about, step.say(criteria, weaker));
    criteria = weaker;
  }
  return { criteria, said: [...said.values()] };
}

function drop(
  about: Relaxable,
  isAsked: Step["isAsked"],
  emptied: Partial<CatalogCriteria>,
  say: (criteria: CatalogCriteria) => string,
): Step {
  return { about, isAsked, relax: (criteria) => ({ ...criteria, ...emptied }), say };
}

function hasYear({ yearMin, yearMax }: CatalogCriteria): boolean {
  return yearMin !== null || yearMax !== null;
}

function hasPrice({ priceMinRupiah, priceMaxRupiah }: CatalogCriteria): boolean {
  return priceMinRupiah !== null || priceMaxRupiah !== null;
}
