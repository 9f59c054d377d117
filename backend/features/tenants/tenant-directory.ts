import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import { readCatalogSignal } from "./catalog-version";
import type { HostMatch } from "./tenant-from-host";
import { TENANT_PROFILE_SQL, type TenantProfile, type TenantRow, toTenantProfile } from "./tenant-profile";

export type TenantDirectory = {
  /** The tenant of a host; null when no showroom lives there. Never a default tenant. */
  find(match: HostMatch): Promise<TenantProfile | null>;
  byId(tenantId: number): Promise<TenantProfile | null>;
};

/**
 * Tenants by host and id, remembered in this process until a catalogue signal says that one changed. The version in a
 * profile is the key of the page cache, so while signals may be missed every look-up goes to the database.
 */
export function createTenantDirectory(db: Database): TenantDirectory {
  const byKey = new Map<string, TenantProfile>();
  let generation = 0;

  db.signals.subscribe("catalog", (payload) => {
    generation += 1;
    const signal = readCatalogSignal(payload);
    if (!signal) return byKey.clear();
    for (const [key, profile] of byKey) {
      if (profile.id !== signal.tenantId) continue;
      if (signal.profileChanged) byKey.delete(key);
      else byKey.set(key, { ...profile, catalogVersion: Math.max(profile.catalogVersion, signal.version) });
    }
  });

  async function load(key: string, where: string, value: string | number): Promise<TenantProfile | null> {
    const known = byKey.get(key);
    if (known && db.signals.isListening()) return known;
    const mayRemember = db.signals.isListening();
    const generationBefore = generation;
    const rows = await withSystem(
      db,
      async (sql) => (await sql.query<TenantRow>(`${TENANT_PROFILE_SQL} WHERE ${where}`, [value])).rows,
    );
    const profile = rows[0] ? toTenantProfile(rows[0]) : null;
    // A signal that came while the row was read may be about it: then what was read may be old already.
    if (profile && mayRemember && generation === generationBefore) byKey.set(key, profile);
    return profile;
  }

  return {
    async find(match) {
      if (match.type === "subdomain") return load(`s:${match.subdomain}`, "t.subdomain = $1", match.subdomain);
      if (match.type !== "custom") return null;
      return load(`c:${match.domain}`, "t.domain_status = 'verified' AND t.custom_domain = $1", match.domain);
    },
    byId: (tenantId) => load(`i:${tenantId}`, "t.id = $1", tenantId),
  };
}
