import { type BusinessHours, businessHoursSchema } from "./business-hours";

/** What the public may know of a showroom, plus what routing needs. No secret is in here. */
export type TenantProfile = {
  id: number;
  name: string;
  slug: string;
  subdomain: string;
  /** Only when verified. */
  customDomain: string | null;
  logoKey: string | null;
  primaryColor: string;
  secondaryColor: string;
  tagline: string;
  phone: string;
  email: string;
  address: string;
  city: string;
  mapsUrl: string;
  businessHours: BusinessHours;
  timezone: string;
  suspended: boolean;
  catalogVersion: number;
  /** WhatsApp number customers are sent to: the first connected device, else the first one, else the phone. */
  whatsappNumber: string;
};

export type TenantRow = {
  id: number;
  name: string;
  slug: string;
  subdomain: string;
  custom_domain: string | null;
  domain_status: string | null;
  logo_key: string | null;
  primary_color: string;
  secondary_color: string;
  tagline: string;
  phone: string;
  email: string;
  address: string;
  city: string;
  maps_url: string;
  business_hours: unknown;
  timezone: string;
  plan_status: string;
  catalog_version: number;
  device_number: string | null;
};

export const TENANT_PROFILE_SQL = `
  SELECT t.id, t.name, t.slug, t.subdomain, t.custom_domain, t.domain_status::text, t.logo_key, t.primary_color,
         t.secondary_color, t.tagline, t.phone, t.email, t.address, t.city, t.maps_url, t.business_hours, t.timezone,
         t.plan_status::text, t.catalog_version,
         (SELECT d.number FROM devices d WHERE d.tenant_id = t.id
           ORDER BY (d.status = 'connected') DESC, d.number LIMIT 1) AS device_number
    FROM tenants t`;

export function toTenantProfile(row: TenantRow): TenantProfile {
  const hours = businessHoursSchema.safeParse(row.business_hours);
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    subdomain: row.subdomain,
    customDomain: row.domain_status === "verified" ? row.custom_domain : null,
    logoKey: row.logo_key,
    primaryColor: row.primary_color,
    secondaryColor: row.secondary_color,
    tagline: row.tagline,
    phone: row.phone,
    email: row.email,
    address: row.address,
    city: row.city,
    mapsUrl: row.maps_url,
    businessHours: hours.success ? hours.data : {},
    timezone: row.timezone,
    suspended: row.plan_status === "suspended",
    catalogVersion: row.catalog_version,
    whatsappNumber: row.device_number ?? row.phone,
  };
}
