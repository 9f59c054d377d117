import type { CreditTerms } from "./credit-terms";

/** Usual terms where none are named: five years at 12 % flat a year, insurance and fees included (OLX ads: 8 to 19 %). */
const USUAL_TENOR_MONTHS = 60;
const USUAL_FLAT_RATE_PER_YEAR = 0.12;
const USUAL_DOWN_PAYMENT_SHARE = 0.2;
const MILLION = 1_000_000;

/**
 * About how dear a car may be for a down payment and a monthly instalment, in whole rupiah rounded down to 5 million;
 * null without any of the two. With a down payment alone: the price of which it is the usual share.
 */
export function affordablePrice(slots: CreditTerms): number | null {
  const { downPayment, instalment, tenorMonths = USUAL_TENOR_MONTHS } = slots;
  if (instalment === undefined && !downPayment) return null;
  const financed = instalment === undefined ? null : financedBy(instalment, tenorMonths);
  const price = financed === null ? (downPayment ?? 0) / USUAL_DOWN_PAYMENT_SHARE : (downPayment ?? 0) + financed;
  return Math.floor(price / (5 * MILLION)) * 5 * MILLION || null;
}

/** What such a price rests on, for saying so. */
export function affordableBy({ downPayment = 0, instalment, tenorMonths = USUAL_TENOR_MONTHS }: CreditTerms) {
  return {
    downPayment,
    instalment,
    tenorMonths,
    share: USUAL_DOWN_PAYMENT_SHARE * 100,
    ratePercent: USUAL_FLAT_RATE_PER_YEAR * 100,
  };
}

/** Flat interest: instalment = loan × (1 + rate × years) / months. */
function financedBy(instalment: number, tenorMonths: number): number {
  return (instalment * tenorMonths) / (1 + USUAL_FLAT_RATE_PER_YEAR * (tenorMonths / 12));
}
