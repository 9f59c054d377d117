import type { UserRole } from "@/backend/platform/actor";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";

export type Assignee = { userId: string; name: string; role: UserRole };

/** What filters and forms of leads offer. */
export type LeadChoices = { assignees: Assignee[]; sources: string[]; tags: string[] };

type Row = { assignees: Assignee[]; sources: string[]; tags: string[] };

/** Who may get a lead, and which sources and tags there are. */
export async function leadChoices(ctx: Ctx): Promise<LeadChoices> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const rows = await withTenantSql(
    ctx,
    async (sql) => (await sql.query<Row>({ name: "lead-choices", text: SQL })).rows,
  );
  return rows[0] ?? { assignees: [], sources: [], tags: [] };
}

const SQL = `
  SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('userId', id, 'name', name, 'role', role) ORDER BY name, id)
                     FROM users WHERE tenant_id = (SELECT app_tenant_id()) AND status = 'active'), '[]') AS assignees,
         ARRAY(SELECT DISTINCT source FROM leads WHERE tenant_id = (SELECT app_tenant_id()) ORDER BY 1) AS sources,
         ARRAY(SELECT DISTINCT unnest(tags) FROM leads WHERE tenant_id = (SELECT app_tenant_id()) ORDER BY 1) AS tags`;
