import { type BusinessHours, hoursOn, localDay } from "@/backend/features/tenants";

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

/**
 * When a page that says "Buka sekarang" or marks today must be made anew: the showroom's next opening or closing, or
 * its midnight.
 */
export function nextOpeningChange(hours: BusinessHours, timezone: string, at: Date): Date {
  const today = localDay(at, timezone);
  const minutes = toMinutes(today.time);
  const changes = hoursOn(hours, today)
    .spans.flat()
    .map(toMinutes)
    .filter((change) => change > minutes);
  const untilNext = Math.min(DAY_MINUTES, ...changes) - minutes;
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS + untilNext * MINUTE_MS);
}

function toMinutes(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
