import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { ValidationError } from "@/backend/platform/errors";

const SEPARATORS = [";", ",", "\t"] as const;
const BYTE_ORDER_MARK = "\uFEFF";

/** A sheet's text: UTF-8, or Windows-1252 as older Excel saves it. */
export function decodeSheet(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

export type SheetLine = { line: number; cells: string[] };

/** Reads comma, semicolon or tab separated text; blank lines are left out. Throws ValidationError for no sheet at all. */
export function parseSheet(text: string): SheetLine[] {
  if (text.includes("\u0000"))
    throw new ValidationError({ file: "Ini bukan file CSV. Simpan dari Excel sebagai CSV dulu." });
  const plain = text.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, "");
  try {
    const records = parse(plain, {
      delimiter: separatorOf(plain),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return recordsSchema
      .parse(records)
      .map(({ record, info }) => ({ line: info.lines, cells: record.map(withoutGuard) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch {
    throw new ValidationError({ file: "File CSV tidak terbaca. Periksa tanda kutip yang tidak ditutup." });
  }
}

/** For Excel as set up in Indonesia: semicolons, and a mark that says UTF-8. No cell can act as a formula. */
export function writeSheet(rows: readonly (readonly (string | number | null)[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === "string" ? withGuard(cell) : cell)));
  return BYTE_ORDER_MARK + stringify(guarded, { delimiter: ";", record_delimiter: "\r\n" });
}

/** The separator that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const head = (text.split(/\r?\n/).find((line) => line.trim() !== "") ?? "").replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ";";
}

function withGuard(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell) ? `'${cell}` : cell;
}

function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
