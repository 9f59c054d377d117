/** One measured number. `goal` is what the product promises ("≥ 0.35"); null where the number only explains another. */
export type Row = { name: string; value: number; unit: string; goal: string | null; ok: boolean | null };

/** A row whose value has to be at least, or at most, its goal. */
export function atLeast(name: string, value: number, goal: number, unit = ""): Row {
  return { name, value, unit, goal: `≥ ${goal}`, ok: value >= goal };
}

export function atMost(name: string, value: number, goal: number, unit = ""): Row {
  return { name, value, unit, goal: `≤ ${goal}`, ok: value <= goal };
}

/** A number without a goal. */
export function info(name: string, value: number, unit = ""): Row {
  return { name, value, unit, goal: null, ok: null };
}

export function printTable(rows: readonly Row[]): void {
  const lines = rows.map(({ name, value, unit, goal, ok }) => [
    name,
    `${formatNumber(value)} ${unit}`.trim(),
    goal ?? "",
    ok === null ? "" : ok ? "✓" : "✗",
  ]);
  const table = [["name", "measured", "goal", "ok"], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function formatNumber(value: number): string {
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
