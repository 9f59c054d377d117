import { type BusinessHours, WEEKDAYS } from "@/backend/features/tenants";

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The local weekday, as an index of WEEKDAYS, and the minutes since local midnight. */
export function localMoment(at: Date, timezone: string): { weekday: number; minutes: number } {
  const parts = new Map(
    formatterOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const name = parts.get("weekday")?.toLowerCase() ?? "";
  return {
    weekday: Math.max(0, WEEKDAYS.map(String).indexOf(name)),
    minutes: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
  };
}

/**
 * When a page that says "Buka sekarang" or marks today must be made anew: the showroom's next opening or closing, or
 * its midnight.
 */
export function nextOpeningChange(hours: BusinessHours, timezone: string, at: Date): Date {
  const { weekday, minutes } = localMoment(at, timezone);
  const today = WEEKDAYS[weekday];
  const changes = ((today && hours[today]) ?? [])
    .flat()
    .map(toMinutes)
    .filter((change) => change > minutes);
  const untilNext = Math.min(DAY_MINUTES, ...changes) - minutes;
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS + untilNext * MINUTE_MS);
}

function toMinutes(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function formatterOf(timezone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timezone);
  if (!formatter) {
    const options = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    formatter = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: timezone });
    formatters.set(timezone, formatter);
  }
  return formatter;
}
