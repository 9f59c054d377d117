import { type BusinessHours, businessHoursSchema, holidaysSchema } from "./business-hours";

/** What the public may know of a showroom, plus what routing needs. No secret is in here. */
export type TenantProfile = {
  id: number;
  name: string;
  slug: string;
  subdomain: string;
  /** Only when verified; the form the showroom chose, with or without "www.". */
  customDomain: string | null;
  /** Since when every check of the domain passed; null while one has failed. */
  domainHealthySince: Date | null;
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
  domain_www: boolean;
  domain_healthy_since: Date | null;
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
  holidays: unknown;
  timezone: string;
  plan_status: string;
  catalog_version: number;
  device_number: string | null;
};

export const TENANT_PROFILE_SQL = `
  SELECT t.id, t.name, t.slug, t.subdomain, t.custom_domain, t.domain_status::text, t.domain_www,
         t.domain_healthy_since, t.logo_key, t.primary_color,
         t.secondary_color, t.tagline, t.phone, t.email, t.address, t.city, t.maps_url, t.business_hours, t.holidays, t.timezone,
         t.plan_status::text, t.catalog_version,
         (SELECT d.number FROM devices d JOIN device_routes r ON r.number = d.number AND r.tenant_id = d.tenant_id
           WHERE d.tenant_id = t.id
           ORDER BY (d.status = 'connected') DESC, d.number LIMIT 1) AS device_number
    FROM tenants t`;

export function toTenantProfile(row: TenantRow): TenantProfile {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    subdomain: row.subdomain,
    customDomain: verifiedHost(row),
    domainHealthySince: row.domain_healthy_since,
    logoKey: row.logo_key,
    primaryColor: row.primary_color,
    secondaryColor: row.secondary_color,
    tagline: row.tagline,
    phone: row.phone,
    email: row.email,
    address: row.address,
    city: row.city,
    mapsUrl: row.maps_url,
    businessHours: hoursOf(row),
    timezone: row.timezone,
    suspended: row.plan_status === "suspended",
    catalogVersion: row.catalog_version,
    whatsappNumber: row.device_number ?? row.phone,
  };
}

function hoursOf(row: TenantRow): BusinessHours {
  const week = businessHoursSchema.catch({}).parse(row.business_hours);
  const holidays = holidaysSchema.catch([]).parse(row.holidays);
  return holidays.length > 0 ? { ...week, holidays } : week;
}

function verifiedHost({ custom_domain, domain_status, domain_www }: TenantRow): string | null {
  if (domain_status !== "verified" || !custom_domain) return null;
  return domain_www ? `www.${custom_domain}` : custom_domain;
}
