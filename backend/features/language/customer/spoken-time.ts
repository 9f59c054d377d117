import { normalizeText } from "../normalize";

/** A day as it was said, without knowing what today is. `weekday` 0 is Monday; `weeks` 1 is "minggu depan". */
export type SpokenDay =
  | { type: "in_days"; inDays: number }
  | { type: "weekday"; weekday: number; weeks: number }
  | { type: "date"; dayOfMonth: number; month: number | null };

/** Minutes of the day between which is meant; a clock begins and ends at once. */
export type SpokenSpan = { from: number; to: number };

/** `spans` are alternatives: "jam 8" may be in the morning or in the evening. Empty when no time was said. */
export type SpokenTime = { day: SpokenDay | null; spans: SpokenSpan[] };

/** The day and the time of words like "besok jam 10", "sabtu sore", "tgl 25 abis maghrib"; what is not said is not there. */
export function readSpokenTime(words: string): SpokenTime {
  const plain = normalizeText(words.toLowerCase().replace(/(\d)(?=(?:am|pm|an)\b)/g, "$1 "))
    .replace(/(?<=\d) ?[:.,] ?(?=\d\d\b)/g, ":")
    .replace(/\s+/g, " ");
  return { day: dayIn(plain), spans: spansIn(plain) };
}

const weekdays = [
  /\b(?:senin|senen|monday)\b/,
  /\b(?:selasa|seloso|tuesday)\b/,
  /\b(?:rabu|rebo|wednesday)\b/,
  /\b(?:kamis|kemis|thursday)\b/,
  /\b(?:jumat|jum'at|jum at|jmt|jemuah|friday)\b/,
  /\b(?:sabtu|sbt|setu|saturday)\b/,
  /\b(?:hari (?:minggu|mgg)|(?<!\b(?:\d|se|per|beberapa|tiap) ?)(?:minggu|mgg)(?! (?:depan|ini|iki|ngarep|lalu|kemarin|besok))|ahad|sunday)\b/,
];
const months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu|agt", "sep", "okt", "nov", "des"];
const month = `(?:(jan|feb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|des)[a-z]*)`;

function dayIn(plain: string): SpokenDay | null {
  const date = new RegExp(String.raw`\b(?:tgl|tanggal) (\d{1,2})(?: ${month})?|\b(\d{1,2}) ${month}\b`).exec(plain);
  if (date) {
    const name = date[2] ?? date[4];
    const number = name ? months.findIndex((names) => names.split("|").includes(name)) + 1 : null;
    return { type: "date", dayOfMonth: Number(date[1] ?? date[3]), month: number };
  }
  const named = weekdays.flatMap((pattern, weekday) => (pattern.test(plain) ? [weekday] : []));
  if (named.length > 1) return null;
  const weekday = named[0];
  if (weekday !== undefined) {
    const isEve = /\bmalam (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad)\b/.test(plain);
    const weeks = /\bminggu (?:depan|ngarep)\b/.test(plain) && !/\bhari minggu depan\b/.test(plain) ? 1 : 0;
    return { type: "weekday", weekday: isEve ? (weekday + 6) % 7 : weekday, weeks };
  }
  const inDays = relativeDay(plain);
  return inDays === null ? null : { type: "in_days", inDays };
}

function relativeDay(plain: string): number | null {
  const counted = /\b(\d{1,2}) hari (?:lagi|ke depan)\b/.exec(plain)?.[1];
  if (counted) return Number(counted);
  if (/\b(?:lusa|emben)\b/.test(plain)) return 2;
  if (/\b(?:besok|bsk|bsok|besuk|sesuk|mbenjing|tomorrow)\b/.test(plain)) return 1;
  const isToday =
    /\b(?:hari ini|sekarang|saiki|sakniki|(?:dino|dinten) (?:iki|niki|ini)|nanti|mengko|engko|mangke|(?:malam|sore|siang|pagi) ini|today|tonight)\b/;
  return isToday.test(plain) ? 0 : null;
}

const hour = 60;
const parts: { pattern: RegExp; span: SpokenSpan }[] = [
  { pattern: /\b(?:habis|setelah) (?:maghrib|magrib)\b/, span: { from: 18 * hour, to: 19 * hour } },
  { pattern: /\b(?:habis|setelah) isya\b/, span: { from: 19 * hour, to: 20.5 * hour } },
  { pattern: /\b(?:habis|setelah) (?:jumatan|dzuhur|duhur)\b/, span: { from: 12.5 * hour, to: 14 * hour } },
  { pattern: /\b(?:habis|setelah) (?:ashar|asar)\b/, span: { from: 15.5 * hour, to: 17 * hour } },
  { pattern: /\b(?:pulang|habis|setelah) (?:jam )?(?:kerja|kantor)\b/, span: { from: 16 * hour, to: 19 * hour } },
  { pattern: /\bsubuh\b/, span: { from: 4 * hour, to: 6 * hour } },
  { pattern: /\b(?:pagi|isuk|esuk|enjing|morning)\b/, span: { from: 6 * hour, to: 11 * hour } },
  { pattern: /\b(?:siang|awan|noon)\b/, span: { from: 11 * hour, to: 15 * hour } },
  { pattern: /\b(?:sore|sonten|afternoon)\b/, span: { from: 15 * hour, to: 18 * hour } },
  { pattern: /\b(?:malam|bengi|dalu|tonight|evening)\b/, span: { from: 18 * hour, to: 24 * hour } },
];

function spansIn(plain: string): SpokenSpan[] {
  const clock = clockIn(plain);
  if (clock) return clock.map((minutes) => ({ from: minutes, to: minutes }));
  const part = parts.find(({ pattern }) => pattern.test(plain));
  return part ? [part.span] : [];
}

const partOfDay = "pagi|isuk|esuk|enjing|am|siang|awan|sore|sonten|pm|malam|bengi|dalu|night";
const clocks = [
  /\b(?:jam|pukul|jm|pkl|at) (setengah )?(\d{1,2})(?::(\d\d))?(?!\d| (?:hari|juta|minggu)\b)/,
  new RegExp(String.raw`\b(setengah )?(\d{1,2})(?::(\d\d))? (?:an )?(?:${partOfDay})\b`),
  /\b(setengah )(\d{1,2})\b()/,
  /\b()(\d{1,2}):(\d\d)\b/,
  /^()(\d{1,2})()$/,
];

/** What a clock may mean, in minutes of the day; null without one. */
function clockIn(plain: string): number[] | null {
  const found = clocks.map((pattern) => pattern.exec(plain)).find((match) => match !== null);
  if (!found) return null;
  const said = Number(found[2]);
  if (said > 24) return null;
  const minutes = Number(found[3] || 0) - (found[1] ? 30 : 0);
  return hoursMeant(said, plain).map((hours) => hours * hour + minutes);
}

/** "jam 2 siang" is 14, "jam 8 malam" 20; without a word for it either half of the day. */
function hoursMeant(said: number, plain: string): number[] {
  if (said > 12) return [said];
  if (/\b(?:pagi|isuk|esuk|enjing|am|subuh)\b/.test(plain)) return [said === 12 ? 0 : said];
  if (/\b(?:siang|awan)\b/.test(plain)) return [said <= 6 ? said + 12 : said];
  if (/\b(?:sore|sonten|pm)\b/.test(plain)) return [said === 12 ? 12 : said + 12];
  if (/\b(?:malam|bengi|dalu|night|tonight)\b/.test(plain)) return [said >= 5 ? said + 12 : said];
  return said === 12 ? [12] : [said, said + 12];
}
