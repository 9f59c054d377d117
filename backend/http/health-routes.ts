import { Hono } from "hono";
import type { Database } from "@/backend/platform/database/database";

export type Readiness = { isDraining(): boolean };

/** /health: the process lives. /ready: it can do its work (database, queue), else 503 so that no traffic is sent. */
export function healthRoutes(db: Database, readiness: Readiness): Hono {
  const app = new Hono();

  app.get("/health", (c) => c.json({ status: "ok" }));

  app.get("/ready", async (c) => {
    const checks = {
      database: await answers(db, "SELECT 1"),
      queue: await answers(db, "SELECT 1 FROM pgboss.version"),
      draining: readiness.isDraining(),
    };
    const ready = checks.database && checks.queue && !checks.draining;
    return c.json({ status: ready ? "ready" : "unavailable", checks }, ready ? 200 : 503);
  });
  return app;
}

async function answers(db: Database, query: string): Promise<boolean> {
  try {
    await db.pool.query(query);
    return true;
  } catch {
    return false;
  }
}
