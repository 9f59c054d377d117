import { parseStaffMessage, type StaffCommand } from "@/backend/features/language";

/** "2", "no 2", "yang kedua", "nomor 3" → 0-based position in a list of `count`; null when it picks nothing. */
export function readChoice(text: string, count: number): number | null {
  const words = text.toLowerCase().trim();
  const digits = /^(?:no(?:mor)?\.?|yg|yang|pilih|#)?\s*(\d{1,2})\s*[.)!]*$/.exec(words)?.[1];
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(words));
  const index = digits ? Number(digits) - 1 : /\bterakhir\b/.test(words) ? count - 1 : ordinal;
  return index >= 0 && index < count ? index : null;
}

const ORDINALS = [
  /\b(pertama|ke-?1|satu)\b/,
  /\b(kedua|ke-?2|dua)\b/,
  /\b(ketiga|ke-?3|tiga)\b/,
  /\b(keempat|ke-?4)\b/,
  /\b(kelima|ke-?5)\b/,
];

/** Says yes to a question that only a yes answers: "YA", "gas bos"; a number is none. */
export function wantsYes(text: string): boolean {
  return !/^\s*\d/.test(text) && answerOf(text) === "confirm";
}

export function wantsNo(text: string): boolean {
  const answer = answerOf(text);
  return !/^\s*\d/.test(text) && (answer === "deny" || answer === "cancel");
}

function answerOf(text: string): StaffCommand {
  return parseStaffMessage(text, { flow: "status_confirm" }).command;
}
