import { ValidationError } from "@/backend/platform/errors";
import { CAR_STATUSES, type CarStatus } from "../car-status";
import type { TypedCar, TypedField } from "../typed/read-typed-car";
import { columnOfHeader, headerOf, type SheetKey } from "./csv-columns";
import { decodeSheet, parseSheet } from "./csv-text";

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_ROWS = 2_000;

/** One line of a sheet as typed; only columns that exist and cells that are not empty. "-" means: empty this. */
export type SheetRow = { line: number; typed: TypedCar; extra: Partial<Record<SheetKey, string>> };

export type Sheet = { rows: SheetRow[]; unknownHeaders: string[]; hasCostPrice: boolean };

const NOT_FACTS: readonly SheetKey[] = ["status", "soldPrice", "branchName", "displayCode", "stockCode", "createdAt"];
const NEEDED: readonly SheetKey[] = ["brand", "model"];

/** Reads an uploaded sheet. Throws ValidationError (`file`) when it is too big, empty or has no car in it. */
export function readSheet(bytes: Uint8Array): Sheet {
  if (bytes.byteLength > MOST_BYTES) throw new ValidationError({ file: "File terlalu besar. Maksimal 2 MB." });
  const [head, ...lines] = parseSheet(decodeSheet(bytes));
  if (!head || lines.length === 0) throw new ValidationError({ file: "File ini kosong. Isi minimal satu baris unit." });
  if (lines.length > MOST_ROWS)
    throw new ValidationError({ file: "Terlalu banyak baris. Maksimal 2.000 unit per file." });

  const keys = head.cells.map((header) => columnOfHeader(header)?.key ?? null);
  const hasPlate = keys.includes("plate");
  const missing = hasPlate ? [] : NEEDED.filter((key) => !keys.includes(key)).map(headerOf);
  if (missing.length > 0)
    throw new ValidationError({ file: `Kolom ${missing.join(" dan ")} tidak ada di baris pertama.` });

  return {
    rows: lines.map(({ line, cells }) => toRow(line, keys, cells)),
    unknownHeaders: head.cells.filter((header, index) => keys[index] === null && header !== ""),
    hasCostPrice: keys.includes("costPriceRupiah"),
  };
}

function toRow(line: number, keys: readonly (SheetKey | null)[], cells: readonly string[]): SheetRow {
  const row: SheetRow = { line, typed: {}, extra: {} };
  for (const [index, key] of keys.entries()) {
    const cell = cells[index] ?? "";
    if (key === null || cell === "") continue;
    const text = cell === "-" ? "" : cell;
    if (isFact(key)) row.typed[key] ??= text;
    else row.extra[key] ??= text;
  }
  return row;
}

function isFact(key: SheetKey): key is TypedField {
  return !NOT_FACTS.includes(key);
}

const statusWords: Record<CarStatus, RegExp> = {
  draft: /^dra(f|ft)$/,
  available: /^(tersedia|available|ready|aktif|tayang|dijual|ada)$/,
  booking: /^(booking|booked|dp|dipesan)$/,
  sold: /^(terjual|sold|laku)$/,
};

/** "Terjual" → `sold`; null for a word that is no status. */
export function statusOfWord(text: string): CarStatus | null {
  return CAR_STATUSES.find((status) => statusWords[status].test(text.trim().toLowerCase())) ?? null;
}
