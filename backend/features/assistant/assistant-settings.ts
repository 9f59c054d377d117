import { actorRecord, recordEvent } from "@/backend/features/audit";
import type { AiSettings } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import {
  type AssistantSettings,
  assistantChangesSchema,
  assistantSettingsSchema,
  readAssistantSettings,
} from "./settings";

export type VersionedSettings = { version: number; settings: AssistantSettings };
/** As a form or a program sends them; checked here. */
export type AssistantChanges = { readonly [Key in keyof AssistantSettings]?: unknown };
export type SettingsVersion = VersionedSettings & { actor: unknown; createdAt: Date };

/** Version 0 are the defaults: nobody has changed anything yet. */
export async function getAssistantSettings(ctx: Ctx): Promise<VersionedSettings> {
  requireRole(ctx.actor, "owner", "admin");
  const row = await withTenant(ctx, (tx) => tx.aiSettings.findUnique({ where: { tenantId: ctx.tenant.id } }));
  return { version: row?.version ?? 0, settings: readAssistantSettings(row?.settings ?? {}) };
}

/** Changes what is given and keeps the rest; the former version stays readable with who wrote it. */
export async function updateAssistantSettings(ctx: Ctx, changes: AssistantChanges): Promise<VersionedSettings> {
  requireRole(ctx.actor, "owner", "admin");
  const given = parseInput(assistantChangesSchema, changes);

  return withTenant(ctx, async (tx) => {
    const { id: tenantId } = ctx.tenant;
    await tx.$executeRaw`INSERT INTO ai_settings (tenant_id, version) VALUES (${tenantId}, 0) ON CONFLICT DO NOTHING`;
    await tx.$queryRaw`SELECT 1 FROM ai_settings WHERE tenant_id = ${tenantId} FOR UPDATE`;
    const before = await tx.aiSettings.findUniqueOrThrow({ where: { tenantId } });
    const settings = assistantSettingsSchema.parse({ ...readAssistantSettings(before.settings), ...given });
    const version = before.version + 1;
    const updatedAt = ctx.clock.now();

    await keepFirst(tx, before);
    await tx.aiSettings.update({ where: { tenantId }, data: { settings, version, updatedAt } });
    const actor = actorRecord(ctx.actor);
    await tx.aiSettingsVersion.create({ data: { tenantId, version, settings, actor, createdAt: updatedAt } });
    await recordEvent(tx, ctx, { type: "assistant.changed", data: { version, keys: Object.keys(given) } });
    return { version, settings };
  });
}

/** Settings a showroom began with were written by nobody: they can be restored like any other version. */
async function keepFirst(tx: Tx, { tenantId, version, settings, updatedAt }: AiSettings): Promise<void> {
  if (version === 0) return;
  const actor = { type: "system", name: "Pengaturan awal" };
  const row = { tenantId, version, settings: readAssistantSettings(settings), actor, createdAt: updatedAt };
  await tx.aiSettingsVersion.createMany({ data: [row], skipDuplicates: true });
}

/** Newest first. */
export async function listSettingsVersions(ctx: Ctx, limit = 50): Promise<SettingsVersion[]> {
  requireRole(ctx.actor, "owner", "admin");
  const rows = await withTenant(ctx, (tx) =>
    tx.aiSettingsVersion.findMany({ where: { tenantId: ctx.tenant.id }, orderBy: { version: "desc" }, take: limit }),
  );
  return rows.map(({ version, settings, actor, createdAt }) => ({
    version,
    settings: readAssistantSettings(settings),
    actor,
    createdAt,
  }));
}

/** Makes an earlier version the present one, as a new version: nothing of the history is lost. */
export async function restoreSettingsVersion(ctx: Ctx, version: number): Promise<VersionedSettings> {
  requireRole(ctx.actor, "owner", "admin");
  const where = { tenantId_version: { tenantId: ctx.tenant.id, version } };
  const row = await withTenant(ctx, (tx) => tx.aiSettingsVersion.findUnique({ where }));
  if (!row) throw new NotFoundError("settings version");
  return updateAssistantSettings(ctx, readAssistantSettings(row.settings));
}
