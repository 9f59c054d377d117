import {
  cityAt,
  colorOfWord,
  fuelOfWord,
  parityOf,
  plateRegionName,
  plateRegionOfPlace,
  transmissionOfWord,
  wordAt,
} from "@/backend/features/language";
import type { KnownCar } from "../facts/known-cars";
import { clauseAt, excerpt, type Sentence } from "../text/answer-reading";
import { saysUnavailable } from "../text/tone";
import { featureClaims } from "./feature-claims";
import type { Check, Claim } from "./marks";

/** Colours, gearbox, fuel, plate and owners, condition and equipment that an answer says of a car. */
export function readWords(check: Check): void {
  const { scan, sentences } = check.reading;
  for (const sentence of sentences) {
    for (let index = sentence.start; index < sentence.end; index++) {
      const claim = scan.taken[index] ? null : wordClaim(check, index);
      if (!claim || isOpen(check, sentence, claim) || isAfterDenial(check, index)) continue;
      check.marks.push(claim);
    }
    check.marks.push(...featureClaims(check, sentence));
  }
}

/** Nothing is claimed by a question ("matic atau manual?") or by denying what the customer asked for. */
function isOpen({ customer }: Check, sentence: Sentence, { start, text }: Claim): boolean {
  if (sentence.isQuestion) return true;
  const clause = clauseAt(sentence, start);
  return saysUnavailable(clause.text) && customer.words.has(text.toLowerCase());
}

function isAfterDenial({ reading: { scan } }: Check, index: number): boolean {
  return /^(?:bukan|selain|kecuali|tanpa|not)$/.test(wordAt(scan, index - 1));
}

function wordClaim({ reading: { scan } }: Check, index: number): Claim | null {
  const word = wordAt(scan, index);
  const near = [-2, -1, 1].map((distance) => wordAt(scan, index + distance));
  const claim = (slot: string, holds: (known: KnownCar) => boolean, end = index + 1): Claim => ({
    type: "claim",
    kind: "car_fact",
    slot,
    text: excerpt(scan, index, end),
    start: index,
    holds,
  });

  const color = near.some((other) => partOfCar.test(other)) ? null : colorOfWord(word);
  if (color && !/^(?:cream|gold|emas)$/.test(word))
    return claim("color", ({ colors, nameWords }) => colors.has(color) || nameWords.has(word));

  const transmission =
    word === "at" || near.some((other) => automaticThing.test(other)) ? null : transmissionOfWord(word);
  if (transmission) return claim("transmission", ({ car }) => transmissionsOf(car.transmission).includes(transmission));

  const fuel = near.some((other) => notFuel.test(other)) ? null : fuelOfWord(word);
  if (fuel) return claim("fuel", ({ car, nameWords }) => fuelsOf(car.fuel).includes(fuel) || nameWords.has(word));

  const parity = parityOf(word);
  if (parity && /^(?:plat|nopol|pelat|plate|nomor|nomer|[a-z]{1,2})$/.test(near[1] ?? ""))
    return claim("parity", ({ car }) => car.plateParity === parity);

  const region = /^(?:plat|pelat|nopol|platnya|plate)$/.test(near[1] ?? "") ? regionAt(scan.tokens, index) : null;
  if (region) return claim("region", ({ car }) => car.plateRegion?.toUpperCase() === region);

  const owners = ownersAt(near[1] ?? "", word, near[2] ?? "");
  return owners === null
    ? null
    : claim(
        "owners",
        ({ car, freeText }) =>
          car.owners === owners || (car.owners == null && owners === 1 && /tangan (?:pertama|1)/.test(freeText)),
      );
}

const partOfCar =
  /^(?:jok|kulit|interior|velg|atap|karpet|bumper|kaca|lampu|kursi|roof|doff|jahitan|plafon|dashboard|dasbor|plat|pelat|list|garis|seat|seats|leather|tnkb|leaf|rim|rims)$/;
const automaticThing =
  /^(?:buku|book|service|servis|light|lamp|lampu|ac|pintu|retract|rem|hold|gas|climate|door|window|kaca|wiper|headlamp|balasan|balas|secara|spion)$/;
const notFuel =
  /^(?:irit|boros|hemat|konsumsi|isi|beli|kursi|jok|spion|pintu|sunroof|bagasi|rekening|mirror|seat|window|barcode|rem)$/;

function transmissionsOf(text: string) {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => transmissionOfWord(word) ?? []);
}

function fuelsOf(text: string | null) {
  return (text?.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => fuelOfWord(word) ?? []);
}

function regionAt(tokens: Check["reading"]["scan"]["tokens"], index: number): string | null {
  const token = tokens[index];
  if (!token) return null;
  if (/^[A-Z]{1,2}$/.test(token.raw) && plateRegionName(token.raw) !== null) return token.raw;
  const city = cityAt(tokens, index);
  return city && plateRegionOfPlace(city.name);
}

const ownerOrder: Record<string, number> = {
  pertama: 1,
  kedua: 2,
  ketiga: 3,
  keempat: 4,
  first: 1,
  second: 2,
  third: 3,
};

/** "tangan pertama", "pemilik kedua", "first owner". */
function ownersAt(before: string, word: string, after: string): number | null {
  const order = Object.hasOwn(ownerOrder, word) ? (ownerOrder[word] ?? null) : null;
  const isOwner = /^(?:tangan|tgn|pemilik|owner)$/.test(before) || /^(?:owner|hand|owned)$/.test(after);
  return isOwner ? order : null;
}
