import type { Sql, Tx } from "@/backend/platform/database/database";
import type { RunSql } from "./lanes/lane-store";

/** Lane statements on a plain connection. */
export function runOn(sql: Sql): RunSql {
  return async ({ name, text }, values) => (await sql.query({ name, text, values })).rowCount ?? 0;
}

/** Lane statements inside Prisma's transaction. */
export function runIn(tx: Tx): RunSql {
  return ({ text }, values) => tx.$executeRawUnsafe(text, ...values);
}
