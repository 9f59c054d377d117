import { notifyOwners } from "@/backend/features/conversations";
import { tenantOrigin } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { checkDomain } from "./check-domain";
import type { DomainDeps } from "./domain-deps";
import { hostPair } from "./domain-name";
import { type Claim, findClaim } from "./domain-store";
import { settleCheck } from "./settle-check";

/**
 * The daily look at a domain that serves, or once did: the third failure in a row ends it, the first success brings it
 * back, and the owner is told of both by WhatsApp. Run twice a day it counts once.
 */
export async function recheckDomain(ctx: Ctx, deps: DomainDeps): Promise<void> {
  requireRole(ctx.actor);
  const claim = await withTenant(ctx, (tx) => findClaim(tx, ctx));
  if (!claim || claim.state.status === "pending") return;
  const today = ctx.clock.now().toISOString().slice(0, 10);
  if (claim.report?.recheckedOn === today) return;

  const checks = await checkDomain(deps, claim);
  await settleCheck(ctx, claim, checks, { isDaily: true }, async (tx, { change }) => {
    if (change === "fell_back") await tell(tx, ctx, fellBackText(claim, deps));
    if (change === "recovered") await tell(tx, ctx, `✅ Domain ${hostPair(claim.domain).primary} sudah aktif lagi.`);
  });
}

/** Without any device there is no WhatsApp to say it by; the event and the dashboard remain. */
async function tell(tx: Tx, ctx: Ctx, text: string): Promise<void> {
  const device = await tx.device.findFirst({
    where: { tenantId: ctx.tenant.id },
    orderBy: [{ lastSeenAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    select: { id: true },
  });
  if (device) await notifyOwners(joined(ctx, tx), { deviceId: device.id, text });
}

function fellBackText({ domain, subdomain }: Claim, { origin }: DomainDeps): string {
  const siteUrl = tenantOrigin({ subdomain, customDomain: null }, origin);
  return [
    `⚠️ Domain ${hostPair(domain).primary} sudah 3 hari tidak bisa kami hubungi.`,
    `Sementara website Anda kami tampilkan di ${siteUrl}`,
    `Lihat apa yang perlu diperbaiki: ${siteUrl}/dashboard/pengaturan/domain`,
  ].join("\n");
}
