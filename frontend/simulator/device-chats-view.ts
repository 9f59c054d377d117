import type { ChatMessage } from "./chat-view";

/** The chats of a showroom's own phone, the customer who wrote last first, as GET /simulator/api/chats/:device says. */
export type DeviceChatsView = { chats: DeviceChat[] };

export type DeviceChat = {
  /** The customer's, digits from the country code. */
  phone: string;
  /** "" when never said. */
  name: string;
  /** Messages no person of the showroom has looked at. */
  unread: number;
  /** What was said last, by whomever. */
  last: Pick<ChatMessage, "isMine" | "speaker" | "kind" | "text" | "status" | "at">;
  holder: Holder;
  /** The customer's open lead. */
  lead: { status: LeadStatus; score: number } | null;
  /** Who is being asked to take the lead just now. */
  offeredTo: Colleague | null;
};

/** Who of the showroom speaks; "nobody" while the bot is switched off and no person has taken over. */
export type Holder =
  | { type: "bot" }
  | { type: "nobody" }
  | { type: "showroom_phone" }
  | ({ type: "person" } & Colleague);

export type Colleague = { name: string; number: string | null };

export type LeadStatus = "new" | "warm" | "hot" | "cold" | "closed" | "lost";
