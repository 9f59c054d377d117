import { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { NotFoundError } from "@/backend/platform/errors";
import { businessHoursSchema, type WeekHours } from "../business-hours";

export type BranchView = {
  id: string;
  name: string;
  address: string;
  city: string;
  mapsUrl: string;
  phone: string;
  /** null: as the showroom. */
  hours: WeekHours | null;
  cars: number;
  people: number;
  devices: number;
};

const WITH_COUNTS = { _count: { select: { cars: true, users: true, devices: true } } } as const;
type BranchRow = Prisma.BranchGetPayload<{ include: typeof WITH_COUNTS }>;

export function findBranchRows(tx: Tx, ctx: Ctx): Promise<BranchRow[]> {
  return tx.branch.findMany({
    where: { tenantId: ctx.tenant.id },
    include: WITH_COUNTS,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** @throws NotFoundError also for what is no id at all. */
export async function getBranchRow(tx: Tx, ctx: Ctx, id: string): Promise<BranchRow> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id } };
  const row = isId ? await tx.branch.findUnique({ where, include: WITH_COUNTS }) : null;
  if (!row) throw new NotFoundError("branch");
  return row;
}

export function toBranchView({ _count, businessHours, tenantId: _, ...row }: BranchRow): BranchView {
  const hours = businessHoursSchema.safeParse(businessHours);
  return {
    ...row,
    hours: hours.success ? hours.data : null,
    cars: _count.cars,
    people: _count.users,
    devices: _count.devices,
  };
}

/** A JSON column's null is not SQL's. */
export function storedHours(hours: WeekHours | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return hours ?? Prisma.DbNull;
}
