import { afterAll } from "bun:test";
import { createApp } from "@/backend/app";
import type { Deps, DepsOverrides } from "@/backend/deps";
import { jobHandlers } from "@/backend/jobs";
import { findFreePort } from "@/backend/platform/free-port";
import { createTestDeps, startLanes } from "../test-showroom";

export type ServedShowrooms = { deps: Deps; port: number; siteUrl(subdomain: string): string };

/** The whole product on a port of its own, lanes and jobs running, for a browser to visit. `settings`: of the environment. */
export async function serveShowrooms(
  overrides: DepsOverrides = {},
  settings: Record<string, string> = {},
): Promise<ServedShowrooms> {
  const port = await findFreePort();
  const deps = await createTestDeps(overrides, { ...settings, PORT: String(port) });
  const app = createApp(deps);
  const server = Bun.serve({ port, hostname: "127.0.0.1", idleTimeout: 60, fetch: app.fetch });
  deps.phones.deliver = async (body) =>
    app.request("/webhook/simulator", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  startLanes(deps);
  await deps.db.jobs.work(jobHandlers(deps));
  afterAll(() => server.stop(true));
  return { deps, port, siteUrl: (subdomain) => `http://${subdomain}.localhost:${port}` };
}
