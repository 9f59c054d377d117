import type { CarReference } from "@/backend/features/cars";
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
  return {
    statuses: args.status ? [args.status] : ["available", "booking", "draft"],
    brand: args.brand,
    model: args.model,
    color: args.color,
    transmission: args.transmission,
    yearMin: args.yearMin ?? args.year,
    yearMax: args.yearMax ?? args.year,
    priceMinRupiah: args.priceMin,
    priceMaxRupiah: args.priceMax,
  };
}
