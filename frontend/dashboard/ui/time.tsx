const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type TimeProps = { at: Date | string; timezone: string };

/** "20 Nov 2026, 10.00" in the showroom's own time. */
export function DateTime({ at, timezone }: TimeProps) {
  return <time dateTime={isoOf(at)}>{formatDateTime(at, timezone)}</time>;
}

/** "5 menit lalu", from a week on the date; the whole date and time on hover. */
export function Ago({ at, now, timezone }: TimeProps & { now: Date | string }) {
  return (
    <time dateTime={isoOf(at)} title={formatDateTime(at, timezone)}>
      {formatAgo(at, now, timezone)}
    </time>
  );
}

/** "20 Nov 2026, 10.00" */
export function formatDateTime(at: Date | string, timezone: string): string {
  return format(at, timezone, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** "20 Nov 2026" */
export function formatDate(at: Date | string, timezone: string): string {
  return format(at, timezone, { day: "numeric", month: "short", year: "numeric" });
}

/** "10.00" */
export function formatClock(at: Date | string, timezone: string): string {
  return format(at, timezone, { hour: "2-digit", minute: "2-digit" });
}

/** "baru saja", "5 menit lalu", "3 jam lalu", "2 hari lalu", from a week on "20 Nov 2026". */
export function formatAgo(at: Date | string, now: Date | string, timezone: string): string {
  const passedMs = new Date(now).getTime() - new Date(at).getTime();
  if (passedMs < MINUTE_MS) return "baru saja";
  if (passedMs < HOUR_MS) return `${Math.floor(passedMs / MINUTE_MS)} menit lalu`;
  if (passedMs < DAY_MS) return `${Math.floor(passedMs / HOUR_MS)} jam lalu`;
  if (passedMs < 7 * DAY_MS) return `${Math.floor(passedMs / DAY_MS)} hari lalu`;
  return formatDate(at, timezone);
}

/** 75 → "1 menit 15 detik"; seconds only below a minute, hours without seconds. */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return `${seconds.toLocaleString("id-ID", { maximumFractionDigits: 1 })} detik`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} detik`;
  if (whole < 3_600) return joinParts([Math.floor(whole / 60), "menit"], [whole % 60, "detik"]);
  return joinParts([Math.floor(whole / 3_600), "jam"], [Math.floor((whole % 3_600) / 60), "menit"]);
}

function joinParts(...parts: [number, string][]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: Date | string, timezone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${timezone} ${Object.keys(options).join()}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat("id-ID", { timeZone: timezone, ...options });
  formatters.set(key, formatter);
  return formatter.format(new Date(at));
}

function isoOf(at: Date | string): string {
  return new Date(at).toISOString();
}
