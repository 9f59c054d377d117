import { take, wordAt } from "@/backend/features/language";
import type { Check } from "../claims/marks";
import { clauseAt, excerpt, type Sentence } from "../text/answer-reading";
import { daysAt, readWeekHours, timeAt, type WeekHours } from "./opening-hours";

type DayPart = { days: number[]; times: number[]; isClosed: boolean; isOpen: boolean; start: number; end: number };

/** Times of day must be opening hours, or stand in what the owner or, for a visit, the customer wrote. */
export function checkHours(check: Check): void {
  const week = readWeekHours(check.facts.showroom.hours);
  for (const sentence of check.reading.sentences) {
    const parts = dayParts(check, sentence);
    for (const part of parts) {
      const { text: clause } = clauseAt(sentence, part.start);
      const isAboutOpening =
        part.isOpen ||
        part.isClosed ||
        /\b(?:buka|tutup|libur|operasional|opens?|closed?|closes|opening|jam kerja|hours)\b/.test(clause);
      const isTrue =
        isAboutOpening || part.days.length > 1 ? isOpeningTrue(week, part) : isVisitTrue(check, week, part);
      const text = excerpt(check.reading.scan, part.start, part.end);
      if (!isTrue && !isOwnersWord(check, part, text)) check.violations.push({ kind: "hours", text });
    }
  }
}

/** Days with the times that follow them; times before any day belong to every day. */
function dayParts({ reading: { scan } }: Check, { start, end }: Sentence): DayPart[] {
  const parts: DayPart[] = [];
  for (let index = start; index < end; ) {
    const named = scan.taken[index] ? null : daysAt(scan, index);
    const time = named || scan.taken[index] ? null : timeAt(scan, index);
    const place = named ?? time;
    if (place) take(scan, index, place.end);

    const last = parts.at(-1);
    const isNewPart = named && (!last || last.times.length > 0 || last.isClosed);
    if (named && isNewPart) parts.push({ ...emptyPart(index, named.end), days: [...named.days] });
    else if (named && last) extend(last, named.end, () => last.days.push(...named.days));
    else if (time && last) extend(last, time.end, () => last.times.push(time.minutes));
    else if (time) parts.push({ ...emptyPart(index, time.end), times: [time.minutes] });
    else if (last && isClosedWord(wordAt(scan, index)) && !isClosingTime(scan, index)) last.isClosed = true;
    else if (last && /^(?:buka|open)$/.test(wordAt(scan, index))) last.isOpen = !isDenied(wordAt(scan, index - 1));
    index = place?.end ?? index + 1;
  }
  return parts.filter(
    ({ days, times, isClosed, isOpen }) => times.length > 0 || (days.length > 0 && (isClosed || isOpen)),
  );
}

function extend(part: DayPart, end: number, change: () => void): void {
  change();
  part.end = end;
}

function emptyPart(start: number, end: number): DayPart {
  return { days: [], times: [], isClosed: false, isOpen: false, start, end };
}

function isClosedWord(word: string): boolean {
  return /^(?:tutup|libur|closed|close)$/.test(word);
}

function isDenied(word: string): boolean {
  return /^(?:tidak|ga|gak|nggak|belum|not|ora)$/.test(word);
}

/** "tutup jam 18.00" says when the day ends; "tidak tutup" says that it is open. */
function isClosingTime(scan: Check["reading"]["scan"], index: number): boolean {
  if (isDenied(wordAt(scan, index - 1))) return true;
  return [1, 2].some((distance) => timeAt(scan, index + distance) !== null);
}

function isOpeningTrue(week: WeekHours, { days, times, isClosed }: DayPart): boolean {
  const meant = days.length > 0 ? days : [0, 1, 2, 3, 4, 5, 6];
  const known = meant.map((day) => week[day] ?? null);
  if (isClosed && times.length === 0) return known.every((spans) => spans !== null && spans.length === 0);
  const isTrueOf = (spans: WeekHours[number]) =>
    spans !== null &&
    spans.length > 0 &&
    times.every((time, index) =>
      spans.some(
        ({ from, to }) =>
          (times.length > 1 ? (index % 2 === 0 ? from : to) : from) === time || (times.length === 1 && to === time),
      ),
    );
  return days.length > 0 ? known.every(isTrueOf) : known.some(isTrueOf);
}

/** A time the customer named for a visit, within the hours of the day named (any day when none is). */
function isVisitTrue(
  { customer, reading: { scan } }: Check,
  week: WeekHours,
  { days, times, start, end }: DayPart,
): boolean {
  const said = excerpt(scan, start, end).toLowerCase().match(/\d+/g) ?? [];
  const isRepeated = said.every((digits) =>
    new RegExp(`\\b0?${Number(digits)}\\b|\\b${digits}\\b`).test(customer.text),
  );
  if (!isRepeated)
    return (
      times.length > 0 &&
      days.length < 2 &&
      isOpeningTrue(week, { days, times, isClosed: false, isOpen: true, start, end })
    );
  const meant = days.length > 0 ? days : [0, 1, 2, 3, 4, 5, 6];
  return times.every((time) =>
    meant.some((day) => (week[day] ?? []).some(({ from, to }) => time >= from && time < to)),
  );
}

function isOwnersWord({ owner }: Check, { days }: DayPart, text: string): boolean {
  const digits = text.match(/\d+/g) ?? [];
  const lines = owner.sections.map(({ answer }) => answer);
  return lines.some(
    (line) =>
      digits.length > 0 &&
      /\b(?:jam|pukul)\b/.test(line) &&
      digits.every((number) => new RegExp(`\\b0?${Number(number)}\\b`).test(line)) &&
      (days.length === 0 || /\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|hari)\b/.test(line)),
  );
}
