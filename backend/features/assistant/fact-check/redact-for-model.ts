import { hidePlates } from "@/backend/features/language";

const invisible = /\p{Cf}|[\u{fe00}-\u{fe0f}]|\u{20e3}/gu;
const link =
  /\b(?:https?|ftp):\/\/[^\s<>"']+|\bwww\.[^\s<>"']+|(?<![\w@.])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|info|biz|co|id|io|me|ly|gg|app|xyz|site|online|store|shop|link|click|page|live)(?:\/[^\s<>"']*)?(?![\w.-]*\w)/gi;
const email = /[\w.+-]+ ?@ ?[\w-]+(?:\.[\w-]+)+/g;
const taxNumber = /(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d)/g;
const identityNumber = /(?<![\d.,])\d(?:[ .-]?\d){14,15}(?!\d)/g;
const digit = "[0-9OoIl]";
const phone = new RegExp(
  `(?<![\\w.,])(?:\\(?\\+? ?62\\)?[ .\\-]{0,2}|\\(?[0Oo])(?:${digit}|[ .\\-()]{1,2}(?=${digit})){6,18}${digit}(?!\\w)`,
  "g",
);
const localPhone = /(?<![\w.,])8\d{1,2}[ .-]?\d{3,4}[ .-]?\d{3,5}(?![\w.,]*\d)/g;
const account =
  /\b(rek(?:ening)?|no ?rek(?:ening)?|norek|bca|bri|bni|mandiri|bsi|btn|cimb|virtual account|va)\b([^\d\n]{0,24})(\d(?:[ .-]?\d){5,19})/gi;
const longDigits = /(?<![\d.,])(?!\d{1,3}(?:0{6,9})(?!\d))\d{9,}(?![\d.,]*\d)/g;
const spokenDigit =
  "(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|zero|one|two|three|four|five|six|seven|eight|nine)";
const spokenPhone = new RegExp(`\\b${spokenDigit}(?:[ ,.-]+${spokenDigit}){6,}\\b`, "gi");

/**
 * A text from outside (a customer's words, a name) before it enters a prompt: telephone, identity and account numbers,
 * plates, e-mails and links become "[nomor telepon]", "[nomor identitas]", "[nomor rekening]", "[plat]", "[email]",
 * "[tautan]". Prices, years, kilometres and display codes stay.
 */
export function redactForModel(text: string): string {
  const visible = text
    .replace(invisible, "")
    .replace(/[\uff00-\uff5e\u{1d7ce}-\u{1d7ff}]/gu, (sign) => sign.normalize("NFKC"));
  const redacted = visible
    .replace(email, "[email]")
    .replace(link, "[tautan]")
    .replace(account, (_, label: string, between: string) => `${label}${between}[nomor rekening]`)
    .replace(taxNumber, "[nomor identitas]")
    .replace(identityNumber, (found) => (isListOfThousands(found) ? found : "[nomor identitas]"))
    .replace(phone, (found) => (isTelephone(found) ? "[nomor telepon]" : found))
    .replace(localPhone, "[nomor telepon]")
    .replace(spokenPhone, "[nomor telepon]")
    .replace(longDigits, "[nomor]");
  return hidePlates(redacted, "[plat]");
}

/** "185.000.000 45.000" is money and kilometres. */
function isListOfThousands(found: string): boolean {
  return /^\d{1,3}(?:\.\d{3})+(?: \d{1,3}(?:\.\d{3})*)*$/.test(found.trim()) && !/^\d{16}$/.test(found);
}

/** Between eight and fifteen digits, letters that stand for digits included; "01-02-2027" is a date. */
function isTelephone(found: string): boolean {
  const digits = found.replace(/[^0-9OoIl]/g, "");
  const isDate = /^\(?[0-3]?\d[./ -][01]?\d[./ -](?:20)?\d\d$/.test(found.trim());
  return digits.length >= 8 && digits.length <= 16 && (found.match(/\d/g) ?? []).length >= 5 && !isDate;
}
