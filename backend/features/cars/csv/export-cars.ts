import type { Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { maySeeCost, maySeePlate } from "../car-view";
import { findStockWhere } from "../stock/list-stock";
import { stockFiltersSchema } from "../stock/stock-schemas";
import { SHEET_COLUMNS, type SheetKey } from "./csv-columns";
import { writeSheet } from "./csv-text";

type ExportFilters = Parameters<typeof stockFiltersSchema.parse>[0];
type Cell = string | number | null;
type ExportedCar = Prisma.CarGetPayload<{ include: { branch: true } }>;

/** The stock under these filters as a sheet that can be imported again; without columns the reader may not see. */
export async function exportCars(ctx: Ctx, filters: ExportFilters = {}): Promise<string> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const parsed = parseInput(stockFiltersSchema, filters);
  const columns = SHEET_COLUMNS.filter(({ key }) => maySeeColumn(ctx, key));

  const cars = await withTenant(ctx, async (tx) => {
    const { where } = await findStockWhere(tx, ctx, parsed);
    return tx.car.findMany({ where, include: { branch: true }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  });
  const rows = cars.map((car) => columns.map(({ key }) => cellOf(car, key)));
  return writeSheet([columns.map(({ header }) => header), ...rows]);
}

/** An empty sheet with its headers and one example line, for filling in. */
export function importTemplate(ctx: Ctx): string {
  requireRole(ctx.actor, "owner", "admin");
  const columns = SHEET_COLUMNS.filter(({ key }) => maySeeColumn(ctx, key) && !OUR_OWN.includes(key));
  return writeSheet([columns.map(({ header }) => header), columns.map(({ key }) => EXAMPLE[key] ?? "")]);
}

/** Given by us, so there is nothing to fill in. */
const OUR_OWN: readonly SheetKey[] = ["displayCode", "stockCode", "createdAt", "soldPrice"];

const EXAMPLE: Partial<Record<SheetKey, string>> = {
  plate: "L 1234 AB",
  brand: "Toyota",
  model: "Avanza",
  variant: "1.3 G",
  year: "2020",
  color: "Hitam",
  transmission: "Manual",
  km: "45rb",
  priceRupiah: "185jt",
  fuel: "Bensin",
  taxMonth: "2027-05",
  owners: "1",
  keyFeatures: "Velg racing, Ban baru",
  status: "Draf",
};

function maySeeColumn({ actor }: Ctx, key: SheetKey): boolean {
  if (key === "costPriceRupiah") return maySeeCost(actor);
  return key !== "plate" || maySeePlate(actor);
}

const STATUS_WORDS = { draft: "Draf", available: "Tersedia", booking: "Booking", sold: "Terjual" } as const;

function cellOf(car: ExportedCar, key: SheetKey): Cell {
  switch (key) {
    case "km":
      // A bare number below a thousand would be read as thousands.
      return car.kmTotal < 1_000 ? `${car.kmTotal} km` : car.kmTotal;
    case "priceRupiah":
    case "creditPriceRupiah":
    case "costPriceRupiah":
      return car[key] === null ? null : Number(car[key]);
    case "soldPrice":
      return car.soldPriceRupiah === null ? null : Number(car.soldPriceRupiah);
    case "keyFeatures":
      return car.keyFeatures.join(", ");
    case "featured":
      return car.featured ? "Ya" : "Tidak";
    case "branchName":
      return car.branch?.name ?? null;
    case "branchId":
      return null;
    case "status":
      return STATUS_WORDS[car.status];
    case "createdAt":
      return car.createdAt.toISOString().slice(0, 10);
    default:
      return car[key];
  }
}
