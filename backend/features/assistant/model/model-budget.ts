import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { CallBudget } from "./guarded-model";
import type { TokenCount } from "./language-model";

type Scope = Pick<Ctx, "tenant" | "db">;

/** Calls a day. */
export type ModelLimits = { callsPerConversation: number; callsPerTenant: number };

/** `subjectId`: the conversation, or the test chat's own id. `day`: "2026-11-20", the tenant's own. */
export type ModelUsageKey = { subjectId: string; day: string };

/** The budget of one conversation today; a day begins at the tenant's midnight. */
export function conversationBudget(
  ctx: Pick<Ctx, "tenant" | "db" | "clock">,
  { subjectId, timezone, limits }: { subjectId: string; timezone: string; limits: ModelLimits },
): CallBudget {
  const day = () => new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(ctx.clock.now());
  return {
    reserve: async () => reserveModelCall(ctx, { subjectId, day: day(), limits }),
    record: async (tokens) => recordModelTokens(ctx, { subjectId, day: day(), ...tokens }),
  };
}

/**
 * Takes one call, if both the conversation and the tenant have one left today. However many ask at once, no limit is
 * exceeded. A transaction of its own: what was called stays counted when the turn around it fails.
 */
export function reserveModelCall(
  ctx: Scope,
  { subjectId, day, limits }: ModelUsageKey & { limits: ModelLimits },
): Promise<boolean> {
  return withTenantSql(ctx, async (sql) => {
    const { id: tenantId } = ctx.tenant;
    await sql.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`model-usage:${tenantId}`]);
    const { callsPerConversation, callsPerTenant } = limits;
    const taken = await sql.query(RESERVE, [tenantId, day, subjectId, callsPerConversation, callsPerTenant]);
    return taken.rowCount === 1;
  });
}

/** Adds what a reserved call has used. */
export async function recordModelTokens(
  ctx: Scope,
  { subjectId, day, inputTokens, outputTokens }: ModelUsageKey & TokenCount,
): Promise<void> {
  await withTenantSql(ctx, (sql) => sql.query(RECORD, [ctx.tenant.id, day, subjectId, inputTokens, outputTokens]));
}

/** Reads after the lock has been taken, so it sees every call that was counted before. */
const RESERVE = `
INSERT INTO model_usage (tenant_id, day, subject_id, calls)
SELECT $1::int, $2::date, $3::uuid, 1
  FROM (SELECT coalesce(sum(calls), 0) AS tenant_calls,
               coalesce(sum(calls) FILTER (WHERE subject_id = $3::uuid), 0) AS subject_calls
          FROM model_usage
         WHERE tenant_id = $1::int AND day = $2::date) AS used
 WHERE subject_calls < $4::int AND tenant_calls < $5::int
ON CONFLICT (tenant_id, day, subject_id) DO UPDATE SET calls = model_usage.calls + 1`;

/** The row may be missing when midnight has passed since the call was reserved. */
const RECORD = `
INSERT INTO model_usage (tenant_id, day, subject_id, input_tokens, output_tokens)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, day, subject_id)
DO UPDATE SET input_tokens = model_usage.input_tokens + excluded.input_tokens,
              output_tokens = model_usage.output_tokens + excluded.output_tokens`;
