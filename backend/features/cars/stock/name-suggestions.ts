import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";

/** What may be suggested while a brand and a model are typed. */
export type NameSuggestions = { brands: string[]; models: string[] };

/** The brands that sell in Indonesia; a showroom's own names come on top. */
const COMMON_BRANDS =
  "BMW BYD Chery Chevrolet Daihatsu DFSK Ford Honda Hyundai Isuzu Kia Lexus Mazda Mercedes-Benz MG Mini Mitsubishi Nissan Peugeot Subaru Suzuki Toyota Volkswagen Volvo Wuling".split(
    " ",
  );

/** Names of the showroom's own stock, the most frequent first, then the brands of the market. */
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
  return {
    brands: [...new Set([...groups.map(({ brand }) => brand), ...COMMON_BRANDS])],
    models: [...new Set(groups.map(({ model }) => model))],
  };
}
