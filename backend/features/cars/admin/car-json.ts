import { z } from "@hono/zod-openapi";
import { CAR_STATUSES } from "../car-status";
import type { CarView } from "../car-view";

const photoJson = z.object({
  id: z.uuid(),
  position: z.int(),
  isPrimary: z.boolean(),
  status: z.enum(["pending", "ready", "failed"]),
  width: z.int().nullable(),
  height: z.int().nullable(),
  variants: z.array(z.object({ format: z.string(), width: z.int(), height: z.int(), url: z.string() })),
});

const moment = z.iso.datetime();

/** A car as its showroom sees it in JSON; amounts in whole rupiah. */
export const carJsonSchema = z
  .object({
    id: z.uuid(),
    plateNumber: z.string().nullable().openapi({ description: "null for sales people who may not see it" }),
    stockCode: z.string().openapi({ example: "STK-001" }),
    displayCode: z.string().openapi({ example: "#A01" }),
    publicName: z.string(),
    slug: z.string(),
    brand: z.string(),
    model: z.string(),
    variant: z.string(),
    year: z.int(),
    registrationYear: z.int().nullable(),
    color: z.string(),
    transmission: z.string(),
    km: z.int(),
    price: z.int().openapi({ description: "0 while a draft has none" }),
    priceCredit: z.int().nullable(),
    creditMinTenor: z.int().nullable().openapi({ description: "Months" }),
    costPrice: z.int().nullable().openapi({ description: "For the owner only" }),
    fuelType: z.string().nullable(),
    engineCc: z.int().nullable(),
    seats: z.int().nullable(),
    bodyType: z.string().nullable(),
    taxMonth: z.string().nullable().openapi({ example: "2027-05" }),
    owners: z.int().nullable(),
    plateParity: z.string().nullable(),
    plateRegion: z.string().nullable(),
    keyFeatures: z.array(z.string()),
    conditionNotes: z.string(),
    description: z.string(),
    status: z.enum(CAR_STATUSES),
    publishedAt: moment.nullable(),
    soldAt: moment.nullable(),
    soldPrice: z.int().nullable(),
    branchId: z.uuid().nullable(),
    videoUrl: z.string().nullable(),
    featured: z.boolean(),
    revision: z.int().openapi({ description: "Send it back with a change (If-Match or `revision`)" }),
    photos: z.array(photoJson),
    createdAt: moment,
    updatedAt: moment,
  })
  .openapi("Car");
export type CarJson = z.infer<typeof carJsonSchema>;

export function toCarJson(car: CarView): CarJson {
  const { plate, priceRupiah, creditPriceRupiah, creditMinTenorMonths, costPriceRupiah, fuel, soldPriceRupiah } = car;
  const { fullModel: _, publishedAt, soldAt, createdAt, updatedAt, photos, ...same } = car;
  return carJsonSchema.parse({
    ...same,
    plateNumber: plate,
    price: priceRupiah,
    priceCredit: creditPriceRupiah,
    creditMinTenor: creditMinTenorMonths,
    costPrice: costPriceRupiah,
    fuelType: fuel,
    soldPrice: soldPriceRupiah,
    publishedAt: publishedAt?.toISOString() ?? null,
    soldAt: soldAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    photos: photos.map(({ variants, ...photo }) => ({
      ...photo,
      variants: variants.map(({ key, ...variant }) => ({ ...variant, url: `/media/${key}` })),
    })),
  });
}
