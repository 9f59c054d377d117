import type { Ctx } from "../ctx";
import type { Database, Sql, Tx } from "./database";

const TRANSACTION_TIMEOUT_MS = 20_000;
const afterCommitActions = new WeakMap<Tx, (() => void)[]>();

type TenantScope = Pick<Ctx, "tenant" | "db">;

/**
 * The only door to tenant tables: one transaction that shows and takes rows of `ctx.tenant` only, whatever the queries
 * inside say. Wrap a whole unit of work. Called inside another one (see `joined`), it joins that transaction.
 */
export async function withTenant<T>(ctx: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { open } = ctx.db;
  if (open) {
    if (open.tenantId !== ctx.tenant.id) throw new Error("a unit of work cannot span two tenants");
    return work(open.tx);
  }

  const actions: (() => void)[] = [];
  const result = await ctx.db.prisma.$transaction(
    async (tx) => {
      afterCommitActions.set(tx, actions);
      await tx.$executeRawUnsafe(enterTenant(ctx.tenant.id));
      return work(tx);
    },
    { timeout: TRANSACTION_TIMEOUT_MS, maxWait: TRANSACTION_TIMEOUT_MS },
  );
  for (const action of actions) action();
  return result;
}

/** The same door as `withTenant` on a plain connection: for the page query and the message lanes, measured hot. */
export async function withTenantSql<T>(ctx: TenantScope, work: (sql: Sql) => Promise<T>): Promise<T> {
  return inTransaction(ctx.db, enterTenant(ctx.tenant.id), work);
}

/** Across tenants, and only the tables that routing and workers need: tenants, devices, lanes. */
export async function withSystem<T>(db: Database, work: (sql: Sql) => Promise<T>): Promise<T> {
  return inTransaction(db, "SET LOCAL ROLE autoleads_system", work);
}

/** Runs once the outermost unit of work has committed; never when it rolls back. */
export function afterCommit(tx: Tx, action: () => void): void {
  const actions = afterCommitActions.get(tx);
  if (!actions) throw new Error("afterCommit outside withTenant");
  actions.push(action);
}

/** The same context, whose verbs join the unit of work `tx`. */
export function joined<C extends TenantScope>(ctx: C, tx: Tx): C {
  return { ...ctx, db: { ...ctx.db, open: { tenantId: ctx.tenant.id, tx } } };
}

/** Undoes what `work` did in the transaction when it throws, so that the unit of work can go on and say why. */
export async function withSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRawUnsafe("SAVEPOINT attempt");
  const actions = afterCommitActions.get(tx) ?? [];
  const before = actions.length;
  try {
    const result = await work();
    await tx.$executeRawUnsafe("RELEASE SAVEPOINT attempt");
    return result;
  } catch (error) {
    actions.length = before;
    await tx.$executeRawUnsafe("ROLLBACK TO SAVEPOINT attempt");
    throw error;
  }
}

/** One statement string and not set_config(): SET LOCAL also travels to the shards of a Citus cluster. */
function enterTenant(tenantId: number): string {
  if (!Number.isInteger(tenantId) || tenantId <= 0) throw new TypeError(`not a tenant id: ${tenantId}`);
  return `SET LOCAL app.tenant_id = '${tenantId}'; SET LOCAL ROLE autoleads_app`;
}

async function inTransaction<T>(db: Database, enter: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await sql.query(`BEGIN; ${enter}`);
    const result = await work(sql);
    await sql.query("COMMIT");
    return result;
  } catch (error) {
    // A connection whose transaction cannot be ended must not return to the pool with its tenant set.
    await sql.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    sql.release(broken);
  }
}
