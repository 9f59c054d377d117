import { rawBetween, type Scan, wordAt } from "../scan";

const day =
  /^(?:besok|bsk|bsok|besuk|lusa|sesuk|mbenjing|hari|hr|senin|senen|selasa|rabu|rebo|kamis|kemis|jumat|jum'at|jmt|jemuah|sabtu|sbt|setu|minggu|mgg|ahad|weekend|libur|tgl|tanggal|nanti|ntar|tar|mengko|engko|sekarang|skrg|skr|saiki|malam|mlm|malem|pagi|isuk|esuk|siang|sore|subuh|bengi|jam|jm|pukul|pkl|awan|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|entar|habis|abis|setelah|sebelum|bulan|dino|dinten|tonight|weekday|jumatan|lebaran)$/;
const certain =
  /^(?:besok|bsk|bsok|besuk|lusa|sesuk|mbenjing|monday|tuesday|wednesday|thursday|friday|saturday|sunday|senin|senen|selasa|rabu|rebo|kamis|kemis|jumat|jum'at|jmt|jemuah|sabtu|sbt|setu|minggu|mgg|ahad|weekend|tgl|tanggal|malam|mlm|malem|pagi|isuk|siang|sore|subuh|jam|jm|pukul|pkl|sekarang|skrg|saiki|maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|kerja|kantor|lebaran)$/;
const inside =
  /^(?:ini|sholat|salat|shalat|am|pm|iki|depan|ngarep|kantor|kerja|lebaran|maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|an|ke|wib|wita|wit|-|:|\.|an|besok|sampai|sampe|sebelum|habis|abis|setelah|pulang|makan|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|agt|sep|okt|nov|des|lebih|kurang|sekitar|setengah|atau)$/;

/**
 * The unbroken run of time words as typed: "besok jam 10", "senin abis jam kantor"; undefined without one. Of several
 * the one said about coming, else the longest. `isAsked`: the time was asked for, so a bare clock answers.
 */
export function readVisitTime(scan: Scan, isAsked: boolean): string | undefined {
  let best: { start: number; end: number; weight: number } | null = null;
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!startsTime(scan, index, isAsked)) continue;
    const end = timeEnd(scan, index);
    const weight = end - index + (isAboutComing(scan, index) ? weightOfComing : 0);
    if (hasCertainTime(scan, index, end, isAsked) && (!best || weight > best.weight))
      best = { start: index, end, weight };
    index = Math.max(index, end - 1);
  }
  return best ? rawBetween(scan, best.start, best.end) : undefined;
}

const weightOfComing = 100;
const coming =
  /^(?:lihat|liat|lht|liht|cek|ngecek|chek|datang|dateng|dtg|kesana|kesitu|mampir|survey|survei|test|tes|janjian|ketemu|ketemuan|main|merapat|otw|meluncur|mrono|mriki|parani|tak|sana|situ)$/;

/** Words of coming in the same clause. */
function isAboutComing(scan: Scan, index: number): boolean {
  const isBreak = (at: number) => /^[?!.,|]$/.test(wordAt(scan, at)) || scan.tokens[at]?.kind === "newline" || at < 0;
  let start = index;
  while (!isBreak(start - 1)) start -= 1;
  for (let at = start; at < scan.tokens.length && !isBreak(at); at++) if (coming.test(wordAt(scan, at))) return true;
  return false;
}

function startsTime(scan: Scan, index: number, isAsked: boolean): boolean {
  const text = wordAt(scan, index);
  if (isLooseClock(scan, index, isAsked)) return true;
  const isAfter =
    /^(?:habis|abis|setelah|sebelum|pulang)$/.test(text) &&
    /^(?:maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|kerja|kantor|subuh|jam|lebaran)$/.test(
      wordAt(scan, index + 1),
    );
  if (isAfter) return true;
  if (/^(?:selamat|slmt|selamet|met|slamet|good)$/.test(wordAt(scan, index - 1))) return false;
  if (!day.test(text) || /^(?:bulan|habis|abis|setelah|sebelum|libur)$/.test(text)) return false;
  return !(text === "jam" && /^(?:brp|berapa|piro|kerja|operasional|buka)$/.test(wordAt(scan, index + 1)));
}

/** "setengah 5", "10 pagi"; "10.30" and "10" only as an answer. */
function isLooseClock(scan: Scan, index: number, isAsked: boolean): boolean {
  const next = wordAt(scan, index + 1);
  if (wordAt(scan, index) === "setengah") return /^\d{1,2}$/.test(next) && scan.tokens[index + 2]?.joined !== true;
  if (!/^(?:[01]?\d|2[0-4])(?:[.:]\d{2})?$/.test(wordAt(scan, index))) return false;
  return /^(?:pagi|siang|sore|malam|mlm|malem|wib|am|pm|isuk|awan)$/.test(next) || isAsked;
}

function timeEnd(scan: Scan, start: number): number {
  let end = start;
  for (let index = start; index < scan.tokens.length; index++) {
    const token = scan.tokens[index];
    if (token?.text === "libur" && /^(?:ga|gak|tidak|nggak|ngga|ndak|apa|kah|\?)$/.test(wordAt(scan, index + 1))) break;
    const isTime =
      token !== undefined &&
      (index === start || day.test(token.text) || inside.test(token.text) || isClock(scan, index));
    if (!token || !isTime || token.kind === "newline" || asksHour(scan, index)) break;
    if (day.test(token.text) || isClock(scan, index) || index === start || endsWell(token.text)) end = index + 1;
  }
  return end;
}

function endsWell(text: string): boolean {
  return /^(?:ini|iki|depan|ngarep|kantor|kerja|lebaran|maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|an|am|pm|wib|wita|wit|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|agt|sep|okt|nov|des)$/.test(
    text,
  );
}

/** "10", "13.00", "2" after a word of time. */
function isClock(scan: Scan, index: number): boolean {
  if (!/^\d{1,2}(?:[.,:]\d{2})?$/.test(wordAt(scan, index))) return false;
  const before = wordAt(scan, index - 1);
  return (
    /^(?:jam|jm|pukul|pkl|tgl|tanggal|-|:|\.|sampai|sampe|sekitar|setengah|atau)$/.test(before) || day.test(before)
  );
}

function asksHour(scan: Scan, index: number): boolean {
  return (
    /^(?:jam|sampai|sampe|hari|tanggal|tgl)$/.test(wordAt(scan, index)) &&
    [1, 2].some((distance) => /^(?:brp|berapa|piro|apa)$/.test(wordAt(scan, index + distance)))
  );
}

function hasCertainTime(scan: Scan, start: number, end: number, isAsked: boolean): boolean {
  if (isLooseClock(scan, start, isAsked)) return true;
  for (let index = start; index < end; index++) {
    const text = wordAt(scan, index);
    if (
      certain.test(text) ||
      (/^(?:hari|dino|hr|dinten)$/.test(text) && /^(?:ini|iki|minggu)$/.test(wordAt(scan, index + 1)))
    )
      return true;
    if (/^(?:nanti|ntar|mengko|engko|tar|entar)$/.test(text) && index + 1 < end) return true;
  }
  return false;
}
