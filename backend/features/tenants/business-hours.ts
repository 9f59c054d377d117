import { z } from "zod";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
const spans = z.array(z.tuple([time, time]));

/** Opening spans per weekday as local ["HH:MM", "HH:MM"] pairs; an empty or missing day is closed. */
export const businessHoursSchema = z.partialRecord(z.enum(WEEKDAYS), spans);

/** Days that differ from their weekday: `date` is local, "2026-12-25"; no hours is closed. */
export const holidaysSchema = z.array(z.object({ date: z.iso.date(), name: z.string(), hours: spans }));

export type OpenSpan = [from: string, to: string];
export type WeekHours = z.infer<typeof businessHoursSchema>;
export type Holiday = z.infer<typeof holidaysSchema>[number];

/** When a place is open: its week, and the days that differ from it. */
export type BusinessHours = WeekHours & { holidays?: readonly Holiday[] };

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

/** A day where the showroom is: "2026-12-25", a Friday. */
export type LocalDay = { date: string; weekday: Weekday };

/** Spans of one day; `holiday` is its name when the day differs from its week. */
export function hoursOn(hours: BusinessHours, day: LocalDay): { spans: readonly OpenSpan[]; holiday: string | null } {
  const holiday = hours.holidays?.find(({ date }) => date === day.date);
  if (holiday) return { spans: holiday.hours, holiday: holiday.name };
  return { spans: hours[day.weekday] ?? [], holiday: null };
}

export function localDay(at: Date, timezone: string): LocalDay & { time: string } {
  const parts = new Map(
    formatterOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  return { date, weekday: weekdayOf(date), time: `${parts.get("hour")}:${parts.get("minute")}` };
}

/** The local day `days` after this one. */
export function dayAfter(day: LocalDay, days: number): LocalDay {
  const at = new Date(`${day.date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  const date = at.toISOString().slice(0, 10);
  return { date, weekday: weekdayOf(date) };
}

/** "25 Des"; with the year when asked: "25 Des 2026". */
export function shortDate(date: string, withYear = false): string {
  const year = withYear ? "numeric" : undefined;
  const options = { day: "numeric", month: "short", year, timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("id-ID", options).format(new Date(`${date}T00:00:00Z`));
}

function weekdayOf(date: string): Weekday {
  const index = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS[index] ?? "mon";
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timezone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timezone);
  if (!formatter) {
    const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    formatter = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, ...day, ...time });
    formatters.set(timezone, formatter);
  }
  return formatter;
}
