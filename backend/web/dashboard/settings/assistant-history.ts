import { z } from "zod";
import { assistantSettingsSchema, type SettingsVersion, settingsChanges } from "@/backend/features/assistant";
import type { HistoryEntry } from "@/frontend/dashboard/settings/assistant-history-page";

/** Newest first, each with what it changed of the one before; the first of all is compared with the defaults. */
export function historyOf(versions: readonly SettingsVersion[]): HistoryEntry[] {
  const newest = versions[0]?.version;
  return versions.map(({ version, settings, actor, createdAt }, index) => ({
    version,
    who: nameOf(actor),
    at: createdAt.toISOString(),
    isCurrent: version === newest,
    changes: settingsChanges(versions[index + 1]?.settings ?? assistantSettingsSchema.parse({}), settings),
  }));
}

const actorSchema = z.object({ name: z.string() });

function nameOf(actor: unknown): string {
  const parsed = actorSchema.safeParse(actor);
  return parsed.success ? parsed.data.name : "Sistem";
}
