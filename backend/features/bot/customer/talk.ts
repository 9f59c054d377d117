import type { Faq, Knowledge, QuestionReason } from "@/backend/features/assistant";
import type { CarCard, Unit } from "@/backend/features/cars";
import type { CustomerReading, ReadWish, SearchOrder } from "@/backend/features/language";
import type { LeadSignal } from "@/backend/features/leads";
import type { TenantProfile } from "@/backend/features/tenants";
import type { Reply } from "@/backend/features/whatsapp";
import type { Phrases } from "./copy/tone";
import type { StockCriteria } from "./criteria";
import type { Memory } from "./memory";
import type { Comparison } from "./stock-wish";
import type { ThriftyCar } from "./thriftiest";

/** Where the customer writes to, and what its owner has told us. */
export type Showroom = { tenant: TenantProfile; siteUrl: string; knowledge: Knowledge };

/** A customer's turn as far as words alone tell. */
export type Understood = {
  /** All texts of the burst, one per line. */
  text: string;
  reading: CustomerReading;
  /** What is ruled out, what there should be most of, and the limits, whatever the message wants. */
  wish: ReadWish;
  memory: Memory;
  /** The city that was known before this turn. */
  cityBefore: string | null;
  /** Kinds of the messages that are no text: image, audio, location … */
  otherKinds: string[];
  /** The branch that is named, or goes on being asked about. */
  branch: Showroom["knowledge"]["branches"][number] | null;
  /** The cars that stand there are asked for. */
  isBranchStock: boolean;
  /** A first name that may be said back. */
  name: string | null;
};

export type ListedUnit = Extract<Unit, { priceRupiah: number }>;

/** Cars for criteria; with `relaxed` they are the nearest ones, and it says in what they differ. */
export type FoundStock = {
  cars: CarCard[];
  total: number;
  relaxed: string[];
  /** What was asked for, in words: "Avanza hitam tahun 2020". */
  wanted: string;
  /** A price limit worked out from down payment and instalment. */
  affordableRupiah: number | null;
  /** What was searched by, kept for "yang matic ada?" after it. */
  criteria: StockCriteria;
  /** What there should be most of; the first car has it. */
  orders: SearchOrder[];
  /** The list before it was made narrower, so the answer says by what. */
  isNarrowed: boolean;
};

/** Cars beside one that is known: the same model in other pieces, else the nearest in kind and, where one is known, price. */
export type OtherCars = {
  kind: "same_model" | "similar" | "same_kind" | Comparison;
  of: string;
  cars: CarCard[];
};

/** What the turn is about. */
export type Subject =
  | { type: "unit"; unit: ListedUnit }
  /** It is gone; what is like it. */
  | { type: "sold"; unit: Unit; alternatives: CarCard[] }
  | { type: "which"; units: ListedUnit[] }
  | { type: "stock"; found: FoundStock; alternatives: CarCard[] }
  | { type: "compared"; units: ListedUnit[] }
  /** All of these are asked about at once. */
  | { type: "both"; units: ListedUnit[] }
  /** None of these was picked, and what is asked can be told of each. */
  | { type: "each"; units: ListedUnit[] }
  | { type: "others"; others: OtherCars }
  /** Which is the thriftiest: those it is stated of. */
  | { type: "thrifty"; cars: ThriftyCar[] }
  | { type: "at_branch"; name: string; cars: CarCard[] }
  | { type: "unknown_code"; code: string }
  | { type: "none" };

export type Talk = { understood: Understood; subject: Subject; showroom: Showroom; say: Phrases; now: Date };

export type SeenSignal = { signal: LeadSignal; detail?: string | undefined };

/** What one intent adds to the answer. */
export type Contribution = {
  parts?: string[];
  /** The question or next step the answer ends with. */
  closing?: string;
  images?: Reply[];
  memory?: Partial<Memory>;
  signals?: SeenSignal[];
  /** A person is wanted now: the lead is offered to sales. */
  handover?: LeadSignal;
  /** Why somebody should look at the conversation. */
  attention?: string;
  /** The question goes to the owner, because the rules have no answer. */
  question?: QuestionReason;
  faq?: Faq;
};

export function isListed(unit: Unit): unit is ListedUnit {
  return unit.status !== "sold";
}
