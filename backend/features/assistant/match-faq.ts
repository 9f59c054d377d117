import { normalizeText } from "@/backend/features/language";
import type { Faq } from "./knowledge";

/** `score` 0–1: how much of what was asked the question covers, rare words counting more. */
export type FaqMatch = { faq: Faq; score: number };

/** Words every question is made of; they tell nothing about what is asked. */
const STOP_WORDS = new Set(
  `apa apakah ada bisa boleh saya kami aku kamu kak pak bu mas mbak bang om gan bos min di ke dari yang dan atau untuk
  dengan itu ini tidak sudah belum saja juga kalau kapan dimana mana siapa bagaimana berapa kah ya ga dong sih deh nih
  mau minta tolong tanya info ingin punya mobil unit beli jual the a is do you can i for of to in how what`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that mean the same in a showroom, by the first of each row. */
const SYNONYMS = new Map(
  [
    ["kredit", "cicil", "cicilan", "angsuran", "leasing", "nyicil", "kreditan", "installment", "credit"],
    ["dp", "uang muka", "muka", "downpayment"],
    ["syarat", "persyaratan", "dokumen", "berkas", "requirement", "documents"],
    ["tukar", "tt", "barter", "tambah"],
    ["garansi", "jaminan", "warranty"],
    ["kirim", "antar", "pengiriman", "ekspedisi", "towing", "luar", "delivery", "ship"],
    ["booking", "tanda", "jadi", "panjer", "deposit", "keep"],
    ["test", "tes", "coba", "drive"],
    ["mekanik", "inspektor", "inspeksi", "montir", "bengkel"],
    ["bayar", "pembayaran", "transfer", "tunai", "cash", "payment"],
    ["balik", "nama", "bbn"],
    ["pajak", "stnk"],
  ].flatMap((row) => row.map((word) => [word, row[0] ?? word] as const)),
);

const LEAST_SCORE = 0.55;

/** The owner's own answer to what was asked, or null when none is plainly about it. */
export function matchFaq(text: string, faqs: readonly Faq[]): FaqMatch | null {
  const asked = keywords(text);
  if (asked.size === 0) return null;
  const known = faqs.map((faq) => ({ faq, words: keywords(faq.question) }));
  const weigh = weightIn(known.map(({ words }) => words));

  let best: FaqMatch | null = null;
  for (const { faq, words } of known) {
    const shared = [...asked].filter((word) => words.has(word));
    if (shared.length === 0) continue;
    const covered = sum(shared, weigh) / sum([...asked], weigh);
    const precise = sum(shared, weigh) / sum([...words], weigh);
    const score = (2 * covered * precise) / (covered + precise);
    if (score >= LEAST_SCORE && score > (best?.score ?? 0)) best = { faq, score };
  }
  return best;
}

function keywords(text: string): Set<string> {
  const words = normalizeText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .split(/\s+/)
    .map((word) => SYNONYMS.get(word) ?? word)
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word));
  return new Set(words);
}

/** Words that stand in many questions tell less; those in none of them are about something else. */
function weightIn(questions: readonly Set<string>[]): (word: string) => number {
  return (word) => {
    const count = questions.filter((words) => words.has(word)).length;
    return count === 0 ? 1 : 1 + Math.log((1 + questions.length) / count);
  };
}

function sum(words: readonly string[], weigh: (word: string) => number): number {
  return words.reduce((total, word) => total + weigh(word), 0);
}
