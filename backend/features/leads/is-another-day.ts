import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";

/** Whether an instant was on another day than now, by the showroom's own calendar. */
export async function isAnotherDay(tx: Tx, ctx: Ctx, instant: string): Promise<boolean> {
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: { timezone: true } });
  const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: tenant.timezone, dateStyle: "short" });
  return calendar.format(new Date(instant)) !== calendar.format(ctx.clock.now());
}
