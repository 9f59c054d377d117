import { type Scan, startScan, wordAt } from "@/backend/features/language";

/** Minutes after midnight, from and to. */
export type Span = { from: number; to: number };

/** Opening spans per weekday, Monday first; an empty list is closed, null is not said. */
export type WeekHours = (Span[] | null)[];

const weekdays: RegExp[] = [
  /^(?:senin|senen|mon|monday|mondays)$/,
  /^(?:selasa|tue|tuesday|tuesdays)$/,
  /^(?:rabu|rebo|wed|wednesday|wednesdays)$/,
  /^(?:kamis|kemis|thu|thursday|thursdays)$/,
  /^(?:jumat|jum'at|jumaat|fri|friday|fridays)$/,
  /^(?:sabtu|sat|saturday|saturdays)$/,
  /^(?:minggu|ahad|sun|sunday|sundays)$/,
];
const allDays = [0, 1, 2, 3, 4, 5, 6];
const range = /^(?:-|sampai|sd|s|hingga|to|until|through|till)$/;

/** The days named at token `index`: one, a run ("Senin–Sabtu") or "setiap hari"; null when none. */
export function daysAt(scan: Scan, index: number): { days: number[]; end: number } | null {
  const text = wordAt(scan, index);
  if (/^(?:setiap|tiap|every|saben)$/.test(text) && /^(?:hari|day|dino)$/.test(wordAt(scan, index + 1)))
    return { days: allDays, end: index + 2 };
  if (/^(?:everyday|daily)$/.test(text)) return { days: allDays, end: index + 1 };
  if (/^weekends?$/.test(text)) return { days: [5, 6], end: index + 1 };

  const first = weekdayAt(scan, index);
  if (first === null) return null;
  let next = index + 1;
  if (!range.test(wordAt(scan, next))) return { days: [first], end: next };
  while (range.test(wordAt(scan, next)) || /^(?:\/|\.|d|hari)$/.test(wordAt(scan, next))) next += 1;
  const last = weekdayAt(scan, next);
  if (last === null) return { days: [first], end: index + 1 };
  const length = ((last - first + 7) % 7) + 1;
  return { days: Array.from({ length }, (_, day) => (first + day) % 7), end: next + 1 };
}

/** "2 minggu" and "minggu depan" are weeks. */
function weekdayAt(scan: Scan, index: number): number | null {
  const text = wordAt(scan, index);
  const day = weekdays.findIndex((pattern) => pattern.test(text));
  if (day < 0) return null;
  const isWeek =
    text === "minggu" &&
    (/^\d+$/.test(wordAt(scan, index - 1)) ||
      /^(?:depan|lalu|kemarin|sekali)$/.test(wordAt(scan, index + 1)) ||
      /^(?:per|satu|dalam|akhir)$/.test(wordAt(scan, index - 1)) ||
      (wordAt(scan, index + 1) === "ini" && wordAt(scan, index - 1) !== "hari"));
  const isAbbreviatedElse = /^(?:sat|sun|mon|wed|fri)$/.test(text) && wordAt(scan, index - 1) === "";
  return isWeek || isAbbreviatedElse ? null : day;
}

/** A time of day at token `index`, in minutes: "09.00", "09:00", "jam 9 pagi", "6 pm"; null when none. */
export function timeAt(scan: Scan, index: number): { minutes: number; end: number } | null {
  const isLabelled = /^(?:jam|pukul|jm|pkl|at|from|until|till|sampai|sd|hingga|-|to)$/.test(wordAt(scan, index - 1));
  const clock = clockAt(scan, index);
  if (!clock) return null;
  const half = halfOf(scan, clock.end);
  const isClear = clock.hasMinutes || half.factor !== null;
  if (
    !isClear &&
    !/^(?:jam|pukul|jm|pkl)$/.test(wordAt(scan, index - 1)) &&
    !(isLabelled && isSpanOfTimes(scan, index))
  )
    return null;
  const hour = half.factor === null ? clock.hour : (clock.hour % 12) + (half.factor(clock.hour) ? 12 : 0);
  return hour > 24 || clock.minute > 59 ? null : { minutes: hour * 60 + clock.minute, end: half.end };
}

function clockAt(scan: Scan, index: number) {
  const text = wordAt(scan, index);
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(text);
  if (dotted && !/^(?:juta|jt|m|miliar|ribu|rb|l|cc|km|liter)$/.test(wordAt(scan, index + 1)))
    return { hour: Number(dotted[1]), minute: Number(dotted[2]), hasMinutes: true, end: index + 1 };
  if (!/^\d{1,2}$/.test(text)) return null;
  const isColon =
    wordAt(scan, index + 1) === ":" && scan.tokens[index + 1]?.joined && /^\d{2}$/.test(wordAt(scan, index + 2));
  return isColon
    ? { hour: Number(text), minute: Number(wordAt(scan, index + 2)), hasMinutes: true, end: index + 3 }
    : { hour: Number(text), minute: 0, hasMinutes: false, end: index + 1 };
}

function halfOf(scan: Scan, index: number): { factor: ((hour: number) => boolean) | null; end: number } {
  const text = wordAt(scan, index);
  if (/^(?:pagi|am|esuk|isuk)$/.test(text)) return { factor: () => false, end: index + 1 };
  if (/^(?:siang|awan)$/.test(text)) return { factor: (hour) => hour === 12 || hour < 5, end: index + 1 };
  if (/^(?:sore|malam|malem|pm|bengi)$/.test(text)) return { factor: () => true, end: index + 1 };
  return { factor: null, end: /^(?:wib|wita|wit)$/.test(text) ? index + 1 : index };
}

/** "jam 9 - 18", "jam 9 sampai 5 sore". */
function isSpanOfTimes(scan: Scan, index: number): boolean {
  const window = [1, 2, 3, 4, 5, 6].map((distance) => wordAt(scan, index - distance));
  return window.some((word) => /^(?:jam|pukul|jm|pkl|from)$/.test(word));
}

/** Reads the showroom's own lines ("Senin–Sabtu: 09.00–18.00", "Minggu: Tutup"). */
export function readWeekHours(lines: readonly string[]): WeekHours {
  const week: WeekHours = allDays.map(() => null);
  for (const line of lines) {
    const scan = startScan(line.replace(/[‐‑‒–—−]/g, "-"));
    const days: number[] = [];
    const times: number[] = [];
    let isClosed = false;
    for (let index = 0; index < scan.tokens.length; ) {
      const named = daysAt(scan, index);
      const time = named ? null : timeAt(scan, index);
      if (named) days.push(...named.days);
      if (time) times.push(time.minutes);
      isClosed ||= /^(?:tutup|libur|closed)$/.test(wordAt(scan, index));
      index = named?.end ?? time?.end ?? index + 1;
    }
    const spans = isClosed ? [] : spansOf(times);
    if (isClosed || spans.length > 0) for (const day of days) week[day] = spans;
  }
  return week;
}

function spansOf(times: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index + 1 < times.length; index += 2) {
    spans.push({ from: times[index] ?? 0, to: times[index + 1] ?? 0 });
  }
  return spans;
}
