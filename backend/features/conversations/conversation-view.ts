import { SHOWROOM_PHONE } from "@/backend/features/whatsapp";
import type { InboxRow } from "./conversation-store";
import { customerName } from "./customer-label";
import { messageLine } from "./message-line";

/** Who answers now. "off": nobody, the bot is switched off. */
export type Speaker =
  | { type: "bot" }
  | { type: "off" }
  | { type: "phone" }
  | { type: "person"; userId: string; name: string };

export type ConversationSummary = {
  id: string;
  /** The customer's name, else the number. */
  name: string;
  /** Digits from 62; null when the gateway gives only an opaque id. */
  phone: string | null;
  deviceNumber: string;
  unread: number;
  lastMessageAt: Date;
  /** In one line; null for an empty chat. */
  lastMessage: { from: "customer" | "bot" | "sales" | "phone" | "system"; line: string; status: string } | null;
  speaker: Speaker;
  /** Why somebody should look: "complaint", "unknown_question" …; null when nothing waits. */
  attention: string | null;
  isOptedOut: boolean;
  /** The open lead of that phone; null when there is none. `id` is null for a colleague's. */
  lead: { id: string | null; status: string; score: number; assignee: string | null } | null;
};

export function toSummary(row: InboxRow): ConversationSummary {
  return {
    id: row.id,
    name: customerName({ name: row.lead?.name || row.name, phone: row.phone }),
    phone: row.phone,
    deviceNumber: row.device_number,
    unread: row.unread,
    lastMessageAt: row.last_message_at,
    lastMessage: row.last_message && {
      from: senderOf(row.last_message.sender),
      line: messageLine(row.last_message).replace(/\s+/g, " ").slice(0, 120),
      status: row.last_message.status,
    },
    speaker: speakerOf(row),
    attention: row.attention,
    isOptedOut: row.opted_out_at !== null,
    lead: row.lead && {
      id: row.lead.isVisible ? row.lead.id : null,
      status: row.lead.status,
      score: row.lead.score,
      assignee: row.lead.assignee,
    },
  };
}

export type MessageFrom = "customer" | "bot" | "sales" | "phone" | "system";

export function senderOf(sender: string): MessageFrom {
  if (sender === "owner_phone") return "phone";
  return sender === "customer" || sender === "bot" || sender === "sales" ? sender : "system";
}

function speakerOf({ taken_over_by: holder, holder_name: name, bot_enabled: botEnabled }: InboxRow): Speaker {
  if (holder === SHOWROOM_PHONE) return { type: "phone" };
  if (holder) return { type: "person", userId: holder, name: name ?? "Rekan" };
  return { type: botEnabled ? "bot" : "off" };
}
