import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { toSafeInteger } from "@/backend/platform/money";
import { fullModelOf, publicNameOf } from "../car-name";
import type { CarStatus } from "../car-status";
import { maySeePlate } from "../car-view";
import { readPhotoVariants } from "../photo-variants";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A car in the stock table. */
export type StockRow = {
  id: string;
  plate: string | null;
  displayCode: string;
  stockCode: string;
  publicName: string;
  fullModel: string;
  slug: string;
  year: number;
  color: string;
  transmission: string;
  km: number;
  priceRupiah: number;
  status: CarStatus;
  featured: boolean;
  branchName: string | null;
  /** Whole days since it came in; for a sold car until it was sold. */
  ageDays: number;
  views: number;
  leads: number;
  /** Object key of a small cover picture; null while there is none to show. */
  coverKey: string | null;
  photoCount: number;
  revision: number;
};

type RowQuery = Pick<Prisma.CarFindManyArgs, "where" | "orderBy" | "skip" | "take">;

const rowColumns = {
  id: true,
  plate: true,
  displayCode: true,
  stockCode: true,
  slug: true,
  brand: true,
  model: true,
  variant: true,
  year: true,
  color: true,
  transmission: true,
  kmTotal: true,
  priceRupiah: true,
  status: true,
  featured: true,
  revision: true,
  createdAt: true,
  soldAt: true,
  branch: { select: { name: true } },
  photos: {
    select: { variants: true },
    where: { status: "ready" },
    orderBy: [{ isPrimary: "desc" }, { position: "asc" }, { id: "asc" }],
    take: 1,
  },
  _count: { select: { photos: true, interests: true } },
} satisfies Prisma.CarSelect;
type SelectedRow = Prisma.CarGetPayload<{ select: typeof rowColumns }>;

export async function stockRows(tx: Tx, ctx: Ctx, query: RowQuery): Promise<StockRow[]> {
  const rows = await tx.car.findMany({ ...query, select: rowColumns });
  const views = await viewsOf(
    tx,
    ctx.tenant.id,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toStockRow(row, ctx, views.get(row.id) ?? 0));
}

async function viewsOf(tx: Tx, tenantId: number, carIds: string[]): Promise<Map<string, number>> {
  const sums = await tx.carViewDay.groupBy({
    by: ["carId"],
    where: { tenantId, carId: { in: carIds } },
    _sum: { views: true },
  });
  return new Map(sums.map(({ carId, _sum }) => [carId, _sum.views ?? 0]));
}

function toStockRow(row: SelectedRow, ctx: Ctx, views: number): StockRow {
  const { id, displayCode, stockCode, slug, year, color, transmission, status, featured, revision } = row;
  const until = row.soldAt ?? ctx.clock.now();
  return {
    ...{ id, displayCode, stockCode, slug, year, color, transmission, status, featured, revision, views },
    plate: maySeePlate(ctx.actor) ? row.plate : null,
    publicName: publicNameOf(row),
    fullModel: fullModelOf(row),
    km: row.kmTotal,
    priceRupiah: toSafeInteger(row.priceRupiah),
    branchName: row.branch?.name ?? null,
    ageDays: Math.max(0, Math.floor((until.getTime() - row.createdAt.getTime()) / DAY_MS)),
    leads: row._count.interests,
    coverKey: coverKeyOf(row.photos[0]?.variants),
    photoCount: row._count.photos,
  };
}

function coverKeyOf(variants: unknown): string | null {
  const webp = readPhotoVariants(variants).filter(({ format }) => format === "webp");
  return webp.toSorted((a, b) => a.width - b.width)[0]?.key ?? null;
}
