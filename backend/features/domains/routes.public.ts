import { Hono } from "hono";
import { type HostSettings, tenantFromHost } from "@/backend/features/tenants";
import type { Database } from "@/backend/platform/database/database";
import { PROOF_PATH } from "./domain-probe";
import { tokensOfDomain } from "./domain-store";

/**
 * Proves that a host leads here: tokens of the showrooms that claim it, one a line, also before it is verified. Tokens are
 * no secret, they stand in the DNS; every other host is 404, so that a forwarded domain proves nothing.
 */
export function domainProofRoutes({ db, hosts }: { db: Database; hosts: HostSettings }): Hono {
  const app = new Hono();

  app.get(PROOF_PATH, async (c) => {
    const headers = { host: c.req.header("host"), forwardedHost: c.req.header("x-forwarded-host") };
    const match = tenantFromHost(headers, hosts);
    const tokens = match.type === "custom" ? await tokensOfDomain(db, match.domain) : [];
    c.header("Cache-Control", "no-store");
    if (tokens.length === 0) return c.text("not claimed\n", 404);
    return c.text(`${tokens.join("\n")}\n`);
  });
  return app;
}
