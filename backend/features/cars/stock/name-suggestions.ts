import { carNames } from "@/backend/features/language";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";

/** What may be suggested while a brand and a model are typed. */
export type NameSuggestions = { brands: string[]; models: string[] };

/** Names of the showroom's own stock, the most frequent first, then those of the market. */
export async function nameSuggestions(ctx: Ctx): Promise<NameSuggestions> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const groups = await withTenant(ctx, (tx) =>
    tx.car.groupBy({
      by: ["brand", "model"],
      where: { tenantId: ctx.tenant.id },
      _count: { id: true },
      orderBy: { _count: { id: "desc" } },
      take: 300,
    }),
  );
  const known = carNames();
  return {
    brands: [...new Set([...groups.map(({ brand }) => brand), ...known.map(({ brand }) => brand)])],
    models: [...new Set([...groups.map(({ model }) => model), ...known.flatMap(({ models }) => models)])],
  };
}
