import {
  type BusinessHours,
  dayAfter,
  type Holiday,
  localDay,
  type OpenSpan,
  shortDate,
  WEEKDAYS,
  type Weekday,
  weekdayName,
} from "./business-hours";

export type HoursLine = { days: string; hours: string };

const ANNOUNCED_DAYS = 30;

/** One line per run of days with the same hours: { days: "Senin–Sabtu", hours: "09.00–18.00" }. */
export function describeHours(hours: BusinessHours): HoursLine[] {
  const lines: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const text = describeSpans(hours[weekday] ?? []);
    const previous = lines.at(-1);
    if (previous?.hours === text) previous.last = weekday;
    else lines.push({ first: weekday, last: weekday, hours: text });
  }
  return lines.map(({ first, last, hours: text }) => ({
    days: first === last ? weekdayName(first) : `${weekdayName(first)}–${weekdayName(last)}`,
    hours: text,
  }));
}

/** Holidays of the coming month: { days: "25 Des (Natal)", hours: "Tutup" }. */
export function describeHolidays(hours: BusinessHours, timezone: string, at: Date): HoursLine[] {
  const today = localDay(at, timezone).date;
  return upcomingHolidays(hours, timezone, at).map((holiday) => holidayLine(holiday, today));
}

/** With the year when it is another one than today's. */
export function holidayLine({ date, name, hours }: Holiday, today: string): HoursLine {
  return {
    days: `${shortDate(date, date.slice(0, 4) !== today.slice(0, 4))} (${name})`,
    hours: describeSpans(hours),
  };
}

export function upcomingHolidays(
  { holidays = [] }: BusinessHours,
  timezone: string,
  at: Date,
  withinDays = ANNOUNCED_DAYS,
): Holiday[] {
  const today = localDay(at, timezone);
  const last = dayAfter(today, withinDays).date;
  return holidays.filter(({ date }) => date >= today.date && date <= last).sort((a, b) => a.date.localeCompare(b.date));
}

/** "09.00–12.00, 13.00–15.00" or "Tutup". */
export function describeSpans(spans: readonly OpenSpan[]): string {
  return spans.map(([from, to]) => `${from.replace(":", ".")}–${to.replace(":", ".")}`).join(", ") || "Tutup";
}
