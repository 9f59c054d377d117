import {
  type CatalogQuery,
  type CatalogResult,
  describeCriteria,
  describePrices,
  describeYears,
} from "@/backend/features/cars";
import { listingHref, listParameters, pickedValues, withoutValue, withPicked } from "./listing-address";
import { facetLabels, facetValueLabel } from "./listing-facets";

type Link = { label: string; removeHref: string };

/** "Toyota Avanza bekas di Surabaya", "Hasil pencarian “inova diesel”". */
export function listingHeading(query: CatalogQuery, facets: CatalogResult["facets"], city: string): string {
  if (query.search) return `Hasil pencarian “${query.search}”`;
  const place = city ? ` di ${city}` : "";
  const { brands, models } = query.picked;
  const name = [
    brands.length === 1 ? facetValueLabel(facets.brand, brands[0] ?? "") : "",
    models.length === 1 ? facetValueLabel(facets.model, models[0] ?? "") : "",
  ];
  const car = name.filter(Boolean).join(" ");
  return car === "" ? `Mobil bekas${place}` : `${car} bekas${place}`;
}

/** What to tell about how the listing came about. */
export function listingNotices({ corrections, understood, relaxed, notices, asked }: CatalogResult): string[] {
  const read = corrections.map(({ from, to }) => `“${from}” kami baca sebagai ${to}.`);
  const isTold = understood.length > 1 || asked.without.length > 0;
  const meant = isTold ? [`Kami artikan: ${understood.join(" · ")}.`] : [];
  const weaker =
    relaxed.length > 0 ? [`Belum ada yang persis cocok. Ini yang paling mendekati: ${relaxed.join(", ")}.`] : [];
  return [...notices, ...read, ...meant, ...weaker];
}

/** The filters that are on, each with the listing without it. */
export function activeFilters(query: CatalogQuery, facets: CatalogResult["facets"]): Link[] {
  const { picked } = query;
  const lists = listParameters.flatMap((name) =>
    pickedValues(query, name).map((value) => ({
      label: facetValueLabel(facets[name], value),
      removeHref: listingHref(withoutValue(query, name, value)),
    })),
  );
  const years = describeYears(picked);
  const prices = describePrices(picked);
  const withoutYears = withPicked(query, { yearMin: null, yearMax: null });
  const withoutPrices = withPicked(query, { priceMinRupiah: null, priceMaxRupiah: null });
  return [
    ...lists,
    ...(years ? [{ label: capitalize(years), removeHref: listingHref(withoutYears) }] : []),
    ...(prices ? [{ label: capitalize(prices), removeHref: listingHref(withoutPrices) }] : []),
  ];
}

/** Ways out of an empty listing: each filter left out that would show something. */
export function relaxationLinks(query: CatalogQuery, { totalWithout }: CatalogResult) {
  const lists = listParameters
    .filter((name) => pickedValues(query, name).length > 0)
    .map((name) => ({
      label: `Tanpa pilihan ${facetLabels[name].toLowerCase()}`,
      href: listingHref(withoutValue(query, name, null)),
      count: totalWithout[name],
    }));
  const { yearMin, yearMax, priceMinRupiah, priceMaxRupiah } = query.picked;
  const years = { href: listingHref(withPicked(query, { yearMin: null, yearMax: null })), count: totalWithout.year };
  const prices = {
    href: listingHref(withPicked(query, { priceMinRupiah: null, priceMaxRupiah: null })),
    count: totalWithout.price,
  };
  const hasYears = yearMin !== null || yearMax !== null;
  const hasPrices = priceMinRupiah !== null || priceMaxRupiah !== null;
  return [
    ...lists,
    ...(hasYears ? [{ label: "Semua tahun", ...years }] : []),
    ...(hasPrices ? [{ label: "Semua harga", ...prices }] : []),
  ].filter(({ count }) => count > 0);
}

/** "Avanza putih matic tahun 2020": what was wished for, as a part of a sentence; null when nothing was. */
export function wishOf({ asked }: CatalogResult, search: string): string | null {
  const pieces = describeCriteria(asked);
  return pieces.join(" ") || search || null;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
