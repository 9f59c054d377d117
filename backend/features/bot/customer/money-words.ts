import { normalizeText } from "@/backend/features/language";

/** "no rek?", "transfer kemana", "dimana transfernya": asks where money should go. */
export function asksForAccount(text: string): boolean {
  return /\b(?:no ?rek|norek|rek|rekening|virtual account|qris|account number|bank account)\b|\b(?:transfer|bayar|tf)\w*(?: \p{L}+){0,2} (?:ke mana|di mana|kemana|dimana|siapa|nang endi|teng pundi)\b|\b(?:ke mana|di mana|kemana|dimana|nang endi)(?: \p{L}+)? (?:transfer|bayar|tf)/iu.test(
    normalizeText(text),
  );
}

/** Asks to have the unit kept, beside the question for the account. */
export function asksToBook(text: string): boolean {
  return /\b(?:booking|keep|simpan\w*|tahan\w*|reservasi|ambil|reserve|book)\b/i.test(normalizeText(text));
}

const GOING_TO =
  "(?:siap|mau|bisa|boleh|ada|niat|akan|punya|untuk|buat|pernah|yakin|oke|deal|fix|cocok|katanya|bilang|setuju|pajak|stnk|asuransi|servis)";
const PAID = new RegExp(
  String.raw`\b(?:sudah|udah|wis|wes|sampun|already|barusan)(?: (?!${GOING_TO}\b)\p{L}+){0,3} (?:transfer|tf|dp|bayar|setor|tanda jadi|kirim (?:uang|dp)|paid|transferred)\b(?! (?:orang|belum|berapa|pajak|stnk|asuransi))|\b(?:tadi|kemarin|habis)(?: saya| aku)? (?:transfer|tf|bayar|setor)\b(?! (?:belum|berapa|langsung|pajak|stnk))`,
  "iu",
);
/** "pajak sudah bayar belum?" */
const OF_SOMETHING_ELSE = /\b(?:pajak|stnk|asuransi|servis)\b.*\b(?:bayar|dibayar)\b/iu;
const NOT_YET = /\b(?:kalau|kalo|nek|if|belum|dereng|durung) (?:\p{L}+ ){0,2}(?:sudah|sampun|transfer|bayar|dp|paid)/iu;

/** "udah transfer 2 juta": money has gone out already, so it is no new reservation. */
export function hasPaid(text: string): boolean {
  const plain = normalizeText(text);
  return PAID.test(plain) && !NOT_YET.test(plain) && !OF_SOMETHING_ELSE.test(plain);
}

/** "dp berapa", "uang mukanya brp". */
export function asksDownPayment(text: string): boolean {
  return /\b(?:t?dp|uang ?muka|down ?payment)(?:nya|ne)?\b/i.test(text) && !/\b(?:syarat|bunga|leasing)/i.test(text);
}
