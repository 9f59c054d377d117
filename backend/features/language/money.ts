import type { Amount } from "./amounts";

const million = 1_000_000;

const scaleOf = { ribu: 1_000, juta: million, miliar: 1_000_000_000 } as const;

/**
 * Whole rupiah of a car's price. Bare 20 to 999 and "3.150" are millions, "1,2 M" is billions;
 * null for what cannot be a price (another unit, a placeholder such as 99999999 or Rp 1).
 */
export function priceRupiah(amount: Amount): number | null {
  const scaled = scaledRupiah(amount);
  if (scaled !== null) return plausiblePrice(scaled, amount);
  if (amount.unit !== null) return null;

  const { grouped, decimal } = amount;
  if (grouped >= million) return plausiblePrice(grouped, amount);
  if (grouped >= 20 && grouped < 1_000) return whole(grouped * million);
  if (grouped >= 1_000 && grouped < 10_000 && decimal !== grouped) return whole(grouped * million);
  if (grouped >= 10_000 && decimal !== grouped) return whole(grouped * 1_000);
  if (decimal !== Math.floor(decimal) && decimal < 10) return whole(decimal * scaleOf.miliar);
  return null;
}

/** Whole rupiah of a down payment: bare 3 to 999 is millions. */
export function downPaymentRupiah(amount: Amount): number | null {
  return smallMoney(amount, 1, 1_000);
}

/** Whole rupiah of a monthly instalment: bare numbers below 100 are millions. */
export function instalmentRupiah(amount: Amount): number | null {
  return smallMoney(amount, 0.1, 100);
}

function smallMoney(amount: Amount, leastMillions: number, belowMillions: number): number | null {
  const scaled = scaledRupiah(amount);
  if (scaled !== null) return scaled > 0 ? whole(scaled) : null;
  if (amount.unit !== null) return null;

  const { grouped, decimal } = amount;
  if (grouped >= 100_000) return whole(grouped);
  if (grouped >= 1_000 && grouped < 10_000 && decimal !== grouped) return whole(grouped * 1_000);
  if (decimal >= leastMillions && decimal < belowMillions) return whole(decimal * million);
  return null;
}

function scaledRupiah(amount: Amount): number | null {
  if (amount.unit === "ribu") return whole(amount.grouped * scaleOf.ribu);
  if (amount.unit === "juta") return whole(amount.grouped * scaleOf.juta);
  if (amount.unit === "miliar") return whole(amount.decimal * scaleOf.miliar);
  return null;
}

function plausiblePrice(rupiah: number, amount: Amount): number | null {
  const digits = amount.digits.replace(/\D/g, "");
  const isPlaceholder =
    digits.length >= 8 && (/^(\d)\1+$/.test(digits) || /^(\d\d)\1+$/.test(digits) || /^1234567/.test(digits));
  return isPlaceholder || rupiah < 3 * million ? null : whole(rupiah);
}

function whole(rupiah: number): number | null {
  const rounded = Math.round(rupiah);
  return Number.isSafeInteger(rounded) ? rounded : null;
}
