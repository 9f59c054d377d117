import type { FieldErrors } from "@/backend/platform/errors";
import { type CarChanges, changesSchema } from "../schemas";
import { canonicalNames } from "./canonical-names";
import {
  readTypedFlag,
  readTypedFuel,
  readTypedKm,
  readTypedList,
  readTypedMonth,
  readTypedNumber,
  readTypedRupiah,
  readTypedTransmission,
} from "./read-typed-values";

/** The facts of a car that people type into a form or a sheet, by the names the verbs know them. */
export const TYPED_FIELDS = [
  "plate",
  "brand",
  "model",
  "variant",
  "year",
  "registrationYear",
  "color",
  "transmission",
  "km",
  "priceRupiah",
  "creditPriceRupiah",
  "creditMinTenorMonths",
  "costPriceRupiah",
  "fuel",
  "engineCc",
  "seats",
  "bodyType",
  "taxMonth",
  "owners",
  "keyFeatures",
  "conditionNotes",
  "description",
  "branchId",
  "videoUrl",
  "featured",
] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];
export type TypedCar = Partial<Record<TypedField, string>>;

/** `facts` has what could be read, `errors` one sentence per field that could not. */
export type TypedReading = { facts: CarChanges; errors: FieldErrors };

const REQUIRED: readonly TypedField[] = ["brand", "model", "year", "color", "transmission", "km"];

/**
 * Reads a car the way people type it ("185jt", "45rb", "AT"). Only the fields that are there are read; an empty one
 * empties the fact. `isWhole`: a field that a car cannot be without is missed when it is not there.
 */
export function readTypedCar(typed: TypedCar, { isWhole = false } = {}): TypedReading {
  const errors: FieldErrors = {};
  const values: Record<string, unknown> = {};
  for (const field of TYPED_FIELDS) {
    const text = typed[field];
    if (text === undefined ? isWhole && REQUIRED.includes(field) : isMissed(field, text)) errors[field] = "Wajib diisi";
    else if (text !== undefined) readInto(values, errors, field, text);
  }
  if (typeof values.brand === "string" && typeof values.model === "string") {
    Object.assign(values, canonicalNames({ brand: values.brand, model: values.model }));
  }
  return checked(values, errors);
}

function isMissed(field: TypedField, text: string): boolean {
  return REQUIRED.includes(field) && text.trim() === "";
}

function readInto(values: Record<string, unknown>, errors: FieldErrors, field: TypedField, text: string): void {
  const { read, unreadable } = readers[field] ?? asTyped;
  const isEmpty = text.trim() === "";
  const value = isEmpty ? (emptyValues[field] ?? (isText(field) ? "" : null)) : read(text);
  if (value === null && !isEmpty) errors[field] = unreadable;
  else values[field] = value;
}

type Reader = { read(text: string): unknown; unreadable: string };

const asTyped: Reader = { read: (text) => text.trim(), unreadable: "" };
const rupiah: Reader = { read: readTypedRupiah, unreadable: "Tidak terbaca. Tulis seperti 185jt atau 185.000.000" };
const number: Reader = { read: readTypedNumber, unreadable: "Harus angka bulat" };
const flag: Reader = { read: readTypedFlag, unreadable: "" };

const readers: Partial<Record<TypedField, Reader>> = {
  year: number,
  registrationYear: number,
  creditMinTenorMonths: number,
  engineCc: number,
  seats: number,
  owners: {
    read: (text) => readTypedNumber(text.replace(/^\s*tangan(?:\s*ke)?\s*/i, "")),
    unreadable: "Harus angka bulat",
  },
  km: { read: readTypedKm, unreadable: "Tidak terbaca. Tulis seperti 45rb atau 45.000" },
  priceRupiah: rupiah,
  creditPriceRupiah: rupiah,
  costPriceRupiah: rupiah,
  taxMonth: { read: readTypedMonth, unreadable: "Tidak terbaca. Tulis seperti Mei 2027 atau 05/2027" },
  transmission: { read: readTypedTransmission, unreadable: "" },
  fuel: { read: readTypedFuel, unreadable: "" },
  keyFeatures: { read: readTypedList, unreadable: "" },
  featured: flag,
};

/** A price that is not known yet is 0. */
const emptyValues: Partial<Record<TypedField, unknown>> = { priceRupiah: 0, keyFeatures: [], featured: false };

function isText(field: TypedField): boolean {
  return field === "variant" || field === "conditionNotes" || field === "description" || field === "plate";
}

/** Field by field, so that one wrong value does not hide the right ones. */
function checked(values: Record<string, unknown>, errors: FieldErrors): TypedReading {
  const parsed = changesSchema.safeParse(values);
  if (parsed.success) return { facts: parsed.data, errors };
  const wrong = new Set<string>();
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? "");
    errors[field] ??= message;
    wrong.add(field);
  }
  const right = Object.fromEntries(Object.entries(values).filter(([field]) => !wrong.has(field)));
  return { facts: changesSchema.parse(right), errors };
}
