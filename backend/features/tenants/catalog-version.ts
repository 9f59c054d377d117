import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { afterCommit } from "@/backend/platform/database/with-tenant";

export type CatalogSignal = { tenantId: number; version: number; profileChanged: boolean };

/**
 * Makes every cached page of the tenant worthless at commit: a new version in the same transaction, announced to all
 * processes by NOTIFY (delivered at commit, never on rollback), and to this process before the caller goes on.
 */
export async function bumpCatalogVersion(tx: Tx, ctx: Ctx, change: "cars" | "profile" = "cars"): Promise<void> {
  const { catalogVersion } = await tx.tenant.update({
    where: { id: ctx.tenant.id },
    data: { catalogVersion: { increment: 1 } },
    select: { catalogVersion: true },
  });
  const payload = writeCatalogSignal({
    tenantId: ctx.tenant.id,
    version: catalogVersion,
    profileChanged: change === "profile",
  });
  await tx.$executeRaw`SELECT pg_notify('autoleads_catalog', ${payload})`;
  afterCommit(tx, () => ctx.db.signals.dispatch("catalog", payload));
}

export function writeCatalogSignal(signal: CatalogSignal): string {
  return `${signal.tenantId}:${signal.version}:${signal.profileChanged ? "profile" : "cars"}`;
}

/** null for a signal about everything (after a lost connection). */
export function readCatalogSignal(payload: string): CatalogSignal | null {
  const [tenantId, version, change] = payload.split(":");
  if (!tenantId || !version) return null;
  return { tenantId: Number(tenantId), version: Number(version), profileChanged: change === "profile" };
}
