import { rawBetween, type Scan, wordAt } from "../scan";

const day =
  /^(?:besok|bsk|bsok|besuk|lusa|sesuk|mbenjing|hari|hr|senin|senen|selasa|rabu|rebo|kamis|kemis|jumat|jum'at|jmt|jemuah|sabtu|sbt|setu|minggu|mgg|ahad|weekend|libur|tgl|tanggal|nanti|ntar|tar|mengko|engko|sekarang|skrg|skr|saiki|malam|mlm|malem|pagi|isuk|esuk|siang|sore|subuh|bengi|jam|jm|pukul|pkl|awan|today|tomorrow|entar|habis|abis|setelah|sebelum|bulan|dino)$/;
const certain =
  /^(?:besok|bsk|bsok|besuk|lusa|sesuk|mbenjing|senin|senen|selasa|rabu|rebo|kamis|kemis|jumat|jum'at|jmt|jemuah|sabtu|sbt|setu|minggu|mgg|ahad|weekend|tgl|tanggal|malam|mlm|malem|pagi|isuk|siang|sore|subuh|jam|jm|pukul|pkl|sekarang|skrg|saiki|maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|kerja|kantor|lebaran)$/;
const inside =
  /^(?:ini|iki|depan|ngarep|kantor|kerja|lebaran|maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|an|ke|wib|wita|wit|-|:|\.|an|besok|sampai|sampe|sebelum|habis|abis|setelah|pulang|makan|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|agt|sep|okt|nov|des|lebih|kurang|sekitar|setengah|atau)$/;

/** The unbroken run of time words as typed: "besok jam 10", "senin abis jam kantor"; undefined without one. */
export function readVisitTime(scan: Scan): string | undefined {
  let best: [number, number] | null = null;
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!startsTime(scan, index)) continue;
    const end = timeEnd(scan, index);
    if (hasCertainTime(scan, index, end) && (!best || end - index > best[1] - best[0])) best = [index, end];
    index = Math.max(index, end - 1);
  }
  return best ? rawBetween(scan, best[0], best[1]) : undefined;
}

function startsTime(scan: Scan, index: number): boolean {
  const text = wordAt(scan, index);
  const isAfter =
    /^(?:habis|abis|setelah|sebelum|pulang)$/.test(text) &&
    /^(?:maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|kerja|kantor|subuh|jam|lebaran)$/.test(
      wordAt(scan, index + 1),
    );
  if (isAfter) return true;
  if (!day.test(text) || /^(?:bulan|habis|abis|setelah|sebelum|libur)$/.test(text)) return false;
  return !(text === "jam" && /^(?:brp|berapa|piro|kerja|operasional|buka)$/.test(wordAt(scan, index + 1)));
}

function timeEnd(scan: Scan, start: number): number {
  let end = start;
  for (let index = start; index < scan.tokens.length; index++) {
    const token = scan.tokens[index];
    const isTime = token !== undefined && (day.test(token.text) || inside.test(token.text) || isClock(scan, index));
    if (!token || !isTime || token.kind === "newline" || asksHour(scan, index)) break;
    if (day.test(token.text) || isClock(scan, index) || endsWell(token.text)) end = index + 1;
  }
  return end;
}

function endsWell(text: string): boolean {
  return /^(?:ini|iki|depan|ngarep|kantor|kerja|lebaran|maghrib|magrib|isya|dzuhur|duhur|ashar|asar|jumatan|an|wib|wita|wit|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|agt|sep|okt|nov|des)$/.test(
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

function hasCertainTime(scan: Scan, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const text = wordAt(scan, index);
    if (certain.test(text) || (/^(?:hari|dino|hr)$/.test(text) && /^(?:ini|iki|minggu)$/.test(wordAt(scan, index + 1))))
      return true;
    if (/^(?:nanti|ntar|mengko|engko|tar|entar)$/.test(text) && index + 1 < end) return true;
  }
  return false;
}
