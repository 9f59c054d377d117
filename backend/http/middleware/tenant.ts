import { createMiddleware } from "hono/factory";
import {
  type HostSettings,
  type TenantDirectory,
  type TenantProfile,
  tenantFromHost,
} from "@/backend/features/tenants";

export type TenantEnv = { Variables: { tenant: TenantProfile; requestId: string } };

type TenantMiddlewareDeps = {
  directory: TenantDirectory;
  hosts: HostSettings;
  /** For hosts where no showroom lives; also for a suspended one. */
  noTenant(host: string): Response | Promise<Response>;
  /** For the app's own host. */
  appHost(): Response | Promise<Response>;
};

/** The host decides the tenant; an unknown host is answered 404 and never with somebody's showroom. */
export function tenantMiddleware(deps: TenantMiddlewareDeps) {
  return createMiddleware<TenantEnv>(async (c, next) => {
    const match = tenantFromHost(
      { host: c.req.header("host"), forwardedHost: c.req.header("x-forwarded-host") },
      deps.hosts,
    );
    if (match.type === "app") return deps.appHost();
    const tenant = await deps.directory.find(match);
    if (!tenant || tenant.suspended) return deps.noTenant(match.type === "none" ? "" : match.host);
    c.set("tenant", tenant);
    await next();
  });
}
