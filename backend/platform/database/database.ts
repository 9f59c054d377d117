import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "@/backend/generated/prisma/client";
import { type JobQueue, openJobQueue } from "../queue/job-queue";
import { openSignals, type Signals } from "./signals";

/** Prisma's client inside one open transaction. */
export type Tx = Prisma.TransactionClient;

/** A plain `pg` connection inside one open transaction, for the hot paths. */
export type Sql = pg.PoolClient;

export type Database = {
  prisma: PrismaClient;
  pool: pg.Pool;
  signals: Signals;
  jobs: JobQueue;
  /** Set inside a unit of work: verbs called with this database join it instead of opening their own. */
  open: { tenantId: number; tx: Tx } | null;
  close(): Promise<void>;
};

export type DatabaseOptions = { url: string; poolSize: number };

/** One pool for Prisma and for plain SQL; one more connection listens for signals. */
export async function openDatabase({ url, poolSize }: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, statement_timeout: 30_000, keepAlive: true });
  // A restart of Postgres breaks idle connections; the pool replaces them, the process must not fall over it.
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const signals = openSignals(url, pool);
  const jobs = await openJobQueue(pool);

  return {
    prisma,
    pool,
    signals,
    jobs,
    open: null,
    close: async () => {
      await jobs.stop();
      await signals.close();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
