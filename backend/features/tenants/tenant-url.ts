import type { TenantProfile } from "./tenant-profile";

export type PublicOrigin = {
  appDomain: string;
  /** "https:" in production, "http:" with a port in development; from APP_URL. */
  protocol: string;
  port: string;
};

/** The tenant's primary address without trailing slash: its verified domain, else its subdomain. */
export function tenantOrigin(tenant: Pick<TenantProfile, "subdomain" | "customDomain">, origin: PublicOrigin): string {
  const port = origin.port ? `:${origin.port}` : "";
  return tenant.customDomain
    ? `https://${tenant.customDomain}`
    : `${origin.protocol}//${tenant.subdomain}.${origin.appDomain}${port}`;
}
