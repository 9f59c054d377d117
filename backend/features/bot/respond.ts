import { loadKnowledge } from "@/backend/features/assistant";
import { type PublicOrigin, type TenantDirectory, tenantOrigin } from "@/backend/features/tenants";
import type { Responder } from "@/backend/features/whatsapp";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { type CustomerDeps, thinkForCustomer } from "./customer/answer-customer";
import { thinkForTryout } from "./customer/try-out";
import type { Facts } from "./flow";
import { answerStaff, judgePinOf } from "./staff/answer-staff";

export type BotDeps = CustomerDeps & { directory: TenantDirectory; origin: PublicOrigin };

/** The bot: staff get their console, customers their assistant. */
export function createResponder({ directory, origin, ...deps }: BotDeps): Responder {
  return async (ctx, turn) => {
    const tenant = await directory.byId(ctx.tenant.id);
    if (!tenant) throw new NotFoundError("tenant");
    const siteUrl = tenantOrigin(tenant, origin);
    if (turn.conversation.persona === "customer") return thinkForCustomer(deps, ctx, turn, { tenant, siteUrl });
    if (turn.conversation.persona === "tryout") return thinkForTryout(deps, ctx, turn, { tenant, siteUrl });

    const staffName = ctx.actor.type === "user" ? ctx.actor.name : "";
    const { staffCommands: hasCommands } = (await loadKnowledge(ctx)).settings;
    const facts: Facts = { now: ctx.clock.now(), showroomName: tenant.name, siteUrl, staffName, hasCommands };
    const verdict = await judgePinOf(ctx, turn);
    return (joinedCtx) => withTenant(joinedCtx, (tx) => answerStaff(tx, joinedCtx, turn, facts, verdict));
  };
}
