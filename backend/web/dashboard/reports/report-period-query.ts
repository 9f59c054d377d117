import { type ReportPeriodInput, reportPeriodSchema } from "@/backend/features/insights";

export type PeriodQuery = {
  /** What the report is asked for; the usual days when the typed ones are none. */
  input: ReportPeriodInput;
  typed: { from: string; to: string } | null;
  errors: Record<string, string>;
};

const FIELD_NAMES: Record<string, string> = { from: "dari", to: "sampai" };

/** `?dari=2026-11-01&sampai=2026-11-20` */
export function readPeriodQuery(query: Record<string, string>): PeriodQuery {
  const { dari = "", sampai = "" } = query;
  const wanted = { ...(dari && { from: dari }), ...(sampai && { to: sampai }) };
  const parsed = reportPeriodSchema.safeParse(wanted);
  if (parsed.success) return { input: parsed.data, typed: null, errors: {} };

  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[FIELD_NAMES[String(path[0])] ?? "dari"] ??= message;
  return { input: {}, typed: { from: dari, to: sampai }, errors };
}

export function periodSearch({ from, to }: { from: string; to: string }): string {
  return `?dari=${from}&sampai=${to}`;
}

const DAY_MS = 86_400_000;

/** Ready-made periods that end today, "today" being a day of the showroom's own time. */
export function periodPresets(today: string): { label: string; from: string; to: string }[] {
  const back = (days: number) => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);
  return [
    { label: "7 hari", from: back(6), to: today },
    { label: "30 hari", from: back(29), to: today },
    { label: "90 hari", from: back(89), to: today },
    { label: "Bulan ini", from: `${today.slice(0, 8)}01`, to: today },
  ];
}
