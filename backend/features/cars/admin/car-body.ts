import { z } from "@hono/zod-openapi";
import { AppError, ValidationError } from "@/backend/platform/errors";
import { CAR_STATUSES } from "../car-status";
import type { CreateCarInput, EditCarInput } from "../schemas";

const text = z.string("Harus teks");
const number = z.number("Harus angka");

/** What a program sends of a car. The verbs check the values; this says the names and kinds. */
const carFacts = {
  plateNumber: text.nullish().openapi({ example: "L 1234 AB" }),
  brand: text.openapi({ example: "Toyota" }),
  model: text.openapi({ example: "Avanza" }),
  variant: text.optional(),
  year: number.openapi({ example: 2020 }),
  registrationYear: number.nullish(),
  color: text.openapi({ example: "Hitam" }),
  transmission: text.openapi({ example: "Manual" }),
  km: number.openapi({ example: 45_000 }),
  price: number.openapi({ example: 185_000_000, description: "Whole rupiah; 0 = not known yet, drafts only" }),
  priceCredit: number.nullish(),
  creditMinTenor: number.nullish(),
  costPrice: number.nullish().openapi({ description: "For the owner only" }),
  fuelType: text.nullish(),
  engineCc: number.nullish(),
  seats: number.nullish(),
  bodyType: text.nullish(),
  taxMonth: text.nullish(),
  owners: number.nullish(),
  keyFeatures: z.array(text, "Harus daftar teks").optional(),
  conditionNotes: text.optional(),
  description: text.optional(),
  branchId: text.nullish(),
  videoUrl: text.nullish(),
  featured: z.boolean("Harus true atau false").optional(),
};

export const MOST_PHOTOS = 10;

export const newCarBody = z
  .object({
    ...carFacts,
    status: z.enum(["draft", "available"], "Pilih salah satu: draft, available").optional(),
    photos: z
      .array(text)
      .max(MOST_PHOTOS, `Maksimal ${MOST_PHOTOS} foto`)
      .optional()
      .openapi({ description: "Base64 pictures, cover first" }),
  })
  .openapi("NewCar");

export const carChangesBody = z
  .object({ ...carFacts, revision: z.int("Harus angka bulat") })
  .partial()
  .openapi("CarChanges");

export const carStatusBody = z
  .object({ status: z.enum(CAR_STATUSES, `Pilih salah satu: ${CAR_STATUSES.join(", ")}`), soldPrice: number.nullish() })
  .openapi("CarStatusChange");

type Names = {
  plateNumber?: string | null | undefined;
  price?: number | undefined;
  priceCredit?: number | null | undefined;
  creditMinTenor?: number | null | undefined;
  costPrice?: number | null | undefined;
  fuelType?: string | null | undefined;
};

export function toNewCar(body: z.infer<typeof newCarBody>, photoIds: string[]): CreateCarInput {
  const { photos: _, price, ...rest } = body;
  return { ...inOurWords(rest), priceRupiah: price, photoIds, channel: "web" };
}

export function toChanges(body: z.infer<typeof carChangesBody>): EditCarInput["changes"] {
  const { revision: _, ...rest } = body;
  return inOurWords(rest);
}

/** A key that is not sent stays undefined: no change. */
function inOurWords<B extends Names>({
  plateNumber,
  price,
  priceCredit,
  creditMinTenor,
  costPrice,
  fuelType,
  ...same
}: B) {
  return {
    ...same,
    plate: plateNumber,
    priceRupiah: price,
    creditPriceRupiah: priceCredit,
    creditMinTenorMonths: creditMinTenor,
    costPriceRupiah: costPrice,
    fuel: fuelType,
  };
}

const restNames: Record<string, string> = {
  plate: "plateNumber",
  priceRupiah: "price",
  creditPriceRupiah: "priceCredit",
  creditMinTenorMonths: "creditMinTenor",
  costPriceRupiah: "costPrice",
  fuel: "fuelType",
  soldPriceRupiah: "soldPrice",
};

/** A verb's complaint with the fields named as the program sent them. */
export function inRestWords(error: unknown): unknown {
  if (!(error instanceof AppError) || !error.fields) return error;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([path, sentence]) => {
      const field = path.replace(/^changes\./, "");
      return [restNames[field] ?? field, sentence];
    }),
  );
  const options = { userMessage: error.userMessage, fields };
  return error.code === "validation"
    ? new ValidationError(fields, options)
    : new AppError(error.code, error.message, options);
}
