import type { Amount } from "@/backend/features/language";

const million = 1_000_000;
const scales = { ribu: 1_000, juta: million, miliar: 1_000 * million } as const;

/** Whole rupiah of a sum that says it is one ("185 juta", "Rp 500.000", "185.000.000"); null for any other number. */
export function rupiahOf(amount: Amount): number | null {
  const { unit, grouped, decimal, currency } = amount;
  if (unit === "juta" || unit === "ribu") return Math.round(grouped * scales[unit]);
  if (unit === "miliar") return Math.round(decimal * scales.miliar);
  if (unit !== null) return null;
  return currency || grouped >= million ? Math.round(grouped) : null;
}

/**
 * What a number is compared by, with its unit: "rp:500000", "persen:20", "bulan:12" for a year; a number of thousands
 * may be money or distance and has both keys.
 */
export function numberKeys(amount: Amount): string[] {
  const { unit, grouped, decimal } = amount;
  const rupiah = rupiahOf(amount);
  if (rupiah !== null) return unit === "ribu" ? [`rp:${rupiah}`, `km:${rupiah}`] : [`rp:${rupiah}`];
  if (unit === "tahun" && decimal < 100) return [`bulan:${decimal * 12}`];
  return [`${unit ?? "angka"}:${grouped}`, `${unit ?? "angka"}:${decimal}`];
}

/** A bare number that is a year, in digits or in words. */
export function isYearLike(amount: Amount): boolean {
  if (amount.unit !== null || amount.currency) return false;
  return (
    /^(?:19[5-9]|20[0-4])\d$/.test(amount.digits) ||
    (amount.digits === "" && amount.decimal >= 1950 && amount.decimal < 2050)
  );
}
