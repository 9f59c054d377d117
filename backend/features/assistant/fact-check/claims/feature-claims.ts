import type { Sentence } from "../text/answer-reading";
import { defers, isConditional, isDenied } from "../text/tone";
import type { Check, Claim } from "./marks";

/** Equipment and condition in the words of dealers; what an answer says of a car must stand in that car's own text. */
const features: RegExp[] = [
  /\bvelg (?:racing|standar|original|ori|variasi|replika)\b|\bracing wheels?\b/,
  /\bspoiler\b/,
  /\bban (?:\S+ )?(?:baru|tebal)\b|\bnew tires?\b|\bnew tyres?\b/,
  /\bsun ?roof\b|\bpanoramic\b|\bmoon ?roof\b/,
  /\bjok kulit\b|\bkulit (?:asli|sintetis|mbtech)\b|\bleather\b/,
  /\bkamera (?:mundur|parkir|belakang|360)\b|\b(?:rear|reverse|parking|360) camera\b/,
  /\bsensor parkir\b|\bparking sensors?\b/,
  /\b(?:service|servis) (?:record|rutin|resmi|berkala)\b|\bbuku (?:service|servis)\b|\bservice history\b/,
  /\bkunci (?:cadangan|serep|duplikat|dua|2)\b|\bspare key\b/,
  /\b(?:bebas|tidak pernah|bukan bekas|anti|tidak bekas|gak pernah|never|no) (?:kena )?(?:banjir|flood\w*)\b|\bflood[- ]free\b/,
  /\b(?:bebas|tidak pernah|bukan bekas|tidak bekas|gak pernah|never) (?:kena )?(?:tabrak\w*|laka|kecelakaan)\b|\baccident[- ]free\b|\bnever (?:been )?in an accident\b/,
  /\bcat (?:ori|original|asli|full)\b|\boriginal paint\b|\bfull (?:ori|original|orisinil)\b/,
  /\b(?:km|kilometer) (?:asli|rendah|antik|low)\b|\blow (?:km|mileage)\b/,
  /\bhead ?unit\b|\bandroid\b|\btouch ?screen\b|\blayar sentuh\b/,
  /\bkeyless\b|\bsmart key\b|\bpush start\b|\bstart stop\b/,
  /\bcruise control\b/,
  /\bdouble blower\b|\bac dingin\b|\bcold ac\b/,
  /\bbody ?kit\b/,
  /\broof ?rack\b|\broof ?box\b/,
  /\bmesin (?:halus|kering|sehat|prima|mulus)\b|\bengine (?:is )?(?:smooth|healthy|great)\b/,
  /\b(?:stnk|bpkb|surat(?:-surat)?|dokumen) (?:\S+ )?(?:lengkap|komplit|aman|ready)\b|\bcomplete (?:documents|papers)\b/,
  /\bpajak (?:hidup|panjang|baru)\b|\btax (?:is )?(?:paid|active)\b/,
  /\b(?:tangan|owner) pertama dari baru\b|\bsatu tangan\b|\btangan satu\b/,
  /\b(?:mulus|istimewa|like new|seperti baru|no minus|tanpa minus|tidak ada minus|antik|terawat|well maintained|siap pakai)\b/,
  /\b(?:airbags?|abs|vsc|isofix|4x4|4wd|awd|hybrid|turbo|sensing|adas)\b/,
  /\b(?:bekas|eks|ex) (?:taksi|taxi|rental|online|travel)\b/,
];

/** Parity and papers that say so themselves are facts of their own and not read here. */
export function featureClaims({ owner, reading: { scan } }: Check, sentence: Sentence): Claim[] {
  if (sentence.isQuestion) return [];
  return features.flatMap((pattern): Claim[] => {
    const match = pattern.exec(sentence.plain) ?? pattern.exec(sentence.text);
    if (!match || isOpenMatter(sentence, match)) return [];
    if (pattern.test(owner.text)) return [];
    const isTax = /^(?:pajak|tax)/.test(match[0]);
    return [
      {
        type: "claim",
        kind: "car_fact",
        slot: `feature ${pattern.source}`,
        text: match[0],
        start: placeOf(scan.tokens, sentence, match[0]),
        holds: ({ freeText, nameWords, car }) =>
          pattern.test(freeText) ||
          nameWords.has(match[0]) ||
          (isTax && car.taxMonth != null) ||
          isFuelOf(car.fuel, match[0]),
      },
    ];
  });
}

function isOpenMatter({ plain, text }: Sentence, match: RegExpExecArray): boolean {
  const isHandedOn = defers(plain) || defers(text);
  if (isHandedOn || isConditional(plain.slice(0, match.index))) return true;
  const isNegative = /^(?:bebas|tidak|bukan|anti|gak|never|no|flood|accident|tanpa)/.test(match[0]);
  return !isNegative && isDenied(match.input, match.index, match[0].length);
}

function isFuelOf(fuel: string | null, word: string): boolean {
  return fuel !== null && fuel.toLowerCase() === word;
}

/** The token where the matched words begin, so that they belong to the car named before them. */
function placeOf(tokens: Check["reading"]["scan"]["tokens"], { start, end }: Sentence, words: string): number {
  const parts = words.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const places = Array.from({ length: end - start }, (_, offset) => start + offset);
  return places.find((index) => parts.some((part) => tokens[index]?.text.startsWith(part.slice(0, 4)))) ?? start;
}
