import { normalizeText } from "@/backend/features/language";
import { type Holiday, holidayLine, localDay } from "@/backend/features/tenants";
import type { Talk } from "./talk";

/** Other days of the same name are a year away. */
const NEXT_YEAR_DAYS = 364;
const DAY_MS = 86_400_000;

/** Hours of the stored days that the customer asks for by name or date, however far away they are. */
export function askedHolidayLines({ understood, showroom, say, now }: Talk): string[] {
  const { businessHours, timezone } = showroom.tenant;
  const today = localDay(now, timezone).date;
  return askedHolidays(understood.text, businessHours.holidays ?? [], today).map((holiday) => {
    const { days, hours } = holidayLine(holiday, today);
    return say.fixedWords(`${days}: ${hours}`);
  });
}

/** `today`: the showroom's own, "2026-11-20". Soonest first. */
export function askedHolidays(text: string, holidays: readonly Holiday[], today: string): Holiday[] {
  const words = normalizeText(text).toLowerCase();
  const last = new Date(Date.parse(today) + NEXT_YEAR_DAYS * DAY_MS).toISOString().slice(0, 10);
  const isAsked = datesIn(words, today);
  return holidays
    .filter(({ date, name }) => date >= today && date <= last && (isAsked(date) || isNamed(words, name)))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** A day by the words people have for it, and owners, too. */
const NAMES = [
  /\b(?:natal(?:an)?|christmas|xmas|nataru)\b/,
  /\b(?:tahun baru(?! (?:imlek|islam|hijriah|cina|china|saka))|new year\w*|nataru)\b/,
  /\b(?:lebaran(?! haji)|i[de]u?l ?fitri|eid|riyoyo|riyaya)\b/,
  /\b(?:lebaran haji|i[de]u?l ?adha|kurban|qurban)\b/,
  /\b(?:imlek|sincia|lunar new year|chinese new year|tahun baru (?:cina|china))\b/,
  /\b(?:kemerdekaan|agustusan|17 ?an|tujuh ?belasan|hut ri|independence day)\b/,
  /\b(?:1 muharram|tahun baru (?:islam|hijriah))\b/,
  /\b(?:nyepi|tahun baru saka)\b/,
  /\b(?:waisak|vesak)\b/,
  /\b(?:paskah|easter|jumat agung|good friday)\b/,
  /\b(?:hari buruh|may day)\b/,
  /\b(?:puasa|ramadh?an)\b/,
];

function isNamed(words: string, name: string): boolean {
  const named = normalizeText(name).toLowerCase();
  if (NAMES.some((pattern) => pattern.test(words) && pattern.test(named))) return true;
  const own = named
    .replace(/\b(?:hari|libur|tutup|nasional)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return own.length >= 4 && ` ${words} `.includes(` ${own} `);
}

const MONTHS = ["jan", "feb", "mar", "apr", "mei|may", "jun", "jul", "agu|agt|aug", "sep", "okt|oct", "nov", "des|dec"];
const MONTH = `(?:${MONTHS.join("|")})\\p{L}*`;

/** "25 desember", "december 25", "25/12", and "tanggal 25" as the next one. */
function datesIn(words: string, today: string): (date: string) => boolean {
  const spelled = new RegExp(`\\b(\\d{1,2}) (${MONTH})|\\b(${MONTH}) (\\d{1,2})\\b`, "u").exec(words);
  if (spelled) return onMonthDay(monthOf(spelled[2] ?? spelled[3] ?? ""), Number(spelled[1] ?? spelled[4]));
  const numeric = /\b(\d{1,2}) ?[/-] ?(\d{1,2})\b/.exec(words);
  if (numeric) return onMonthDay(Number(numeric[2]), Number(numeric[1]));
  const alone = /\b(?:tanggal|date) (\d{1,2})\b/.exec(words)?.[1];
  if (!alone) return () => false;
  const isNextMonth = Number(alone) < Number(today.slice(8));
  return onMonthDay(((Number(today.slice(5, 7)) - 1 + (isNextMonth ? 1 : 0)) % 12) + 1, Number(alone));
}

function monthOf(word: string): number {
  return MONTHS.findIndex((month) => new RegExp(`^(?:${month})`).test(word)) + 1;
}

function onMonthDay(month: number, day: number): (date: string) => boolean {
  const wanted = `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return (date) => date.endsWith(wanted);
}
