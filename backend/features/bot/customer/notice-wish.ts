import { normalizeText } from "@/backend/features/language";
import type { Memory } from "./memory";

const TELL =
  /\b(?:(?:di|ng)?kabar(?:i|in|kan|no|ono)|infoin|infokan|informasikan|diinfo\p{L}*|beri ?tahu\p{L}*|(?:kasih|kasi) (?:tahu|kabar|informasi)|kabar-kabar\p{L}*|bilangin|let me know|notify|tell me|ping me)\b/iu;
/** "nanti saya kabari": the customer will tell us. */
const TOLD_BY_CUSTOMER =
  /\b(?:saya|aku|gw|gue|gua|tak|kita|kami|i'll|i will)(?: (?:akan|yang|bakal))? (?:ng)?(?:kabar|info|beri|kasih|let)/i;
const CONDITION = /\b(?:kalau|kalo|klo|kl|begitu|pas|jika|bila|misal\p{L}*|nek|lek|menawi|if|when|once)\b/iu;
const EVENT =
  /\b(?:ada|onok|ono|enek|wonten|masuk|mlebu|mlebet|batal|cancel|ready|restock|dapat|turun|diskon|promo|tersedia|available|kosong|nganggur|lepas|gak? jadi|tidak jadi|datang|dateng|comes?|arrives?|drops?|free)\b(?! apa-apa)/i;

/** "kalo batal kabarin ya", "kabari kalo ada yg masuk": wants to hear of it, and reserves nothing. */
export function asksToBeTold(text: string, { proposed }: Pick<Memory, "proposed">): boolean {
  const plain = normalizeText(text);
  if (!TELL.test(plain) && !TELL.test(text)) return false;
  if (TOLD_BY_CUSTOMER.test(plain)) return false;
  return proposed === "notify" || (CONDITION.test(plain) && EVENT.test(plain));
}

/** What is said beside the wish to be told: "besok saya ke sana, kalau batal kabarin" → "besok saya ke sana". */
export function besideTheWish(text: string): string {
  return text
    .split(/[.,;!?\n]+|(?=\b(?:kalau|kalo|klo|nek|lek|jika|bila|if|when)\b)/i)
    .filter((part) => !CONDITION.test(normalizeText(part)) && !TELL.test(normalizeText(part)) && !TELL.test(part))
    .join(". ")
    .trim();
}

/** Of a price or a reservation somebody can only be told for one unit. */
export function isAboutThisUnit(text: string): boolean {
  return /\b(?:turun|diskon|promo|batal|cancel|tidak jadi|drops?)\b/i.test(normalizeText(text));
}
