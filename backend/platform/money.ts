const rupiah = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

/** Whole rupiah → "Rp 185.000.000". */
export function formatRupiah(amountRupiah: number): string {
  return `Rp ${rupiah.format(amountRupiah)}`;
}

/** Whole rupiah → "Rp 185 jt", "Rp 1,2 M" (M = miliar), for tight places. */
export function formatRupiahShort(amountRupiah: number): string {
  if (amountRupiah >= 1_000_000_000) return `Rp ${oneDecimal.format(amountRupiah / 1_000_000_000)} M`;
  if (amountRupiah >= 1_000_000) return `Rp ${oneDecimal.format(amountRupiah / 1_000_000)} jt`;
  return formatRupiah(amountRupiah);
}

/** Whole number → "45.000". */
export function formatThousands(value: number): string {
  return rupiah.format(value);
}

/** Database bigint → JSON number; throws when the value does not fit a safe integer. */
export function toSafeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${value}`);
  return number;
}
