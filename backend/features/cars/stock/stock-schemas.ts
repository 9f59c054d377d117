import { z } from "zod";
import { CAR_STATUSES } from "../car-status";

export const STOCK_SORTS = [
  "newest",
  "oldest",
  "price_asc",
  "price_desc",
  "year_desc",
  "km_asc",
  "name",
  "updated",
] as const;
export type StockSort = (typeof STOCK_SORTS)[number];

const rupiah = z.int().min(0).max(100_000_000_000);

/** What the stock table can be narrowed to; everything stands in its address. */
export const stockFiltersSchema = z.object({
  search: z.string().trim().max(120).optional(),
  status: z.enum(CAR_STATUSES).optional(),
  brand: z.string().trim().max(40).optional(),
  /** "none": cars that belong to no branch. */
  branchId: z.union([z.uuid(), z.literal("none")]).optional(),
  priceMinRupiah: rupiah.optional(),
  priceMaxRupiah: rupiah.optional(),
  yearMin: z.int().optional(),
  yearMax: z.int().optional(),
  featured: z.boolean().optional(),
  /** Sold since the month began in the showroom's time zone. */
  soldThisMonth: z.boolean().optional(),
});
export type StockFilters = z.output<typeof stockFiltersSchema>;

export const listStockSchema = stockFiltersSchema.extend({
  sort: z.enum(STOCK_SORTS).default("newest"),
  page: z.int().min(1).default(1),
  limit: z.int().min(1).max(100).default(25),
});
export type ListStockInput = z.input<typeof listStockSchema>;

/** The most cars one bulk change takes. */
export const MOST_CARS_AT_ONCE = 100;
