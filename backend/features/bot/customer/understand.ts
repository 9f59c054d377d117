import {
  type CustomerContext,
  type CustomerIntent,
  type CustomerReading,
  customerIntents,
  normalizeText,
  parseCustomerMessage,
  readRegister,
  readWish,
  unitAttributes,
} from "@/backend/features/language";
import type { Turn } from "@/backend/features/whatsapp";
import { isGuess, PLAIN_FROM_CONTEXT } from "./confidence";
import { creditTermsOf } from "./credit-terms";
import { firstName, readTitle, titleOfProfile } from "./manner";
import type { Memory } from "./memory";
import { ownCarMeant } from "./own-car";
import { isPraise } from "./praise";
import { withOrderMeant, withStockWish } from "./stock-wish";
import type { Understood } from "./talk";
import { visitMeant } from "./visit-meant";

/** Reads a turn with what is known of the conversation. Pure. */
export function understand(turn: Turn, memory: Memory): Understood {
  const text = turn.messages
    .map((message) => message.text)
    .filter(Boolean)
    .join("\n");
  const wish = withOrderMeant(readWish(text), text, memory);
  const read = readWith(text, memory);
  const meant = ownCarMeant(read, text, memory) ?? visitMeant(read, text, memory);
  const reading = resumeWaiting(meant ?? withStockWish(withGuesses(read, text, memory), wish, text, memory), memory);
  const told = reading.slots.name ?? memory.name;
  return {
    text,
    reading,
    wish,
    cityBefore: memory.city,
    memory: {
      ...memory,
      ownCar: speaksOn(reading) ? memory.ownCar : null,
      title: readTitle(text, memory.title ?? titleOfProfile(turn.conversation.name)),
      name: told,
      city: cityOf(reading, text) ?? memory.city,
      register: registerOf(text, memory),
      credit: { ...memory.credit, ...creditTermsOf(reading.slots) },
    },
    branch: null,
    isBranchStock: false,
    otherKinds: turn.messages.map(({ kind }) => kind).filter((kind) => kind !== "text"),
    name: firstName(told, turn.conversation.name),
  };
}

function readWith(text: string, { unit, listed, asked }: Memory): CustomerReading {
  if (!text.trim()) return { intents: [], slots: {}, confidence: 1 };
  const context: CustomerContext = {
    ...(unit && { unit }),
    ...(listed.length > 0 && { listed }),
    ...(asked && { asked }),
  };
  return parseCustomerMessage(text, context);
}

/** What the rules do not know but the talk makes plain: a yes to what was proposed, an introduction. */
function withGuesses(reading: CustomerReading, text: string, { proposed }: Memory): CustomerReading {
  if (!isGuess(reading)) return reading;
  const guess = { intents: ["affirm" as const], confidence: PLAIN_FROM_CONTEXT };
  const name = introducedName(text);
  if (name) return { ...guess, slots: { name } };
  if (isPraise(text)) return { ...guess, intents: ["thanks"], slots: {} };
  const isYes =
    /^\s*(?:ok|oke|okey|okay|ya|iya|yup|boleh|siap|gas|gass|lanjut|sip|monggo|nggih|yes|sure|please)\b/i.test(text);
  const isShort = text.trim().split(/\s+/).length <= LONGEST_YES_WORDS;
  return proposed && isYes && isShort ? { ...guess, slots: {} } : reading;
}

/** "saya Budi", "nama saya bu Ratna": nothing else is said. */
function introducedName(text: string): string | null {
  const said =
    /^\W*(?:(?:halo|hai|hi|hello)\W+)?(?:nama (?:saya|aku)|namaku|saya|aku|dengan|ini|my name is|i am|i'm)\s+(?:(?:pak|bu|mas|mbak)\s+)?(\p{L}{3,14})\W*$/iu;
  const word = said.exec(text)?.[1] ?? "";
  return word && normalizeText(word) === word.toLowerCase() && !NOT_NAMES.has(word.toLowerCase()) ? word : null;
}

const LONGEST_YES_WORDS = 3;

const NOT_NAMES = new Set(
  "mau cari minat tertarik beli butuh ingin lagi sudah tidak belum dari yang juga pikir bingung masih tanya jual siapa apa berapa orang mobil serius fine good okay interested looking".split(
    " ",
  ),
);

/** "Which unit?" is answered: what was asked before is asked of that unit now. */
function resumeWaiting(reading: CustomerReading, { waiting }: Memory): CustomerReading {
  const isPick = reading.intents.every((intent) => intent === "select" || intent === "affirm");
  if (!waiting || !isPick || reading.intents.length === 0) return reading;
  const intents = customerIntents.filter((intent) => waiting.intents.includes(intent));
  const attributes = unitAttributes.filter((attribute) => waiting.attributes.includes(attribute));
  return {
    ...reading,
    intents: ["select", ...intents],
    slots: {
      ...reading.slots,
      ...(attributes.length > 0 && { attributes }),
      ...(waiting.offer !== undefined && { offer: waiting.offer }),
    },
  };
}

/** Courtesies and answers leave the customer's own car the thing talked about; another wish does not. */
function speaksOn({ intents }: CustomerReading): boolean {
  return intents.every((intent) => STAYS_ON.has(intent));
}

const STAYS_ON = new Set<CustomerIntent>([
  ...(["sell_car", "trade_in", "thanks", "affirm", "deny", "greeting", "off_topic", "location", "hours"] as const),
  ...(["visit", "contact_human"] as const),
]);

/** Of the customer or of the delivery; a city asked about may be the showroom's. */
function cityOf({ intents, slots }: CustomerReading, text: string): string | undefined {
  const isOwn = /\b(?:saya|sy|aku|kami|kita|domisili|tinggal|posisi|dari|dr|asal|orang|from|i'm|i am|live)\b/i.test(
    text,
  );
  return isOwn || intents.includes("delivery") ? slots.city : undefined;
}

/** A "1" or "ok" says nothing about the language somebody writes in. */
function registerOf(text: string, memory: Memory): Memory["register"] {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const isShort = memory.turns > 0 && words.length < 4;
  return isShort || words.length === 0 ? memory.register : readRegister(text);
}
