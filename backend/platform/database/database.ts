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
  /** The same database through the connections that are for work. */
  forWork(): Database;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  url: string;
  /** Connections in all, but for the one that listens; a third of them is for work. */
  poolSize: number;
};

/**
 * Requests and work (lanes, jobs) have pools of their own, each shared by Prisma and plain SQL: however much work there
 * is, a webhook or a page finds a connection at once.
 */
export async function openDatabase({ url, poolSize }: DatabaseOptions): Promise<Database> {
  const workSize = Math.max(1, Math.floor(poolSize / 3));
  const pool = openPool(url, Math.max(1, poolSize - workSize));
  const workPool = openPool(url, workSize);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const workPrisma = new PrismaClient({ adapter: new PrismaPg(workPool) });
  const signals = openSignals(url, pool);
  const jobs = await openJobQueue(workPool);

  const close = async () => {
    await jobs.stop();
    await signals.close();
    await Promise.all([prisma.$disconnect(), workPrisma.$disconnect()]);
    await Promise.all([pool.end(), workPool.end()]);
  };
  const shared = { signals, jobs, open: null, close };
  const work: Database = { ...shared, pool: workPool, prisma: workPrisma, forWork: () => work };
  return { ...shared, pool, prisma, forWork: () => work };
}

function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, statement_timeout: 30_000, keepAlive: true });
  // A restart of Postgres breaks idle connections; the pool replaces them, the process must not fall over it.
  pool.on("error", () => undefined);
  return pool;
}
