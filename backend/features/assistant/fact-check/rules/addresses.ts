import { type CityMention, cityAt, type Scan, take, wordAt } from "@/backend/features/language";
import type { AnswerFacts } from "../answer-facts";
import type { Check } from "../claims/marks";
import { excerpt } from "../text/answer-reading";

const streetWord = /^(?:jl|jln|jalan|gang|gg|ruko|rukan|blok|komplek|kompleks|perum|perumahan|street|avenue|road)$/;
const longestAddressTokens = 24;

/** Streets and houses must be the showroom's own; so must the city when the sentence says where it is. */
export function checkAddresses(check: Check): void {
  const own = ownAddresses(check.facts);
  const { scan } = check.reading;
  for (let index = 0; index < scan.tokens.length; index++) {
    if (scan.taken[index] || !isAddressStart(check, index)) continue;
    const end = addressEnd(check, index);
    const words = addressWords(check, index, end);
    const isOwn = own.some((address) => words.every((word) => address.has(word)));
    const text = excerpt(scan, index, end);
    if (!isOwn && !check.owner.text.includes(text.toLowerCase())) check.violations.push({ kind: "address", text });
    take(scan, index, end);
    index = end - 1;
  }
  checkCities(check, own);
}

/** "jalan" is a street only before a name; "jalan-jalan", "mesin jalan" are not. */
function isAddressStart({ reading: { scan } }: Check, index: number): boolean {
  const text = wordAt(scan, index);
  if (!streetWord.test(text)) return false;
  const next = scan.tokens[wordAt(scan, index + 1) === "." ? index + 2 : index + 1];
  if (!next || next.kind === "newline") return false;
  if (/^(?:jl|jln|gg|ruko|rukan|blok)$/.test(text)) return next.kind !== "symbol";
  if (/^(?:street|avenue|road)$/.test(text)) return false;
  const isAfterPlaceWord = /^(?:di|alamat|alamatnya|:|ke)$/.test(wordAt(scan, index - 1));
  return next.kind === "word" && (/^\p{Lu}/u.test(next.raw) || isAfterPlaceWord);
}

function addressEnd({ reading: { scan } }: Check, start: number): number {
  let end = start + 1;
  for (; end < Math.min(scan.tokens.length, start + longestAddressTokens); end++) {
    const token = scan.tokens[end];
    if (!token || token.kind === "newline" || /^[;!?()]$/.test(token.text)) break;
    if (token.text === "." && !/^(?:jl|jln|no|gg|kec|kab|kel)$/.test(wordAt(scan, end - 1))) break;
    const isName =
      token.kind === "number" ||
      /^\p{Lu}/u.test(token.raw) ||
      token.kind === "symbol" ||
      /^(?:no|nomor|blok|rt|rw|kav|km|raya|lantai|lt|kota|kec|kab|depan|dekat|sebelah)$/.test(token.text);
    const isStillName = isName || (end <= start + 2 && token.kind === "word");
    if (!isStillName || /^(?:buka|setiap|kak|ya|untuk)$/.test(token.text)) break;
  }
  return end;
}

function addressWords({ reading: { scan } }: Check, start: number, end: number): string[] {
  const words: string[] = [];
  for (let index = start; index < end; index++) {
    const token = scan.tokens[index];
    if (token && token.kind !== "symbol") words.push(...wordsOf(token.text));
  }
  return words.filter((word) => !filler.has(word));
}

const filler = new Set("jl jln jalan no nomor kota kec kab raya rt rw kami di ya kak".split(" "));

/** One set of words per place: an address is not put together from two. */
function ownAddresses({ showroom }: AnswerFacts): Set<string>[] {
  const places = [
    `${showroom.name} ${showroom.address} ${showroom.city}`,
    ...showroom.branches.map(({ name, address }) => `${name} ${address} ${showroom.city}`),
  ];
  return places.map((place) => new Set(wordsOf(place)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const placeSentence =
  /\b(?:lokasi\w*|alamat\w*|cabang\w*|showroom|kantor|garasi|pool|(?:kami|kita|unitnya|unit|mobilnya) (?:ada |berada |berlokasi )?di|berada di|berlokasi|located|location|branch|based in|nggone|panggonan)\b/;

function checkCities({ reading: { scan, sentences }, owner, violations, facts }: Check, own: Set<string>[]): void {
  for (const { start, end, text, isQuestion } of sentences) {
    if (!placeSentence.test(text) || isQuestion) continue;
    for (let index = start; index < end; index++) {
      if (isUnknownPlace(scan, index, own) && !owner.text.includes(wordAt(scan, index))) {
        violations.push({ kind: "address", text: excerpt(scan, index - 1, index + 1) });
      }
      const city = scan.taken[index] ? null : cityAt(scan.tokens, index);
      if (!city || isOwnCity(city, own) || owner.text.includes(city.name.toLowerCase())) continue;
      if (/^(?:ke|dari|plat|kirim|pengiriman|luar|a|i)$/.test(wordAt(scan, index - 1)) || facts.showroom.city === "")
        continue;
      violations.push({ kind: "address", text: excerpt(scan, city.start, city.end) });
    }
  }
}

/** "di Darmo Permai", "dekat Tunjungan Plaza": a name after a word of place. */
function isUnknownPlace(scan: Scan, index: number, own: Set<string>[]): boolean {
  const token = scan.tokens[index];
  if (token?.kind !== "word" || scan.taken[index] || !/^\p{Lu}\p{Ll}+$/u.test(token.raw)) return false;
  if (!placeWord.test(wordAt(scan, index - 1)) || notPlace.test(token.text)) return false;
  const next = scan.tokens[index + 1];
  const isNameLonger = next?.kind === "word" && /^\p{Lu}/u.test(next.raw);
  return !own.some((words) => words.has(token.text) && (!isNameLonger || words.has(next.text)));
}

const placeWord = /^(?:di|dekat|seberang|sebelah|depan|belakang|kawasan|daerah|near|at|in|opposite)$/;
const notPlace =
  /^(?:whatsapp|google|maps|instagram|indonesia|jawa|bali|senin|selasa|rabu|kamis|jumat|sabtu|minggu|kak|pak|bu|mas)$/;

function isOwnCity({ name }: CityMention, own: Set<string>[]): boolean {
  return own.some((words) => wordsOf(name).every((word) => words.has(word)));
}
