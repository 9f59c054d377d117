import { z } from "zod";
import type { CarAd, CarAdKey, CarAdProblem } from "@/backend/features/language";

/** What is known so far of a car that is being uploaded; the words of an advertisement. */
export const carDraftSchema = z.object({
  plate: z.string().optional(),
  brand: z.string().optional(),
  model: z.string().optional(),
  variant: z.string().optional(),
  year: z.number().optional(),
  registrationYear: z.number().optional(),
  price: z.number().optional(),
  priceCredit: z.number().optional(),
  km: z.number().optional(),
  transmission: z.enum(["manual", "matic"]).optional(),
  fuel: z.enum(["bensin", "diesel", "hybrid", "listrik"]).optional(),
  color: z.string().optional(),
  engineCc: z.number().optional(),
  taxMonth: z.string().optional(),
  owners: z.number().optional(),
  tenorMonths: z.number().optional(),
  features: z.array(z.string()).optional(),
  notes: z.string().optional(),
});

export type CarDraft = z.infer<typeof carDraftSchema>;

export const draftKeySchema = carDraftSchema.keyof();
export type DraftKey = z.infer<typeof draftKeySchema>;

/** Features and notes are free text; the others are read by the language. */
export function isAdKey(key: DraftKey): key is Exclude<DraftKey, "features" | "notes"> {
  return key !== "features" && key !== "notes";
}

/** What a car cannot be published without, in the order it is asked for. The plate may come later (TEMP-001). */
export const REQUIRED_KEYS = ["brand", "model", "year", "price", "km", "transmission", "color"] as const;
export type RequiredKey = (typeof REQUIRED_KEYS)[number];

const DRAFT_KEYS = new Set<string>(draftKeySchema.options);

/** New words win over old ones. */
export function mergeDraft(draft: CarDraft, car: CarAd): CarDraft {
  const known = Object.entries(car).filter(([key, value]) => DRAFT_KEYS.has(key) && value !== undefined);
  return carDraftSchema.parse({ ...draft, ...Object.fromEntries(known) });
}

export function missingKeys(draft: CarDraft): RequiredKey[] {
  return REQUIRED_KEYS.filter((key) => draft[key] === undefined);
}

const QUESTIONS: Record<RequiredKey, string> = {
  brand: "Merek dan modelnya apa? Contoh: Toyota Avanza 1.3 G",
  model: "Modelnya apa? Contoh: Avanza 1.3 G",
  year: "Tahun berapa? Contoh: 2020",
  price: "Harganya berapa? Contoh: 185jt",
  km: "Kilometernya berapa? Contoh: 45rb",
  transmission: "Transmisinya manual atau matic?",
  color: "Warnanya apa?",
};

const LABELS: Partial<Record<CarAdKey, string>> = {
  plate: "Plat",
  brand: "Merek",
  model: "Model",
  variant: "Varian",
  year: "Tahun",
  registrationYear: "Tahun STNK",
  price: "Harga",
  priceCredit: "Harga kredit",
  km: "KM",
  transmission: "Transmisi",
  fuel: "Bahan bakar",
  color: "Warna",
  engineCc: "CC",
  taxMonth: "Pajak",
  owners: "Tangan ke",
};

export function labelOf(key: string): string {
  return Object.entries(LABELS).find(([name]) => name === key)?.[1] ?? key;
}

/** One question, about one thing: what could not be read first, then what is missing. */
export function nextQuestion(draft: CarDraft, problems: CarAdProblem[]): { key: DraftKey; text: string } | null {
  for (const problem of problems) {
    const key = draftKeySchema.options.find((name) => name === problem.key);
    if (!key || draft[key] !== undefined) continue;
    const hint = REQUIRED_KEYS.find((name) => name === key);
    const question = hint ? QUESTIONS[hint] : `Tulis lagi ${labelOf(problem.key).toLowerCase()}nya, atau ketik SKIP.`;
    return { key, text: `${labelOf(problem.key)} "${problem.text}" belum terbaca. ${question}` };
  }
  const [missing] = missingKeys(draft);
  return missing ? { key: missing, text: QUESTIONS[missing] } : null;
}
