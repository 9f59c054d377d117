import { editDistance } from "@/backend/platform/edit-distance";
import { compactKey, nameParts } from "./car-index";
import { takeDisplayCodes } from "./codes";
import { type CarCriteria, takeNamedCar, takeProperties } from "./criteria";
import type { CarMention } from "./gazetteer";
import { plainWord } from "./normalize";
import { isFree, type Scan, take, wordAt } from "./scan";
import type { Fuel } from "./values";
import type { Excluded } from "./wish/exclusions";
import type { SearchOrder } from "./wish/orders";
import { startWishScan, takeWish } from "./wish/read-wish";

export type SearchFilters = CarCriteria & {
  displayCode?: string;
  /** What would do as well as `fuel`. */
  orFuels?: Fuel[];
  without?: Excluded[];
  /** "hrv crv": names beside the first; all of models or all of brands, each as good as the first. */
  others?: Pick<CarCriteria, "brand" | "model">[];
};

/** What was typed and the name it was read as ("inova" → "Innova"). */
export type SearchCorrection = { from: string; to: string };

export type SearchQuery = {
  filters: SearchFilters;
  /** What there should be most of, first said first. */
  orders: SearchOrder[];
  /** Words that mean something and were not understood, in plain Indonesian. */
  rest: string[];
  corrections: SearchCorrection[];
};

/** Reads a website search box: "inova diesel matic 200an", "avansa 2019 ke atas", "mobil 7 seat di bawah 150". */
export function parseSearchQuery(text: string): SearchQuery {
  const scan = startWishScan(text);
  const [displayCode] = takeDisplayCodes(scan);
  const { without, orders, orFuels } = takeWish(scan);
  const { mention, ...named } = takeNamedCar(scan, (mentions) => mentions.find(isFreeIn(scan)) ?? null);
  const others = mention ? takeOtherNames(scan, mention) : [];
  const filters: SearchFilters = { ...named, ...takeProperties(scan, true) };
  if (others.length > 0) {
    filters.others = others;
    // A trim belongs to one of them and would shut out the other.
    delete filters.variant;
  }
  if (displayCode) filters.displayCode = displayCode;

  if (without.length > 0) filters.without = without;
  if (orFuels.length > 0) filters.orFuels = orFuels;

  return { filters, orders, rest: restWords(scan), corrections: mention ? correctionsOf(scan, mention) : [] };
}

const mostNames = 6;

function takeOtherNames(scan: Scan, first: CarMention): Pick<CarCriteria, "brand" | "model">[] {
  const others = new Map<string, Pick<CarCriteria, "brand" | "model">>();
  const isLikeFirst = (mention: CarMention) => (mention.model === null) === (first.model === null);
  for (let count = 0; count < mostNames; count++) {
    const isNext = (mention: CarMention) => isFreeIn(scan)(mention) && isLikeFirst(mention);
    const { mention, brand, model } = takeNamedCar(scan, (mentions) => mentions.find(isNext) ?? null);
    if (!mention || !brand) break;
    take(scan, mention.start, mention.end);
    const isFirst = brand === first.brand && model === first.model?.model;
    if (!isFirst) others.set(`${brand} ${model}`, model === undefined ? { brand } : { brand, model });
  }
  return [...others.values()];
}

function isFreeIn(scan: Scan): (mention: CarMention) => boolean {
  return ({ start }) => isFree(scan, start);
}

/** Words that say no more than that a car of this showroom is looked for. */
const fillers = new Set(
  `mobil unit cari jual beli dibawah diatas bekas second harga dan atau yang dengan di ke dari untuk ada tahun warna plat km budget dana
   juta jutaan ribu jt rb saja aja dong kak mas pak min atas bawah maksimal minimal sekitar kisaran tidak ini itu mau
   tipe murah paling transmisi seat kursi penumpang orang seater tersedia stok showroom saya kami bisa an apa mana berapa nya asal
   keluarga bagus mulus terawat istimewa dijual ready daerah kota area lokasi sini seken`.split(/\s+/),
);

function restWords(scan: Scan): string[] {
  return scan.tokens.flatMap((token, index) => {
    if (scan.taken[index] || !/^[\p{L}\p{N}]{2,}/u.test(token.text)) return [];
    return plainWord(token.text)
      .split(" ")
      .filter((word) => !fillers.has(word));
  });
}

function correctionsOf(scan: Scan, mention: CarMention): SearchCorrection[] {
  const corrections: SearchCorrection[] = [];
  for (let index = mention.start; index < mention.end; index++) {
    const typed = wordAt(scan, index);
    for (const name of [mention.brand, mention.model?.model ?? ""]) {
      const right = compactKey(nameParts(name));
      const slips = typed.length >= 4 ? editDistance(typed, right, 2) : 0;
      if (slips > 0 && slips <= 2 && right.length >= 4 && !right.startsWith(typed))
        corrections.push({ from: typed, to: name });
    }
  }
  return corrections;
}
