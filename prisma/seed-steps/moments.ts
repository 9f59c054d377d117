const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Both showrooms are in Asia/Jakarta, which has no summer time. */
const LOCAL_OFFSET_MS = 7 * HOUR_MS;
const OPENING_MS = 9 * HOUR_MS;
const OPEN_MINUTES = 8 * 60;

/** A time within opening hours so many local days before `now`, spread by `index`; never in the future. */
export function duringOpeningHours(now: Date, daysAgo: number, index: number): Date {
  const midnight = startOfLocalDay(now).getTime() - daysAgo * DAY_MS;
  const moment = midnight + OPENING_MS + ((index * 47) % OPEN_MINUTES) * MINUTE_MS;
  return new Date(Math.min(moment, now.getTime() - MINUTE_MS));
}

export function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
}

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS);
}

/** The local date so many days before `now`, as a database date takes it: midnight UTC. */
export function localDate(now: Date, daysAgo: number): Date {
  return new Date(startOfLocalDay(now).getTime() + LOCAL_OFFSET_MS - daysAgo * DAY_MS);
}

function startOfLocalDay(now: Date): Date {
  const local = now.getTime() + LOCAL_OFFSET_MS;
  return new Date(local - (local % DAY_MS) - LOCAL_OFFSET_MS);
}
