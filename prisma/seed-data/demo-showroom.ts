import type { CreateCarInput } from "@/backend/features/cars";
import type { CustomerIntent } from "@/backend/features/language";
import type { LeadSignal } from "@/backend/features/leads";
import type { BusinessHours } from "@/backend/features/tenants";

/** A showroom of the demo, as plain data. Phone numbers are digits from 62; moments count back from the seed's clock. */
export type DemoShowroom = {
  subdomain: string;
  name: string;
  tagline: string;
  /** "#rrggbb"; white text on `primaryColor` has a contrast of at least 4.5. */
  primaryColor: string;
  secondaryColor: string;
  phone: string;
  email: string;
  address: string;
  city: string;
  mapsUrl: string;
  businessHours: BusinessHours;
  plan: "growth" | "starter";
  deviceNumber: string;
  branches: DemoBranch[];
  users: DemoUser[];
  faqs: { question: string; answer: string }[];
  assistant: DemoAssistant;
  /** In the order they came in; the codes follow from it. */
  cars: DemoCar[];
  leads: DemoLead[];
  searches: DemoSearch[];
};

/** A place besides the showroom's own address. */
export type DemoBranch = { name: string; address: string; city: string; mapsUrl: string; phone: string };

export type DemoUser = {
  name: string;
  email: string;
  whatsappNumber: string;
  role: "owner" | "admin" | "sales";
  permissions: ("upload" | "status" | "price" | "stats")[];
  /** Name of a branch; without it at the showroom's own address. */
  branch?: string;
};

export type DemoAssistant = {
  name: string;
  personality: "friendly" | "professional" | "casual";
  welcomeMessage: string;
};

type Fact<Key extends keyof CreateCarInput> = Pick<CreateCarInput, Key>;

export type DemoCar = {
  /** What the car has to be called; the seed refuses to go on when another code comes out. */
  code: `#${string}`;
  name: Fact<"brand" | "model" | "variant" | "year" | "color">;
  tech: Fact<"transmission" | "fuel" | "engineCc" | "seats" | "km"> & { bodyType: DemoBodyType };
  /** Every plate is invented. */
  papers: Fact<"plate" | "taxMonth" | "owners" | "registrationYear">;
  offer: Fact<"priceRupiah" | "creditPriceRupiah" | "creditMinTenorMonths" | "costPriceRupiah">;
  text: { features: string[]; condition: string; description?: string };
  stay: DemoStay;
  /** Seed of the drawings: wheels and studio. Cars of one body, colour and look share their pictures. */
  look: number;
  branch?: string;
};

export type DemoBodyType = "MPV" | "SUV" | "Hatchback" | "Sedan" | "Pickup" | "Minibus" | "Van";

/** When the car came and where it stands now. */
export type DemoStay = {
  status: "draft" | "available" | "booking" | "sold";
  daysAgo: number;
  /** For a car that was booked or sold meanwhile. */
  changedDaysAgo?: number;
  soldPriceRupiah?: number;
  /** Asked for before the price came down. */
  firstPriceRupiah?: number;
  featured?: boolean;
  /** A draft whose pictures nobody has taken yet. */
  photosToCome?: boolean;
};

export type DemoLead = {
  name: string;
  phone: string;
  source: "web" | "wa" | "direct" | "referral";
  status: "new" | "warm" | "hot" | "cold" | "closed" | "lost";
  /** What score and reasons are made from. */
  signals: LeadSignal[];
  hoursAgo: number;
  carCodes: string[];
  /** E-mail of the person it is assigned to. */
  assignee?: string;
  chat?: DemoChat;
};

/** What was said on WhatsApp, beginning at the lead's moment. */
export type DemoChat = {
  messages: DemoMessage[];
  unread?: number;
  /** Set when the assignee took the conversation over. */
  isTakenOver?: boolean;
};

/** `intent` of a customer's message as the assistant read it; `afterMinutes` since the message before. */
export type DemoMessage =
  | { from: "customer"; text: string; intent: CustomerIntent; afterMinutes?: number }
  | { from: "bot" | "sales"; text: string; afterMinutes?: number };

export type DemoSearch = { terms: string; resultCount: number; channel: "web" | "wa"; hoursAgo: number };
