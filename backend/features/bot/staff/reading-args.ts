import { type CarReference, LIST_ORDERS } from "@/backend/features/cars";
import type { StaffArgs } from "@/backend/features/language";
import type { StockFilters } from "../flow";

export function referenceOf(args: StaffArgs): CarReference {
  return {
    displayCode: args.displayCode,
    plate: args.plate,
    stockCode: args.stockCode,
    brand: args.brand,
    model: args.model,
    color: args.color,
    year: args.year ?? args.yearMin,
    transmission: args.transmission,
  };
}

export function filtersOf(args: StaffArgs): StockFilters {
  const { orders = [], priceMin, priceMax, status, year } = args;
  return {
    statuses: status ? [status] : ["available", "booking", "draft"],
    brand: args.brand,
    model: args.model,
    variant: args.variant,
    color: args.color,
    transmission: args.transmission,
    fuel: args.fuel,
    bodyType: args.bodyType,
    seats: args.seats,
    kmMax: args.kmMax,
    plateParity: args.plateParity,
    plateRegion: args.plateRegion,
    yearMin: args.yearMin ?? year,
    yearMax: args.yearMax ?? year,
    priceMinRupiah: priceMin,
    priceMaxRupiah: priceMax,
    without: args.without,
    order: LIST_ORDERS.find((order) => order === orders.find((each) => each !== "thriftiest")),
  };
}
