import type { UserRole } from "@/backend/platform/actor";
import type { Database } from "@/backend/platform/database/database";
import { withSystem, withTenant } from "@/backend/platform/database/with-tenant";

/** A showroom that can be played with: its simulated numbers, and the people who work there. */
export type SimulatedShowroom = {
  name: string;
  city: string;
  primaryColor: string;
  subdomain: string;
  /** Only when verified. */
  customDomain: string | null;
  devices: string[];
  staff: { name: string; role: UserRole; number: string }[];
};

/** Enough for any demo; a development database may hold many more. */
const MOST_SHOWROOMS = 12;

type TenantRow = {
  id: number;
  name: string;
  subdomain: string;
  custom_domain: string | null;
  city: string;
  primary_color: string;
};

/** The showrooms with a simulated device. Each one's rows are read as that tenant. */
export async function listSimulatedShowrooms(db: Database): Promise<SimulatedShowroom[]> {
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

  const showrooms: SimulatedShowroom[] = [];
  for (const tenant of tenants) showrooms.push(await loadShowroom(db, tenant));
  return showrooms;
}

async function loadShowroom(db: Database, tenant: TenantRow): Promise<SimulatedShowroom> {
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
    primaryColor: tenant.primary_color,
    subdomain: tenant.subdomain,
    customDomain: tenant.custom_domain,
    devices: devices.map(({ number }) => number),
    staff: users.map(({ name, role, whatsappNumber }) => ({ name, role, number: whatsappNumber ?? "" })),
  };
}
