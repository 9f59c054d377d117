import type { Ctx } from "@/backend/platform/ctx";
import type { Persona } from "./persona";

/** A picture that came in: stored privately and found to be one. */
export type ReceivedPhoto = { originalKey: string; sha256: string; width: number; height: number };

export type TurnMessage = {
  id: string;
  /** text, image, video, audio, document, sticker, contact, location, unknown */
  kind: string;
  text: string;
  /** The provider's time of sending; null when it gave none. */
  sentAt: Date | null;
};

/** What a conversation says before it is answered: one command of staff, an album, or a customer's burst. */
export type Turn = {
  conversation: {
    id: string;
    persona: Persona;
    /** null when the gateway gives only an opaque id. */
    phone: string | null;
    name: string;
    deviceId: string;
    deviceNumber: string;
  };
  messages: TurnMessage[];
  photos: ReceivedPhoto[];
  /** One sentence per picture that could not be taken. */
  photoRefusals: string[];
};

export type Reply = {
  text: string;
  /** Public object key of a picture; the text is then its caption. */
  imageKey?: string;
};

export type TurnAnswer = {
  replies: Reply[];
  intent?: string | undefined;
  confidence?: number | undefined;
  entities?: Record<string, unknown> | undefined;
  /** What the answer was made of, for the record: decision, reasons, cars … */
  facts?: Record<string, unknown> | undefined;
  /** The language model that was asked, "provider:model"; none when templates answered alone. */
  model?: string | undefined;
  promptVersion?: string | undefined;
  /** Why a person should look at the conversation: complaint, unknown_question, voice_note … */
  attention?: string | undefined;
  /** The messages held a secret (a PIN): their text is not kept. */
  isSecret?: boolean | undefined;
};

/**
 * Answers a turn in two halves. The first looks and thinks (stock, models) with no transaction in hand. What it returns
 * is called with `ctx` joined to the transaction that stores the answer: whatever the verbs change and what is said
 * about it are one. `ctx` is the sender's: staff as their user, customers by phone.
 */
export type Responder = (ctx: Ctx, turn: Turn) => Promise<(ctx: Ctx) => Promise<TurnAnswer>>;

/** Tells the person who has the conversation what the customer wrote, in the transaction that marks it as done. */
export type Relay = (ctx: Ctx, turn: Turn) => Promise<void>;
