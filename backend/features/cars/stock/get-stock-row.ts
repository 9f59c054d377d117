import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { carIdSchema } from "../schemas";
import { type StockRow, stockRows } from "./stock-row";

const getStockRowSchema = carIdSchema.pick({ carId: true });

/** One car as in the stock table: its age, views and leads. */
export async function getStockRow(ctx: Ctx, input: { carId: string }): Promise<StockRow> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { carId } = parseInput(getStockRowSchema, input);
  const [row] = await withTenant(ctx, (tx) => stockRows(tx, ctx, { where: { tenantId: ctx.tenant.id, id: carId } }));
  if (!row) throw new NotFoundError("car", { userMessage: "Unit tidak ditemukan." });
  return row;
}
