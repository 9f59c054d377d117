import type pg from "pg";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Sql, Tx } from "../database/database";
import { logger } from "../logger";

/** Everything that runs later, with its payload. Payloads hold ids, never content. */
export type JobPayloads = {
  "process-photo": { tenantId: number; photoId: string };
  "sweep-orphans": Record<string, never>;
  "expire-offer": { tenantId: number; offerId: string };
  "resume-bot": { tenantId: number; takeoverId: string };
  "finish-erasure": { tenantId: number; conversationId: string };
  "schedule-rechecks": Record<string, never>;
  "recheck-domain": { tenantId: number };
};
export type JobName = keyof JobPayloads;

export type JobHandlers = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

const CONCURRENCY: Record<JobName, number> = {
  "process-photo": 2,
  "sweep-orphans": 1,
  "expire-offer": 2,
  "resume-bot": 1,
  "finish-erasure": 1,
  "schedule-rechecks": 1,
  "recheck-domain": 2,
};
const JOB_NAMES: JobName[] = [
  "process-photo",
  "sweep-orphans",
  "expire-offer",
  "resume-bot",
  "finish-erasure",
  "schedule-rechecks",
  "recheck-domain",
];
const DAILY: JobName[] = ["sweep-orphans", "schedule-rechecks"];
const MAINTENANCE_MS = 10_000;
const SECONDS_PER_DAY = 86_400;
const QUEUE_OPTIONS = { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 60, heartbeatSeconds: 10 };

export type JobQueue = {
  /** Inside the business transaction: the job exists exactly when its cause does. `startAfter`: not before. */
  enqueue<Name extends JobName>(
    tx: Tx | Sql,
    name: Name,
    payload: JobPayloads[Name],
    options?: { startAfter?: Date },
  ): Promise<void>;
  /** Starts working jobs in this process. */
  work(handlers: JobHandlers): Promise<void>;
  /** For tests: runs what is waiting, in this call, and returns how many jobs ran. */
  runWaiting(handlers: JobHandlers): Promise<number>;
  stop(): Promise<void>;
};

export async function openJobQueue(pool: pg.Pool): Promise<JobQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: "pgboss",
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => logger.error("job queue", { error }));
  await boss.start();
  for (const name of JOB_NAMES) await boss.createQueue(name, QUEUE_OPTIONS);
  let maintenance: Timer | null = null;

  return {
    async enqueue(tx, name, payload, options = {}) {
      const run = async (statement: string) => {
        if ("query" in tx) await tx.query(statement);
        else await tx.$executeRawUnsafe(statement);
      };
      // The queue's own tables are not a tenant's: leave the tenant's role for this one statement.
      await run("SET LOCAL ROLE NONE");
      try {
        await boss.send(name, payload, { ...options, db: executorOf(tx) });
      } catch (error) {
        // Whoever catches this must not go on past row-level security; an aborted transaction refuses everything anyway.
        await run("SET LOCAL ROLE autoleads_app").catch(() => undefined);
        throw error;
      }
      await run("SET LOCAL ROLE autoleads_app");
    },
    async work(handlers) {
      for (const name of JOB_NAMES) await workOn(boss, name, handlers);
      await startDaily(boss);
      maintenance = setInterval(() => {
        void boss.supervise().catch((error: unknown) => logger.warn("job maintenance", { error }));
        void startDaily(boss).catch(() => undefined);
      }, MAINTENANCE_MS);
    },
    async runWaiting(handlers) {
      let count = 0;
      for (const name of JOB_NAMES) count += await drain(boss, name, handlers);
      return count;
    },
    async stop() {
      if (maintenance) clearInterval(maintenance);
      await boss.stop({ graceful: true, timeout: 15_000, close: false });
    },
  };
}

function executorOf(tx: Tx | Sql) {
  if (!("query" in tx)) return fromPrisma(tx);
  return { executeSql: (text: string, values?: unknown[]) => tx.query(text, values) };
}

/** Once a day over all processes, however often they start. */
async function startDaily(boss: PgBoss): Promise<void> {
  for (const name of DAILY) await boss.sendThrottled(name, {}, {}, SECONDS_PER_DAY, "daily");
}

async function workOn<Name extends JobName>(boss: PgBoss, name: Name, handlers: JobHandlers): Promise<void> {
  const options = { pollingIntervalSeconds: 0.5, localConcurrency: CONCURRENCY[name], batchSize: 1 };
  await boss.work<JobPayloads[Name]>(name, options, async (jobs) => {
    for (const job of jobs) await handlers[name](job.data);
  });
}

async function drain<Name extends JobName>(boss: PgBoss, name: Name, handlers: JobHandlers): Promise<number> {
  let count = 0;
  for (;;) {
    const [job] = await boss.fetch<JobPayloads[Name]>(name);
    if (!job) return count;
    count += 1;
    try {
      await handlers[name](job.data);
      await boss.complete(name, job.id);
    } catch (error) {
      await boss.fail(name, job.id, { message: String(error) });
    }
  }
}
