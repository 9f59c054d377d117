import { normalizePhone } from "@/backend/platform/phone";

export type ChatIdentity = {
  kind: "person" | "group" | "broadcast" | "newsletter";
  /** International digits; null when the id does not contain a phone number. */
  phone: string | null;
};

/**
 * Who a WhatsApp chat id stands for: "6281300000002", "6281300000002:17@s.whatsapp.net", "…@c.us", "…@lid",
 * "…@g.us", "status@broadcast", "…@newsletter". A LID looks like a phone number and is none.
 */
export function readChatIdentity(rawChatId: string): ChatIdentity {
  const [user = "", server = ""] = rawChatId.trim().toLowerCase().split("@", 2);

  if (server === "g.us" || (server === "" && isBareGroupId(user))) return { kind: "group", phone: null };
  if (server === "broadcast") return { kind: "broadcast", phone: null };
  if (server === "newsletter") return { kind: "newsletter", phone: null };
  const carriesPhone = server === "" || server === "s.whatsapp.net" || server === "c.us";
  return { kind: "person", phone: carriesPhone ? readProviderPhone(user) : null };
}

/**
 * Digits as a provider writes them, which are international already: unlike a number typed by a person, "84901234567"
 * is Vietnam and not a local number without its zero.
 */
export function readProviderPhone(text: string): string | null {
  const bare = text.trim().replace(/:\d+$/, "");
  if (!/^\+?[\d\s()-]+$/.test(bare)) return null;
  const digits = bare.replace(/\D/g, "");
  if (digits.startsWith("0")) return normalizePhone(digits);
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : null;
}

/** "6281300000002-1600000000", or more digits than any phone number has ("120363000000000000"). */
function isBareGroupId(user: string): boolean {
  return /^\d{8,15}-\d{9,11}$/.test(user) || /^\d{16,}$/.test(user);
}
