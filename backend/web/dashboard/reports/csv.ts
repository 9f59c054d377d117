import { stringify } from "csv-stringify/sync";

/** A table for a spreadsheet; the first row names the columns. */
export type CsvTable = { name: string; header: string[]; rows: (string | number | null)[][] };

/**
 * As Excel with Indonesian settings opens it: UTF-8 with BOM, ";" between cells, decimal commas. A cell that begins like
 * a formula is text: what customers typed is in here.
 */
export function csvResponse({ name, header, rows }: CsvTable): Response {
  const cells = rows.map((row) => row.map(cellOf));
  const body = `\uFEFF${stringify([header, ...cells], { delimiter: ";", escape_formulas: true, record_delimiter: "windows" })}`;
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  return typeof value === "number" ? String(Math.round(value * 100) / 100).replace(".", ",") : value;
}
