import type { SpokenDay, SpokenSpan, SpokenTime } from "@/backend/features/language";
import {
  type BusinessHours,
  dayAfter,
  hoursOn,
  type LocalDay,
  localDay,
  type OpenSpan,
  WEEKDAYS,
} from "@/backend/features/tenants";

export type PlannedDay = LocalDay & { inDays: number };
export type OpenDay = { day: PlannedDay; spans: readonly OpenSpan[] };

/** What becomes of "hari minggu jam 10": can somebody be there then? */
export type VisitPlan =
  /** The words name no day or time that is understood. */
  | { type: "unknown" }
  | { type: "open"; day: PlannedDay }
  /** `spans`: when it is open that day; `next`: the nearest day and hours from then on. */
  | { type: "closed"; day: PlannedDay; spans: readonly OpenSpan[]; holiday: string | null; next: OpenDay | null };

export type Calendar = { hours: BusinessHours; timezone: string; now: Date };

/** A closed showroom opens again within this many days, or nothing is promised. */
const LOOK_AHEAD_DAYS = 21;

/** `known`: the day a visit was noted for, meant by a time that is said alone. */
export function planVisit(said: SpokenTime, calendar: Calendar, known: string | null): VisitPlan {
  const { day: spoken, spans: times } = said;
  const day = spoken ? dayOf(spoken, times, calendar) : dayOfTime(times, calendar, known);
  const isAnyKnown = WEEKDAYS.some((weekday) => (calendar.hours[weekday] ?? []).length > 0);
  if (!day || !isAnyKnown) return { type: "unknown" };

  const { spans, holiday } = hoursOn(calendar.hours, day);
  const left = day.inDays === 0 ? spans.filter(([, to]) => to > clockNow(calendar)) : spans;
  const fits = times.length === 0 ? left.length > 0 : times.some((time) => spans.some((span) => overlaps(time, span)));
  if (fits) return { type: "open", day };
  const next = left.length > 0 ? { day, spans: left } : nextOpenDay(day, calendar);
  return { type: "closed", day, spans, holiday, next };
}

/** The day that is asked about, "besok buka jam berapa?"; null when none is named. */
export function askedDay({ day, spans }: SpokenTime, calendar: Calendar): PlannedDay | null {
  return day ? dayOf(day, spans, calendar) : dayOfTime(spans, calendar, null);
}

export function nextOpenDay(after: PlannedDay, { hours }: Calendar): OpenDay | null {
  for (let days = 1; days <= LOOK_AHEAD_DAYS; days++) {
    const day = { ...dayAfter(after, days), inDays: after.inDays + days };
    const { spans } = hoursOn(hours, day);
    if (spans.length > 0) return { day, spans };
  }
  return null;
}

function dayOf(spoken: SpokenDay, times: readonly SpokenSpan[], calendar: Calendar): PlannedDay | null {
  const today = localDay(calendar.now, calendar.timezone);
  if (spoken.type === "in_days") return inDays(today, spoken.inDays);
  if (spoken.type === "date") return dayOfDate(today, spoken);

  const weekdayToday = WEEKDAYS.indexOf(today.weekday);
  if (spoken.weeks > 0) return inDays(today, 7 * spoken.weeks - weekdayToday + spoken.weekday);
  const ahead = (spoken.weekday - weekdayToday + 7) % 7;
  const isOver = ahead === 0 && times.length > 0 && times.every(({ to }) => to < minutesOf(today.time));
  return inDays(today, isOver ? 7 : ahead);
}

/** The next day with that number, within a year. */
function dayOfDate(today: LocalDay, { dayOfMonth, month }: Extract<SpokenDay, { type: "date" }>): PlannedDay | null {
  for (let days = 0; days < 366; days++) {
    const day = inDays(today, days);
    const [, monthNumber, number] = day.date.split("-").map(Number);
    if (number === dayOfMonth && (month === null || monthNumber === month)) return day;
  }
  return null;
}

/** A time alone is of the day talked about, else of today, or tomorrow when it is over. */
function dayOfTime(times: readonly SpokenSpan[], calendar: Calendar, known: string | null): PlannedDay | null {
  if (times.length === 0) return null;
  const today = localDay(calendar.now, calendar.timezone);
  if (known && known >= today.date) {
    const days = Math.round((Date.parse(known) - Date.parse(today.date)) / 86_400_000);
    return inDays(today, days);
  }
  return inDays(today, times.some(({ to }) => to > minutesOf(today.time)) ? 0 : 1);
}

function inDays(today: LocalDay, days: number): PlannedDay {
  return { ...dayAfter(today, days), inDays: days };
}

function overlaps(time: SpokenSpan, [from, to]: OpenSpan): boolean {
  const [opens, closes] = [minutesOf(from), minutesOf(to)];
  return time.from < closes && (time.to > opens || (time.from === time.to && time.to === opens));
}

function clockNow({ now, timezone }: Calendar): string {
  return localDay(now, timezone).time;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
