import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { okJson } from "@/backend/http/admin-api";

type Registry = OpenAPIHono["openAPIRegistry"];

const photo = z.object({
  url: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  color: z.string().nullable(),
  sources: z.record(z.string(), z.array(z.object({ src: z.string(), width: z.number().int() }))),
});

const card = z
  .object({
    id: z.uuid(),
    displayCode: z.string().openapi({ example: "#A01" }),
    publicName: z.string().openapi({ example: "Avanza 2020 Hitam #A01" }),
    brand: z.string(),
    model: z.string(),
    variant: z.string(),
    year: z.number().int(),
    color: z.string(),
    transmission: z.enum(["Manual", "Matic"]),
    km: z.number().int(),
    price: z.number().int().openapi({ example: 185_000_000 }),
    keyFeatures: z.array(z.string()),
    photos: z.array(photo),
    slug: z.string().openapi({ example: "avanza-2020-hitam-a01" }),
    status: z.enum(["available", "booking"]),
  })
  .openapi("PublicCarCard");

const car = card
  .extend({
    fuelType: z.string().nullable(),
    bodyType: z.string().nullable(),
    engineCc: z.number().int().nullable(),
    seats: z.number().int().nullable(),
    registrationYear: z.number().int().nullable(),
    priceCredit: z.number().int().nullable(),
    taxMonth: z.string().nullable().openapi({ example: "2027-05" }),
    owners: z.number().int().nullable(),
    plateRegion: z.string().nullable(),
    plateParity: z.string().nullable(),
    conditionNotes: z.string(),
    description: z.string(),
    whatsappLink: z.string(),
    similar: z.array(card),
    createdAt: z.iso.datetime(),
  })
  .openapi("PublicCar");

const list = z.object({
  cars: z.array(card),
  pagination: z.object({
    page: z.number().int(),
    limit: z.number().int(),
    total: z.number().int(),
    totalPages: z.number().int(),
  }),
  facets: z.record(z.string(), z.unknown()),
  relaxed: z.array(z.unknown()),
  corrections: z.array(z.unknown()),
});

const wholeNumber = z.coerce.number().int().optional();
const words = z.string().optional();
const query = z.object({
  search: words.openapi({ example: "innova diesel matic 200an" }),
  brand: words,
  model: words,
  year: wholeNumber,
  yearMin: wholeNumber,
  yearMax: wholeNumber,
  minPrice: wholeNumber,
  maxPrice: wholeNumber,
  transmission: words,
  fuel: words,
  bodyType: words,
  color: words,
  sort: z.enum(["newest", "price_asc", "price_desc", "year_desc", "year_asc", "km_asc"]).optional(),
  page: wholeNumber,
  limit: z.coerce.number().int().max(48).optional(),
});

/** The two public addresses, which are served by plain routes. */
export function describePublicCars(registry: Registry): void {
  const common = { method: "get" as const, tags: ["Public catalogue"], security: [] };
  registry.registerPath({
    ...common,
    path: "/api/cars",
    summary: "Cars that are listed, with filters and counts",
    request: { query },
    responses: { 200: okJson(list) },
  });
  registry.registerPath({
    ...common,
    path: "/api/cars/{slug}",
    summary: "One listed car; an old slug redirects to the present one",
    request: { params: z.object({ slug: z.string() }) },
    responses: {
      200: okJson(car),
      301: { description: "The car has another slug now" },
      404: { description: "Not listed" },
    },
  });
}
