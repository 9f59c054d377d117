import { resolve } from "node:path";
import type { Server } from "bun";
import { migrate } from "@/backend/platform/database/migrate";
import { type Env, EnvError, readEnv } from "@/backend/platform/env";
import { startLocalPostgres } from "@/backend/platform/local-postgres/local-postgres";
import { logger, setLogLevel } from "@/backend/platform/logger";
import { createApp } from "./app";
import { createDeps, type Deps } from "./deps";
import { jobHandlers } from "./jobs";

export type RunningServer = { port: number; deps: Deps; stop(): Promise<void> };

const MAX_REQUEST_BYTES = 120_000_000;
const DRAIN_MS = 20_000;

/** Environment → database → deps → app → work → listening. `beforeServing` runs on the migrated database. */
export async function startServer(
  env: Env,
  beforeServing: (deps: Deps) => Promise<void> = async () => undefined,
): Promise<RunningServer> {
  setLogLevel(env.LOG_LEVEL);
  const postgres = env.DATABASE_URL ? null : await startLocalPostgres({ dataDirectory: resolve(env.DATA_DIR) });
  const databaseUrl = env.DATABASE_URL ?? postgres?.urlOf("postgres") ?? "";
  await migrate(databaseUrl);
  const deps = await createDeps(env, databaseUrl);
  await beforeServing(deps);

  const app = createApp(deps);
  deps.phones.deliver = async (body) =>
    app.request("/webhook/simulator", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  if (env.ROLE !== "web") {
    for (const lane of deps.lanes) lane.start();
    await deps.db.jobs.work(jobHandlers(deps));
  }

  const server = Bun.serve({
    port: env.PORT,
    hostname: env.HOST,
    idleTimeout: 60,
    maxRequestBodySize: MAX_REQUEST_BYTES,
    fetch(request, bunServer) {
      // Event streams outlive any idle limit.
      if (request.headers.get("accept") === "text/event-stream") bunServer.timeout(request, 0);
      return app.fetch(request, { address: bunServer.requestIP(request)?.address ?? "" });
    },
  });
  return { port: server.port ?? env.PORT, deps, stop: () => stop(server, deps, postgres) };
}

/** Lets what is under way finish, then closes in the order of need: requests, work, database, and our own Postgres last. */
async function stop(server: Server<unknown>, deps: Deps, postgres: { stop(): Promise<void> } | null): Promise<void> {
  // An open event stream would hold a graceful stop for ever.
  await Promise.race([server.stop(), Bun.sleep(1_000)]);
  await server.stop(true);
  await Promise.race([deps.close(), Bun.sleep(DRAIN_MS)]);
  await postgres?.stop();
}

/** Runs until a signal asks it to stop; a second signal ends at once. */
export function stopOnSignals(running: RunningServer): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void running.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

if (import.meta.main) {
  try {
    const env = readEnv();
    const running = await startServer(env);
    stopOnSignals(running);
    logger.info("listening", { port: running.port, role: env.ROLE });
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
