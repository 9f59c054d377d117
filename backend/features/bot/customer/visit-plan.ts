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
  { type: "unknown" } | { type: "open"; day: PlannedDay } | Closed;

/** `spans`: when it is open that day; `next`: the nearest day and hours from then on. */
type Closed = {
  type: "closed";
  day: PlannedDay;
  spans: readonly OpenSpan[];
  holiday: string | null;
  next: OpenDay | null;
  /** It was open at that time, which is over. */
  isPast: boolean;
};

export type Calendar = { hours: BusinessHours; timezone: string; now: Date };

/** A closed showroom opens again within this many days, or nothing is promised. */
const LOOK_AHEAD_DAYS = 21;

/** `known`: the day a visit was noted for, meant by a time that is said alone. */
export function planVisit(said: SpokenTime, calendar: Calendar, known: string | null): VisitPlan {
  const { day: spoken, spans: times } = said;
  const day = spoken ? dayOf(spoken, times, calendar, known) : dayOfTime(times, calendar, known);
  const isAnyKnown = WEEKDAYS.some((weekday) => (calendar.hours[weekday] ?? []).length > 0);
  if (!day || !isAnyKnown) return { type: "unknown" };

  const { spans, holiday } = hoursOn(calendar.hours, day);
  const left = spansLeft(day, calendar);
  if (times.length === 0 ? left.length > 0 : fits(times, day, calendar)) return { type: "open", day };
  const next = left.length > 0 ? { day, spans: left } : nextOpenDay(day, calendar);
  return { type: "closed", day, spans, holiday, next, isPast: isOver(times, day, calendar) };
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

/** `known`: who has another day noted and says "jadinya jumat" on a Friday means the next one; today is "hari ini". */
function dayOf(
  spoken: SpokenDay,
  times: readonly SpokenSpan[],
  calendar: Calendar,
  known: string | null = null,
): PlannedDay | null {
  const today = localDay(calendar.now, calendar.timezone);
  if (spoken.type === "in_days") return inDays(today, spoken.inDays);
  if (spoken.type === "date") return dayOfDate(today, spoken);

  const weekdayToday = WEEKDAYS.indexOf(today.weekday);
  if (spoken.weeks > 0) return inDays(today, 7 * spoken.weeks - weekdayToday + spoken.weekday);
  const day = inDays(today, (spoken.weekday - weekdayToday + 7) % 7);
  const isMoved = day.inDays === 0 && known !== null && known > today.date;
  return isMoved || isOver(times, day, calendar) ? inDays(today, 7 + day.inDays) : day;
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

/** A time alone is of the day talked about, else of today, or of the next open day when it is over. */
function dayOfTime(times: readonly SpokenSpan[], calendar: Calendar, known: string | null): PlannedDay | null {
  if (times.length === 0) return null;
  const today = localDay(calendar.now, calendar.timezone);
  const daysToKnown = known ? Math.round((Date.parse(known) - Date.parse(today.date)) / 86_400_000) : 0;
  const day = inDays(today, Math.max(0, daysToKnown));
  return isOver(times, day, calendar) ? (nextOpenDay(day, calendar)?.day ?? inDays(today, 1)) : day;
}

/** "Jam 10" at three in the afternoon: somebody was there then, and at ten in the evening nobody will be. */
function isOver(times: readonly SpokenSpan[], day: PlannedDay, calendar: Calendar): boolean {
  if (day.inDays > 0 || times.length === 0 || fits(times, day, calendar)) return false;
  const past = times.filter(({ to }) => to < minutesOf(clockNow(calendar)));
  const { spans } = hoursOn(calendar.hours, day);
  return past.length === times.length || past.some((time) => spans.some((span) => overlaps(time, span)));
}

/** Somebody is there at one of the times, and it is still ahead. */
function fits(times: readonly SpokenSpan[], day: PlannedDay, calendar: Calendar): boolean {
  const now = day.inDays === 0 ? minutesOf(clockNow(calendar)) : 0;
  const left = spansLeft(day, calendar);
  return times.some((time) => time.to >= now && left.some((span) => overlaps(time, span)));
}

function spansLeft(day: PlannedDay, calendar: Calendar): readonly OpenSpan[] {
  const { spans } = hoursOn(calendar.hours, day);
  return day.inDays === 0 ? spans.filter(([, to]) => to > clockNow(calendar)) : spans;
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
