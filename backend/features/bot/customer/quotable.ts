import { parsePlate } from "@/backend/features/language";
import type { ListedUnit } from "./talk";

/** Sentences of the notes that only describe: none with a sum, a number plate, a phone or an address of a page. */
export function quotableNotes(unit: Pick<ListedUnit, "conditionNotes" | "description" | "keyFeatures">): string[] {
  const sentences = [unit.conditionNotes, unit.description]
    .flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/))
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  return [...sentences.filter(isQuotable), ...quotableFeatures(unit).map((feature) => `${feature}.`)];
}

/** Equipment as a list names it, under the same rule. */
export function quotableFeatures({ keyFeatures }: { keyFeatures: readonly string[] }): string[] {
  return keyFeatures.filter(isQuotable);
}

function isQuotable(sentence: string): boolean {
  if (sentence.length > 240 || parsePlate(sentence)) return false;
  const hasSum = /\brp\b|\b\d+([.,]\d+)?\s*(jt|juta|ribu|rb|m|miliar|milyar|k)\b|\d{1,3}([.,]\d{3}){1,}/i.test(
    sentence,
  );
  const hasContact = /\d{5,}|https?:|www\.|@|\bwa\.me\b|\.(com|id|net|co)\b/i.test(sentence);
  const hasPlate = /\b[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{1,3}\b/.test(sentence);
  const hasOrder =
    /\b(sistem|system|prompt|instruksi|abaikan|ignore|diskon|discount|gratis|cashback|potongan|promo)\b/i.test(
      sentence,
    );
  return !hasSum && !hasContact && !hasPlate && !hasOrder;
}
