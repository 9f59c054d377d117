import { z } from "zod";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

/** Opening spans per weekday as local ["HH:MM", "HH:MM"] pairs; an empty or missing day is closed. */
export const businessHoursSchema = z.partialRecord(z.enum(WEEKDAYS), z.array(z.tuple([time, time])));
export type BusinessHours = z.infer<typeof businessHoursSchema>;

export type OpenState = {
  open: boolean;
  closesAt?: string;
  opensAt?: { weekday: Weekday; time: string; inDays: number };
};

const WEEKDAY_NAMES: Record<Weekday, string> = {
  mon: "Senin",
  tue: "Selasa",
  wed: "Rabu",
  thu: "Kamis",
  fri: "Jumat",
  sat: "Sabtu",
  sun: "Minggu",
};

export function weekdayName(weekday: Weekday): string {
  return WEEKDAY_NAMES[weekday];
}

/** Is the showroom open at this moment, and if not, when next (within a week)? */
export function openStateAt(hours: BusinessHours, timezone: string, at: Date): OpenState {
  const local = localTime(at, timezone);
  const current = spansOf(hours, local.weekday).find(([from, to]) => from <= local.time && local.time < to);
  if (current) return { open: true, closesAt: current[1] };

  const today = WEEKDAYS.indexOf(local.weekday);
  for (let inDays = 0; inDays <= 7; inDays++) {
    const weekday = WEEKDAYS[(today + inDays) % 7] ?? local.weekday;
    const next = spansOf(hours, weekday).find(([from]) => inDays > 0 || from > local.time);
    if (next) return { open: false, opensAt: { weekday, time: next[0], inDays } };
  }
  return { open: false };
}

/** One line per run of days with the same hours: { days: "Senin–Sabtu", hours: "09.00–18.00" }. */
export function describeHours(hours: BusinessHours): { days: string; hours: string }[] {
  const lines: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const text = spansOf(hours, weekday).map(formatSpan).join(", ") || "Tutup";
    const previous = lines.at(-1);
    if (previous?.hours === text) previous.last = weekday;
    else lines.push({ first: weekday, last: weekday, hours: text });
  }
  return lines.map(({ first, last, hours: text }) => ({
    days: first === last ? WEEKDAY_NAMES[first] : `${WEEKDAY_NAMES[first]}–${WEEKDAY_NAMES[last]}`,
    hours: text,
  }));
}

function spansOf(hours: BusinessHours, weekday: Weekday): [string, string][] {
  return hours[weekday] ?? [];
}

function formatSpan([from, to]: [string, string]): string {
  return `${from.replace(":", ".")}–${to.replace(":", ".")}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function localTime(at: Date, timezone: string): { weekday: Weekday; time: string } {
  let formatter = formatters.get(timezone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", {
      timeZone: timezone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(timezone, formatter);
  }
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
  const name = parts.get("weekday")?.toLowerCase();
  return {
    weekday: WEEKDAYS.find((weekday) => weekday === name) ?? "mon",
    time: `${parts.get("hour")}:${parts.get("minute")}`,
  };
}
