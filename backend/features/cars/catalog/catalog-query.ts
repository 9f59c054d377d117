import { z } from "zod";
import { toOneLine } from "../clean-text";
import { BODY_TYPES, FUELS, TRANSMISSIONS } from "../schemas";
import { type CatalogSort, SORTS } from "./catalog-sql";
import { anyCar, type CatalogCriteria } from "./criteria";

/** A listing as an address asks for it. `picked` are the filters, `search` the words typed. */
export type CatalogQuery = {
  search: string;
  picked: CatalogCriteria;
  /** null: as the search words ask, else the newest first. */
  sort: CatalogSort | null;
  /** From 1. */
  page: number;
  limit: number;
};

export const PAGE_SIZE = 12;
const MOST_PER_PAGE = 48;
const LONGEST_SEARCH = 120;

const whole = z
  .string()
  .regex(/^\d{1,12}$/, "Harus angka bulat")
  .transform(Number);
const year = whole.refine((value) => value >= 1900 && value <= 2100, "Tahun tidak masuk akal");
const name = z
  .string()
  .transform(toOneLine)
  .pipe(z.string().min(1, "Tidak boleh kosong").max(40, "Maksimal 40 huruf").toLowerCase());
const names = several(name);

/** Every parameter with its rule; each stands alone, so that a lenient reader can drop just the wrong ones. */
const parameters = {
  search: z
    .string()
    .transform(toOneLine)
    .pipe(z.string().max(LONGEST_SEARCH, `Maksimal ${LONGEST_SEARCH} huruf`)),
  brand: names,
  model: names,
  transmission: several(word(TRANSMISSIONS)),
  fuel: several(word(FUELS)),
  bodyType: several(word(BODY_TYPES)),
  color: names,
  year,
  yearMin: year,
  yearMax: year,
  minPrice: whole,
  maxPrice: whole,
  sort: z.enum(SORTS, "Urutan tidak dikenal"),
  page: whole.refine((value) => value >= 1 && value <= 100_000, "Mulai dari 1"),
  limit: whole.refine((value) => value >= 1 && value <= MOST_PER_PAGE, `Antara 1 dan ${MOST_PER_PAGE}`),
};

const parametersSchema = z.object(parameters).partial();
type Parameters = z.output<typeof parametersSchema>;

/** For programs: what is wrong is refused, per field. */
export const catalogQuerySchema = parametersSchema
  .refine(({ yearMin, yearMax }) => !isReversed(yearMin, yearMax), {
    path: ["yearMin"],
    message: "Lebih besar dari yearMax",
  })
  .refine(({ minPrice, maxPrice }) => !isReversed(minPrice, maxPrice), {
    path: ["minPrice"],
    message: "Lebih besar dari maxPrice",
  })
  .transform(toQuery);

/**
 * For people: never refuses. A parameter that makes no sense is left out and said so, a range the wrong way round is
 * turned; the address always gives the nearest listing.
 */
export function readListingAddress(params: URLSearchParams): { query: CatalogQuery; notices: string[] } {
  const raw = new Map<string, string[]>();
  for (const [key, value] of params) if (value.trim() !== "") raw.set(key, [...(raw.get(key) ?? []), value]);
  const shortened = raw.get("search")?.[0]?.slice(0, LONGEST_SEARCH);
  if (shortened) raw.set("search", [shortened]);

  const notices: string[] = [];
  const understood: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(parameters)) {
    const values = raw.get(key);
    if (!values) continue;
    const parsed = schema.safeParse(values.length === 1 ? values[0] : values);
    if (parsed.success) understood[key] = values.length === 1 ? values[0] : values;
    else
      notices.push(
        `Pilihan ${labels[key] ?? key} “${values.join(", ").slice(0, 40)}” tidak kami kenali, jadi kami lewati.`,
      );
  }
  return { query: toQuery(turnRanges(parametersSchema.parse(understood), notices)), notices };
}

const labels: Record<string, string> = {
  search: "pencarian",
  brand: "merek",
  model: "model",
  transmission: "transmisi",
  fuel: "bahan bakar",
  bodyType: "jenis",
  color: "warna",
  year: "tahun",
  yearMin: "tahun terendah",
  yearMax: "tahun tertinggi",
  minPrice: "harga terendah",
  maxPrice: "harga tertinggi",
  sort: "urutan",
  page: "halaman",
  limit: "jumlah",
};

function turnRanges(given: Parameters, notices: string[]): Parameters {
  const turned = { ...given };
  if (isReversed(given.yearMin, given.yearMax)) {
    Object.assign(turned, { yearMin: given.yearMax, yearMax: given.yearMin });
    notices.push("Tahun terendah dan tertinggi tertukar, sudah kami balik.");
  }
  if (isReversed(given.minPrice, given.maxPrice)) {
    Object.assign(turned, { minPrice: given.maxPrice, maxPrice: given.minPrice });
    notices.push("Harga terendah dan tertinggi tertukar, sudah kami balik.");
  }
  return turned;
}

function toQuery(given: Parameters): CatalogQuery {
  return {
    search: given.search ?? "",
    picked: {
      ...anyCar,
      brands: given.brand ?? [],
      models: given.model ?? [],
      transmissions: given.transmission ?? [],
      fuels: given.fuel ?? [],
      bodyTypes: given.bodyType ?? [],
      colors: given.color ?? [],
      yearMin: given.yearMin ?? given.year ?? null,
      yearMax: given.yearMax ?? given.year ?? null,
      priceMinRupiah: given.minPrice ?? null,
      priceMaxRupiah: given.maxPrice ?? null,
    },
    sort: given.sort ?? null,
    page: given.page ?? 1,
    limit: given.limit ?? PAGE_SIZE,
  };
}

function isReversed(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && low > high;
}

/** `a=x&a=y` and `a=x` alike, at most twenty; what is wrong is said of the parameter, not of its n-th value. */
function several(schema: z.ZodType<string>) {
  return z.union([z.string(), z.array(z.string()).max(20)], "Maksimal 20").transform((value, context) => {
    const parsed = z.array(schema).safeParse(Array.isArray(value) ? value : [value]);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? "Tidak terbaca" });
    return z.NEVER;
  });
}

/** One of the known words, in lower case. */
function word(values: readonly string[]) {
  const known = values.map((value) => value.toLowerCase());
  return z
    .string()
    .trim()
    .toLowerCase()
    .refine((value) => known.includes(value), `Pilih salah satu: ${values.join(", ")}`);
}
