import { normalizeText, readAmount, startScan } from "@/backend/features/language";
import type { AnswerFacts } from "../answer-facts";
import { withPlainNumberWords } from "../text/number-words";
import { readPlainAnswer } from "../text/plain-answer";
import { numberKeys } from "./number-keys";

/** One thing the owner wrote: the numbers of its answer, and the words that say what they are about. */
type Section = { numbers: Set<string>; words: Set<string>; answer: string };

export type OwnerText = {
  /** FAQ answers and knowledge in plain words, one line each. */
  text: string;
  sections: Section[];
};

/** What the owner wrote in FAQs and extra knowledge: it may be repeated, numbers and promises included. */
export function readOwnerText({ faqs, knowledge }: Pick<AnswerFacts, "faqs" | "knowledge">): OwnerText {
  const sections = [
    ...faqs.map(({ question, answer }) => sectionOf(answer, question)),
    ...knowledge
      .split(/\n+|(?<=[.!?])\s+/)
      .filter((line) => line.trim() !== "")
      .map((line) => sectionOf(line, "")),
  ];
  return { text: sections.map(({ answer }) => answer).join("\n"), sections };
}

/** True when the owner wrote one of these numbers about the thing spoken of: a word of the sentence stands there too. */
export function ownerSaysNumber(owner: OwnerText, keys: readonly string[], words: ReadonlySet<string>): boolean {
  return owner.sections.some(
    (section) => keys.some((key) => section.numbers.has(key)) && [...words].some((word) => section.words.has(word)),
  );
}

/** The words that carry meaning, in plain form. */
export function contentWords(text: string): Set<string> {
  const words = normalizeText(text).match(/\p{L}{3,}|\b(?:dp|kk|ac)\b/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word)));
}

const empty = new Set(
  `ada adalah agar akan anda apa apakah atau bagi bahwa baik banyak bapak bisa boleh buat bulan cuma dalam dan dapat dari dengan dulu
   harga hanya hari ibu ini itu jadi jam jika juga juta kak kakak kalau kami kisaran kita lagi langsung lebih mas masih mau mobil mulai
   nanti nya oleh orang pada paling per perlu pun ribu miliar rupiah saat saja sampai sangat saya sebelum sekitar selama semua seperti
   sesuai setiap siap silakan sudah tahun tentu terima kasih tersebut tidak belum untuk unit waktu yaitu yang the and for are with you
   our can from this that have has price car cars unit units hanya minimal maksimal total sekarang`.split(/\s+/),
);

function sectionOf(answer: string, question: string): Section {
  const plain = withPlainNumberWords(readPlainAnswer(answer).text);
  return {
    answer: normalizeText(plain),
    numbers: new Set(numbersIn(plain)),
    words: contentWords(`${question}\n${plain}`),
  };
}

/** Keys of every number in a text, see `numberKeys`. */
export function numbersIn(text: string): string[] {
  const { tokens } = startScan(text);
  const keys: string[] = [];
  for (let index = 0; index < tokens.length; ) {
    const amount = readAmount(tokens, index);
    if (amount) keys.push(...numberKeys(amount));
    index = amount ? Math.max(amount.end, index + 1) : index + 1;
  }
  return keys;
}
