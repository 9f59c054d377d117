const HOUR_MS = 3_600_000;
const formatter = new Intl.DateTimeFormat("en-GB", {
  timeZone: "America/Los_Angeles",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** Milliseconds until the next midnight in California, when Google's daily quotas begin anew. */
export function msUntilPacificMidnight(now: Date): number {
  const { hour, minute, second } = clockTime(now);
  const elapsedMs = ((hour * 60 + minute) * 60 + second) * 1000 + now.getMilliseconds();
  const guessMs = 24 * HOUR_MS - elapsedMs;
  // Twice a year the day has 23 or 25 hours.
  const landed = clockTime(new Date(now.getTime() + guessMs)).hour;
  if (landed === 23) return guessMs + HOUR_MS;
  return landed === 1 ? guessMs - HOUR_MS : guessMs;
}

function clockTime(at: Date): { hour: number; minute: number; second: number } {
  const parts = formatter.formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return { hour: read("hour"), minute: read("minute"), second: read("second") };
}
