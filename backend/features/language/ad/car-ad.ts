import type { Fuel, PlateParity, Transmission } from "../values";

/** A car as an owner described it. A key that the text does not give is absent. Money is whole rupiah. */
export type CarAd = {
  /** "L 1234 AB". */
  plate?: string;
  brand?: string;
  model?: string;
  /** Upper case, "1.3 G". */
  variant?: string;
  /** Model year (NIK). */
  year?: number;
  /** Year of the first papers, only when it differs from `year`. */
  registrationYear?: number;
  /** Cash price, or the only one given. */
  price?: number;
  priceCredit?: number;
  km?: number;
  transmission?: Transmission;
  fuel?: Fuel;
  /** Base colour, see `colors`. */
  color?: string;
  engineCc?: number;
  /** "2027-05": when the annual tax runs out. */
  taxMonth?: string;
  /** 1 for a car of one owner. */
  owners?: number;
  downPayment?: number;
  instalment?: number;
  tenorMonths?: number;
  negotiable?: boolean;
  plateParity?: PlateParity;
  /** Letters, "L". */
  plateRegion?: string;
  /** Full name in title case. */
  city?: string;
};

export type CarAdKey = keyof CarAd;

/** A part that was labelled as `key` but could not be read; `text` as typed. */
export type CarAdProblem = { key: CarAdKey; text: string };

export type CarAdReading = { car: CarAd; problems: CarAdProblem[] };
