import type { CarCriteria } from "../criteria";

/** What the bot knows when a message comes in. */
export type CustomerContext = {
  /** The unit being talked about, "#A01". */
  unit?: string;
  /** The units listed last, in order. */
  listed?: string[];
  /** The question asked last. */
  asked?: "budget" | "name" | "visit_time" | "unit";
};

export const customerIntents = [
  "greeting",
  "stock_search",
  "unit_availability",
  "unit_detail",
  "price",
  "negotiate",
  "credit",
  "trade_in",
  "sell_car",
  "visit",
  "reserve",
  "location",
  "hours",
  "delivery",
  "compare",
  "contact_human",
  "select",
  "affirm",
  "deny",
  "thanks",
  "complaint",
  "opt_out",
  "erase_data",
  "off_topic",
] as const;
export type CustomerIntent = (typeof customerIntents)[number];

export const unitAttributes = [
  "km",
  "tax",
  "papers",
  "ownership",
  "condition",
  "accident_flood",
  "service_history",
  "color",
  "transmission",
  "features",
  "plate_parity",
  "year",
  "engine",
  "fuel",
  "photos",
  "video",
  "keys",
  "seats",
  "warranty",
] as const;
export type UnitAttribute = (typeof unitAttributes)[number];

export type LeadSource = "olx" | "facebook" | "instagram" | "tiktok" | "web" | "youtube";

/** What a customer's message says. A key that the text does not give is absent; money is whole rupiah. */
export type CustomerSlots = CarCriteria & {
  displayCode?: string;
  /** 1-based pick from the units listed last. */
  ordinal?: number;
  /** The price the customer offers. */
  offer?: number;
  /** 0 for "tanpa dp". */
  downPayment?: number;
  downPaymentPercent?: number;
  tenorMonths?: number;
  /** Per month. */
  instalment?: number;
  tradeInBrand?: string;
  tradeInModel?: string;
  tradeInYear?: number;
  /** What is asked about a unit, in order of mention. */
  attributes?: UnitAttribute[];
  /** The words as typed. */
  visitTime?: string;
  /** Full name in title case. */
  city?: string;
  /** Title case, without Pak or Bu. */
  name?: string;
  source?: LeadSource;
};

/**
 * `intents`: one or more, in the order of the text. `confidence` (0 to 1) is that of the least sure of them:
 * 0.95 words that say the intent, or a plain answer to what was asked; 0.9 recognised as no business of ours (jobs, loans,
 * spam, orders to the bot); 0.85 and 0.8 read from the parts (a bare "berapa", a search, an offer, a pick, a closing);
 * 0.7 criteria alone; 0.5 a guess from single words; 0.3 the off_topic that only means that nothing was recognised.
 */
export type CustomerReading = { intents: CustomerIntent[]; slots: CustomerSlots; confidence: number };
