import { z } from "zod";
import { excludedProperties } from "@/backend/features/language";
import { systemClock } from "@/backend/platform/clock";
import { titleCase } from "./car-name";
import { CAR_STATUSES } from "./car-status";
import { toOneLine, toParagraph } from "./clean-text";
import { cleanPlate, formatPlate } from "./plate";

/** The canonical spellings, as stored and shown; every door may send any case. */
export const TRANSMISSIONS = ["Manual", "Matic"] as const;
export const FUELS = ["Bensin", "Diesel", "Hybrid", "Listrik"] as const;
export const BODY_TYPES = ["MPV", "SUV", "Hatchback", "Sedan", "Pickup", "Minibus", "Van"] as const;

/** Where a change came from; stands in the car's history. */
export const channelSchema = z.enum(["web", "wa", "system"]);
export type Channel = z.infer<typeof channelSchema>;

const oneLine = (maxChars: number) => z.string().max(maxChars, `Maksimal ${maxChars} huruf`).transform(toOneLine);
const requiredLine = (maxChars: number) => oneLine(maxChars).refine((text) => text !== "", "Wajib diisi");
const paragraph = z.string().max(5_000, "Maksimal 5.000 huruf").transform(toParagraph);
const rupiah = z.int("Harus angka bulat").min(0, "Tidak boleh kurang dari 0").max(100_000_000_000, "Terlalu besar");
const whole = (least: number, most: number, message: string) =>
  z.int("Harus angka bulat").min(least, message).max(most, message);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** ("mpv" of BODY_TYPES) → "MPV"; null for a word that is none of them. */
export function canonicalWord<const T extends readonly string[]>(values: T, text = ""): T[number] | null {
  return values.find((value) => value.toLowerCase() === text.trim().toLowerCase()) ?? null;
}

/** One of the canonical words in any case. */
function choice<const T extends readonly string[]>(values: T) {
  return z.string().transform((text, context): T[number] => {
    const found = canonicalWord(values, text);
    if (found !== null) return found;
    context.addIssue({ code: "custom", message: `Pilih salah satu: ${values.join(", ")}` });
    return z.NEVER;
  });
}

const plate = z
  .string()
  .max(20, "Plat terlalu panjang")
  .refine((text) => text.trim() === "" || /^[A-Z0-9]{2,12}$/.test(cleanPlate(text)), "Plat tidak terbaca")
  .transform((text) => (text.trim() === "" ? null : formatPlate(text)));

/** The next model year is sold from the middle of this one. */
const latestYear = () => systemClock.now().getUTCFullYear() + 1;
const year = z
  .int("Harus angka bulat")
  .min(1950, "Tahun tidak masuk akal")
  .refine((number) => number <= latestYear(), { error: () => `Paling baru ${latestYear()}` });

/** The facts of a car, amounts in whole rupiah, distance in km; price 0 = not known yet (drafts only). */
const carFields = {
  plate: optional(plate),
  brand: requiredLine(40),
  model: requiredLine(40),
  variant: oneLine(60).default(""),
  year,
  registrationYear: optional(year),
  color: requiredLine(30).transform(titleCase),
  transmission: choice(TRANSMISSIONS),
  km: z.int("Harus angka bulat").min(0, "Tidak boleh kurang dari 0").max(2_000_000, "Terlalu besar"),
  priceRupiah: rupiah,
  creditPriceRupiah: optional(rupiah),
  creditMinTenorMonths: optional(whole(1, 120, "Antara 1 dan 120 bulan")),
  costPriceRupiah: optional(rupiah),
  fuel: optional(choice(FUELS)),
  engineCc: optional(whole(50, 10_000, "Antara 50 dan 10.000 cc")),
  seats: optional(whole(1, 60, "Antara 1 dan 60 kursi")),
  bodyType: optional(choice(BODY_TYPES)),
  /** "2027-05" */
  taxMonth: optional(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Tulis seperti 2027-05")),
  owners: optional(whole(1, 20, "Antara 1 dan 20")),
  keyFeatures: z
    .array(oneLine(60))
    .max(20, "Maksimal 20")
    .transform((features) => [...new Set(features.filter(Boolean))])
    .default([]),
  conditionNotes: paragraph.default(""),
  description: paragraph.default(""),
  branchId: optional(z.uuid("Cabang tidak ditemukan")),
  videoUrl: optional(z.url({ protocol: /^https$/, error: "Harus alamat https://…" }).max(500, "Terlalu panjang")),
  featured: z.boolean().default(false),
};

const reservedCodes = z.object({
  stockCode: z.string().regex(/^STK-\d{3,}$/),
  displayCode: z.string().regex(/^#[A-Z]\d{2,}$/),
  plate: z.string().max(20),
});

export const createCarSchema = z.object({
  /** From a form, made when it was shown: however often it is sent, it adds one car. */
  id: z.uuid().optional(),
  ...carFields,
  /** From reserveCarCodes, never from outside; without them the car gets new ones. */
  codes: reservedCodes.optional(),
  /** Already stored photos, cover first. */
  photoIds: z.array(z.uuid()).max(30).default([]),
  status: z.enum(["draft", "available"]).default("draft"),
  channel: channelSchema,
});
export type CreateCarInput = z.input<typeof createCarSchema>;
export type NewCar = z.output<typeof createCarSchema>;

/** Only the keys that are there change; null empties an optional fact. */
export const changesSchema = z
  .object({
    ...carFields,
    variant: oneLine(60),
    keyFeatures: carFields.keyFeatures.unwrap(),
    conditionNotes: paragraph,
    description: paragraph,
    featured: z.boolean(),
  })
  .partial();

export const editCarSchema = z.object({
  carId: z.uuid(),
  changes: changesSchema,
  /** The revision the editor saw; absent: whatever it is now (WhatsApp, where one fact is set at a time). */
  revision: z.int().optional(),
  channel: channelSchema,
});
export type EditCarInput = z.input<typeof editCarSchema>;
export type CarChanges = z.output<typeof changesSchema>;

export const setCarStatusSchema = z.object({
  carId: z.uuid(),
  status: z.enum(CAR_STATUSES),
  /** Only with `sold`; the asking price counts when it is not given. */
  soldPriceRupiah: rupiah.nullish(),
  channel: channelSchema,
});
export type SetCarStatusInput = z.input<typeof setCarStatusSchema>;

export const changeCarPriceSchema = z.object({
  carId: z.uuid(),
  priceRupiah: rupiah.refine((price) => price > 0, "Harga harus lebih dari 0"),
  channel: channelSchema,
});
export type ChangeCarPriceInput = z.input<typeof changeCarPriceSchema>;

export const carIdSchema = z.object({ carId: z.uuid(), channel: channelSchema });
export type CarIdInput = z.input<typeof carIdSchema>;

export const reserveCarCodesSchema = z.object({
  model: requiredLine(40),
  /** When the public knows the model by another name; its first letter makes the code. */
  publicModelName: oneLine(40).optional(),
  year: carFields.year,
  color: carFields.color,
  plate: carFields.plate,
});
export type ReserveCarCodesInput = z.input<typeof reserveCarCodesSchema>;

export const LIST_ORDERS = ["cheapest", "dearest", "newest", "oldest", "lowest_km"] as const;

export const listCarsSchema = z.object({
  statuses: z.array(z.enum(CAR_STATUSES)).optional(),
  brand: oneLine(40).optional(),
  model: oneLine(40).optional(),
  color: oneLine(40).optional(),
  transmission: oneLine(40).optional(),
  variant: oneLine(40).optional(),
  fuel: oneLine(40).optional(),
  bodyType: oneLine(40).optional(),
  seats: z.int().optional(),
  kmMax: z.int().optional(),
  plateParity: oneLine(10).optional(),
  plateRegion: oneLine(10).optional(),
  /** What is ruled out: "brand:Toyota". */
  without: z.array(z.templateLiteral([z.enum(excludedProperties), ":", z.string()])).optional(),
  /** What there should be most of; absent: the last added first. */
  order: z.enum(LIST_ORDERS).optional(),
  yearMin: z.int().optional(),
  yearMax: z.int().optional(),
  priceMinRupiah: rupiah.optional(),
  priceMaxRupiah: rupiah.optional(),
  branchId: z.uuid().optional(),
  /** Words, a code or a plate; every word must be found. */
  search: oneLine(120).optional(),
  page: z.int().min(1).default(1),
  limit: z.int().min(1).max(100).default(20),
});
export type ListCarsInput = z.input<typeof listCarsSchema>;

export const salesStatsSchema = z.object({ period: z.enum(["today", "week", "month", "year"]) });
export type SalesStatsInput = z.input<typeof salesStatsSchema>;
