import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { publicNameOf } from "../car-name";
import { whyCannotChangeStatus } from "../car-status";
import { type CarRow, carsById } from "../car-store";
import { whyCannotShow } from "../set-car-status";
import { type BulkAction, type BulkPlanInput, bulkPlanSchema } from "./bulk-schemas";

export type BulkCar = { id: string; publicName: string; stockCode: string; priceRupiah: number };
export type BulkRefusal = BulkCar & { reason: string };

/** What a bulk change would do, before it is done. */
export type BulkPlan = { willChange: BulkCar[]; unchanged: BulkCar[]; refused: BulkRefusal[] };

/** Which of the cars would change, which are like that already and which may not, with the reason. Changes nothing. */
export async function planBulkChange(ctx: Ctx, input: BulkPlanInput): Promise<BulkPlan> {
  requireRole(ctx.actor, "owner", "admin");
  const { carIds, action } = parseInput(bulkPlanSchema, input);
  return withTenant(ctx, async (tx) => planFor(await loadChosen(tx, ctx.tenant.id, carIds), action));
}

/** All of them or none: an id of another showroom is not found. */
async function loadChosen(tx: Tx, tenantId: number, carIds: readonly string[]): Promise<CarRow[]> {
  return requireAll(await carsById(tx, tenantId, [...new Set(carIds)]), carIds);
}

export function requireAll(cars: CarRow[], carIds: readonly string[]): CarRow[] {
  if (cars.length === new Set(carIds).size) return cars;
  throw new NotFoundError("car", { userMessage: "Sebagian unit tidak ditemukan. Muat ulang daftar stok." });
}

export function planFor(cars: CarRow[], action: BulkAction): BulkPlan {
  const plan: BulkPlan = { willChange: [], unchanged: [], refused: [] };
  for (const car of cars) {
    const reason = whyRefused(car, action);
    if (isAlreadySo(car, action)) plan.unchanged.push(toBulkCar(car));
    else if (reason) plan.refused.push({ ...toBulkCar(car), reason });
    else plan.willChange.push(toBulkCar(car));
  }
  return plan;
}

function isAlreadySo(car: CarRow, action: BulkAction): boolean {
  if (action.type === "status") return car.status === action.status;
  return action.type === "featured" ? car.featured === action.featured : car.branchId === action.branchId;
}

/** A draft may go straight online in bulk, as with "Terbitkan". */
function whyRefused(car: CarRow, action: BulkAction): string | null {
  if (action.type !== "status") return null;
  const refusal = whyCannotChangeStatus(car.status, action.status);
  return refusal ?? (action.status === "available" ? whyCannotShow(car) : null);
}

function toBulkCar(car: CarRow): BulkCar {
  const { id, stockCode } = car;
  return { id, stockCode, publicName: publicNameOf(car), priceRupiah: Number(car.priceRupiah) };
}
