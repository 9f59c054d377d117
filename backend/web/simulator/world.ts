import { type PublicOrigin, tenantOrigin } from "@/backend/features/tenants";
import type { Database } from "@/backend/platform/database/database";
import { withSystem, withTenant } from "@/backend/platform/database/with-tenant";
import type { ShowroomOption, WorldView } from "@/frontend/simulator/world-view";

/** Enough for any demo; a development database may hold many more. */
const MOST_SHOWROOMS = 12;
const ROLE_ORDER = { owner: 0, admin: 1, sales: 2 };

type TenantRow = {
  id: number;
  name: string;
  subdomain: string;
  custom_domain: string | null;
  city: string;
  primary_color: string;
};

/** The showrooms with a simulated device and the people who work there. Each one's rows are read as that tenant. */
export async function loadWorld(db: Database, origin: PublicOrigin): Promise<WorldView> {
  const tenants = await withSystem(db, async (sql) => {
    const { rows } = await sql.query<TenantRow>(
      `SELECT t.id, t.name, t.subdomain, t.city, t.primary_color,
              CASE WHEN t.domain_status = 'verified' THEN t.custom_domain END AS custom_domain
         FROM tenants t
        WHERE EXISTS (SELECT 1 FROM devices d WHERE d.tenant_id = t.id AND d.gateway = 'simulator')
        ORDER BY t.id LIMIT ${MOST_SHOWROOMS}`,
    );
    return rows;
  });

  const showrooms: ShowroomOption[] = [];
  for (const tenant of tenants) showrooms.push(await loadShowroom(db, origin, tenant));
  return { showrooms };
}

async function loadShowroom(db: Database, origin: PublicOrigin, tenant: TenantRow): Promise<ShowroomOption> {
  const { devices, users } = await withTenant({ db, tenant }, async (tx) => ({
    devices: await tx.device.findMany({
      where: { gateway: "simulator" },
      select: { number: true },
      orderBy: { number: "asc" },
    }),
    users: await tx.user.findMany({
      where: { status: "active", whatsappNumber: { not: null } },
      select: { name: true, role: true, whatsappNumber: true },
      orderBy: { name: "asc" },
    }),
  }));

  return {
    name: tenant.name,
    city: tenant.city,
    color: tenant.primary_color,
    siteUrl: tenantOrigin({ subdomain: tenant.subdomain, customDomain: tenant.custom_domain }, origin),
    devices: devices.map(({ number }) => number),
    staff: users
      .map(({ name, role, whatsappNumber }) => ({ name, role, number: whatsappNumber ?? "" }))
      .sort((one, other) => ROLE_ORDER[one.role] - ROLE_ORDER[other.role]),
  };
}
