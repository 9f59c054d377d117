import { normalizeText } from "@/backend/features/language";

const PRAISE =
  /\b(?:bagus|bagus-bagus|keren|mantap|mantul|cakep|kece|istimewa|ganteng|cantik|apik|ciamik|oke punya|kinclong|top|nice|great|beautiful|cool)\b/i;
const ASKS =
  /[?]|\b(?:apa|mana|berapa|kapan|siapa|bagaimana|kenapa|ada|bisa|boleh|minta|tolong|mau|cari|tapi|tetapi|tidak|kurang|paling|lebih|yang|kalau|harga|masih|sudah|which|how|what|can|but|not)\b/i;
const MOST_WORDS = 8;

/** "mobil bapak bagus bgt": said to be kind, nothing is asked. */
export function isPraise(text: string): boolean {
  const plain = normalizeText(text);
  return PRAISE.test(plain) && !ASKS.test(plain) && plain.split(" ").length <= MOST_WORDS;
}
