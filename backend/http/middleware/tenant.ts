import { createMiddleware } from "hono/factory";
import {
  type HostSettings,
  type PrimaryRedirect,
  redirectToPrimary,
  type TenantDirectory,
  type TenantProfile,
  tenantFromHost,
} from "@/backend/features/tenants";
import type { Clock } from "@/backend/platform/clock";

export type TenantEnv = { Variables: { tenant: TenantProfile; requestId: string } };

type TenantMiddlewareDeps = {
  directory: TenantDirectory;
  hosts: HostSettings;
  clock: Clock;
  /** For hosts where no showroom lives; also for a suspended one. */
  noTenant(host: string): Response | Promise<Response>;
  /** For the app's own host. */
  appHost(): Response | Promise<Response>;
};

/**
 * The host decides the tenant and whether the visitor is at its primary address; an unknown host is answered 404 and never with
 * somebody's showroom.
 */
export function tenantMiddleware(deps: TenantMiddlewareDeps) {
  return createMiddleware<TenantEnv>(async (c, next) => {
    const match = tenantFromHost(
      { host: c.req.header("host"), forwardedHost: c.req.header("x-forwarded-host") },
      deps.hosts,
    );
    if (match.type === "app") return deps.appHost();
    const tenant = await deps.directory.find(match);
    if (!tenant || tenant.suspended) return deps.noTenant(match.type === "none" ? "" : match.host);
    const request = { match, method: c.req.method, url: new URL(c.req.url) };
    const redirect = redirectToPrimary(request, tenant, deps.clock.now());
    if (redirect) return redirectResponse(redirect);
    c.set("tenant", tenant);
    await next();
  });
}

/** Kept by nobody: a browser that remembered an old 301 would go back and forth once the showroom changes its domain. */
function redirectResponse({ location, status }: PrimaryRedirect): Response {
  return new Response(null, { status, headers: { Location: location, "Cache-Control": "no-store" } });
}
