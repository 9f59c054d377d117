import type { KnownCar } from "../facts/known-cars";
import { rupiahOf } from "../facts/number-keys";
import { clauseAt } from "../text/answer-reading";
import type { Check, Claim } from "./marks";
import type { FoundNumber } from "./number-claims";

/** The claim a sum makes about a car's price; null when the owner's own words account for it. */
export function moneyClaim(check: Check, found: FoundNumber): Claim | null {
  const { label, limit, isOwners, isCustomers, sentence } = found;
  const namesCar = check.marks.some(
    (mark) => mark.type === "identity" && mark.start >= sentence.start && mark.start < sentence.end,
  );
  const isPriceSaid = label === "price" || label === "cash" || label === "credit";
  if (isOwners && !(isPriceSaid && namesCar)) return null;
  if (label === "down_payment" || label === "fee") return claim(found, "fee", () => false);

  const sums = sumsOf(found);
  if (limit !== null) return isCustomers ? limitClaim(found, sums, limit) : claim(found, "limit", () => false);
  const clause = clauseAt(sentence, found.amount.start).text;
  if (/\b(?:selisih\w*|beda\w*|lebih (?:murah|mahal)|cheaper|more expensive|difference)\b/.test(clause))
    return differenceClaim(check, found, sums);

  const extreme = extremeOf(clause);
  return claim(found, label === "credit" ? "credit" : "price", ({ car }, among) => {
    if (label === "credit") return sums.includes(car.creditPriceRupiah ?? -1);
    if (
      extreme !== null &&
      car.priceRupiah !== extremePrice(extreme.of === "all" && among.length === 1 ? check.cars : among, extreme.end)
    )
      return false;
    return sums.includes(car.priceRupiah);
  });
}

/** "harga 185" is 185 million; a sum that says its unit is what it says. */
function sumsOf({ amount }: FoundNumber): number[] {
  const said = rupiahOf(amount);
  if (amount.unit !== null && said !== null) return [said];
  const isBare = amount.grouped >= 20 && amount.grouped < 1_000 && amount.unit === null;
  return isBare ? [amount.grouped * 1_000_000] : said === null ? [amount.grouped] : [said];
}

function limitClaim(found: FoundNumber, [limitRupiah = 0]: number[], limit: "most" | "least"): Claim {
  return claim(found, "limit", ({ car }) =>
    limit === "most" ? car.priceRupiah <= limitRupiah : car.priceRupiah >= limitRupiah,
  );
}

/** "selisih 5 juta": between the two cars of the sentence or of the answer. */
function differenceClaim({ marks, cars }: Check, found: FoundNumber, sums: number[]): Claim {
  const { start, end } = found.sentence;
  const inSentence = marks.filter(
    (mark) => mark.type === "identity" && mark.isExact && mark.start >= start && mark.start < end,
  );
  const named = (inSentence.length > 1 ? inSentence : marks).flatMap((mark) =>
    mark.type === "identity" && mark.isExact ? mark.cars : [],
  );
  const [first, second] = named.length > 1 ? [...new Set(named)] : cars.length === 2 ? cars : [];
  const clause = found.sentence.text;
  const direction = /\b(?:lebih murah|cheaper)\b/.test(clause)
    ? 1
    : /\b(?:lebih mahal|more expensive)\b/.test(clause)
      ? -1
      : 0;
  const difference = first && second ? second.car.priceRupiah - first.car.priceRupiah : Number.NaN;
  const isTrue = sums.some((sum) =>
    direction === 0 ? Math.abs(difference) === sum : inSentence.length > 1 && difference * direction === sum,
  );
  return claim(found, "difference", () => isTrue);
}

/** "mulai 180 juta" is of the cars named, "termurah" of all. */
function extremeOf(clause: string): { end: "least" | "most"; of: "named" | "all" } | null {
  if (/\b(?:termurah|paling (?:murah|rendah|terjangkau)|cheapest|lowest)\b/.test(clause))
    return { end: "least", of: "all" };
  if (/\b(?:termahal|paling mahal|most expensive|highest)\b/.test(clause)) return { end: "most", of: "all" };
  return /\b(?:mulai|start(?:s|ing)?|from)\b/.test(clause) ? { end: "least", of: "named" } : null;
}

function extremePrice(among: readonly KnownCar[], extreme: "least" | "most"): number {
  const prices = among.map(({ car }) => car.priceRupiah);
  return extreme === "least" ? Math.min(...prices) : Math.max(...prices);
}

function claim(found: FoundNumber, slot: string, holds: Claim["holds"]): Claim {
  return { type: "claim", kind: "price", slot, text: found.text, start: found.amount.start, holds };
}
