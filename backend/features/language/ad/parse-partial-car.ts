import type { CarAd, CarAdKey, CarAdReading } from "./car-ad";
import { parseCarAd } from "./parse-car-ad";

/** The label that makes a bare answer say what it is. */
const labelOf: Record<CarAdKey, string> = {
  plate: "plat",
  brand: "merk",
  model: "model",
  variant: "varian",
  year: "tahun",
  registrationYear: "faktur",
  price: "harga",
  priceCredit: "harga kredit",
  km: "km",
  transmission: "transmisi",
  fuel: "bahan bakar",
  color: "warna",
  engineCc: "cc",
  taxMonth: "pajak",
  owners: "tangan ke",
  downPayment: "dp",
  instalment: "angsuran",
  tenorMonths: "tenor",
  negotiable: "nego",
  plateParity: "plat",
  plateRegion: "plat",
  city: "lokasi",
};

/**
 * Reads an answer to one question: "185jt" when the price was asked, "matic" when the gearbox was. An answer that
 * says more ("2019, harga 150") gives all it says. Without `expecting` it is an ordinary description.
 */
export function parsePartialCar(text: string, expecting?: CarAdKey): CarAdReading {
  const plain = parseCarAd(text);
  if (!expecting || plain.car[expecting] !== undefined) return plain;

  const asked = parseCarAd(`${labelOf[expecting]}: ${text}`);
  const answer = asked.car[expecting] ?? wordAnswer(text, expecting);
  if (answer === undefined) return { car: plain.car, problems: [{ key: expecting, text: text.trim() }] };
  return { car: { ...consistent(plain.car, expecting, asked.car), [expecting]: answer }, problems: [] };
}

/** "45.000" asked for as a price is not the distance it would be elsewhere. */
function consistent(plain: CarAd, expecting: CarAdKey, asked: CarAd): CarAd {
  const entries = Object.entries(plain).filter(([key]) => key !== expecting && Object.hasOwn(asked, key));
  return Object.fromEntries(entries);
}

/** A variant or a city is whatever was answered; "ya" and "tidak" answer whether the price is open to talk. */
function wordAnswer(text: string, expecting: CarAdKey): string | boolean | undefined {
  const answer = text.trim().replace(/\s+/g, " ");
  if (expecting === "variant" && /[\p{L}\p{N}]/u.test(answer) && answer.length <= 40) return answer.toUpperCase();
  if (expecting !== "negotiable") return undefined;
  if (/^(?:ya|iya|iyo|yes|bisa|boleh|ok|oke|y)\b/i.test(answer)) return true;
  return /^(?:tidak|ga|gak|nggak|tdk|no|ora|ndak)\b/i.test(answer) ? false : undefined;
}
