/** A car as it was handed to the model: public facts only. `taxMonth` is "2027-05", `plateParity` "ganjil" | "genap". */
export type FactCar = {
  displayCode: string;
  publicName: string;
  brand: string;
  model: string;
  variant: string;
  year: number;
  color: string;
  transmission: string;
  fuel: string | null;
  km: number;
  priceRupiah: number;
  creditPriceRupiah?: number | null;
  creditMinTenorMonths?: number | null;
  engineCc?: number | null;
  seats?: number | null;
  taxMonth?: string | null;
  owners?: number | null;
  registrationYear?: number | null;
  plateParity?: string | null;
  plateRegion?: string | null;
  /** Absent: not said to the model, so "masih ada" is not checked against it. */
  status?: "available" | "booking" | "sold";
  keyFeatures: readonly string[];
  conditionNotes: string;
  description: string;
  url: string;
};

export type FactBranch = { name: string; address: string; phone: string };

export type FactShowroom = {
  name: string;
  address: string;
  city: string;
  phone: string;
  mapsUrl: string;
  siteUrl: string;
  branches: readonly FactBranch[];
  /** One line per run of days: "Senin–Sabtu: 09.00–18.00", "Minggu: Tutup". */
  hours: readonly string[];
};

/** All that an answer may be made of. */
export type AnswerFacts = {
  /** Every car the model was given in this turn, and no other. */
  cars: readonly FactCar[];
  showroom: FactShowroom;
  faqs: readonly { question: string; answer: string }[];
  /** The owner's extra knowledge. */
  knowledge: string;
  /** What the customer wrote in this turn: may be repeated, never makes a fact. */
  customerText: string;
  /** Sentences of the system prompt: never to be seen. */
  secrets: readonly string[];
};

export type FactViolationKind =
  | "price"
  | "number"
  | "code"
  | "year"
  | "km"
  | "phone"
  | "address"
  | "link"
  | "hours"
  | "promise"
  | "payment"
  | "car"
  | "car_fact"
  | "availability"
  | "plate"
  | "internal"
  | "prompt_leak"
  | "suspicious";

/** Why an answer may not be sent; `text` is the place in it, for the log. */
export type FactViolation = { kind: FactViolationKind; text: string };
