import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { DomainDeps } from "./domain-deps";
import { type DomainView, toDomainView } from "./domain-view";

/** The showroom's domain, what it needs and how it is; `claim` is null when it lives at its subdomain alone. */
export async function getDomain(ctx: Ctx, deps: DomainDeps): Promise<DomainView> {
  requireRole(ctx.actor, "owner");
  return toDomainView(ctx, deps);
}
