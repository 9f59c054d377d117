import {
  type BusinessHours,
  dayAfter,
  hoursOn,
  localDay,
  shortDate,
  type Weekday,
  weekdayName,
} from "./business-hours";

export type OpensAt = { weekday: Weekday; time: string; inDays: number; date: string };

export type OpenState = {
  open: boolean;
  closesAt?: string;
  opensAt?: OpensAt;
  /** Name of the holiday today is. */
  holiday?: string;
};

/** Long enough for the longest holidays of the year. */
const LOOK_AHEAD_DAYS = 21;

/** Is the showroom open at this moment, and if not, when next (within three weeks)? */
export function openStateAt(hours: BusinessHours, timezone: string, at: Date): OpenState {
  const today = localDay(at, timezone);
  const { spans, holiday } = hoursOn(hours, today);
  const special = holiday === null ? {} : { holiday };
  const current = spans.find(([from, to]) => from <= today.time && today.time < to);
  if (current) return { open: true, closesAt: current[1], ...special };

  for (let inDays = 0; inDays <= LOOK_AHEAD_DAYS; inDays++) {
    const { date, weekday } = dayAfter(today, inDays);
    const next = hoursOn(hours, { date, weekday }).spans.find(([from]) => inDays > 0 || from > today.time);
    if (next) return { open: false, opensAt: { weekday, time: next[0], inDays, date }, ...special };
  }
  return { open: false, ...special };
}

/** "Senin", and when that is not the coming one "Senin 5 Jan". */
export function openingDayName({ weekday, inDays, date }: Pick<OpensAt, "weekday" | "inDays" | "date">): string {
  return inDays <= 7 ? weekdayName(weekday) : `${weekdayName(weekday)} ${shortDate(date)}`;
}
