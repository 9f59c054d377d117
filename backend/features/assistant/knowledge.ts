import { z } from "zod";
import { businessHoursSchema, type WeekHours } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { type AssistantSettings, readAssistantSettings } from "./settings";

export type Faq = { id: string; question: string; answer: string };
/** `hours` null: as the showroom. */
export type Branch = {
  name: string;
  address: string;
  city: string;
  mapsUrl: string;
  phone: string;
  hours: WeekHours | null;
};

/** What the owner has told the assistant, beside the stock. `settingsVersion` names the prompt it leads to. */
export type Knowledge = { settings: AssistantSettings; settingsVersion: number; faqs: Faq[]; branches: Branch[] };

type Row = { settings: unknown; version: number | null; faqs: unknown; branches: unknown };

const faqsSchema = z.array(z.object({ id: z.string(), question: z.string(), answer: z.string() }));
const branchesSchema = z.array(
  z.object({
    ...{ name: z.string(), address: z.string(), city: z.string(), mapsUrl: z.string(), phone: z.string() },
    hours: businessHoursSchema.nullable().catch(null),
  }),
);

/** One statement: read before every answer. */
export async function loadKnowledge(ctx: Ctx): Promise<Knowledge> {
  const rows = await withTenantSql(ctx, async (sql) => {
    const result = await sql.query<Row>({ name: "assistant-knowledge", text: KNOWLEDGE_SQL, values: [ctx.tenant.id] });
    return result.rows;
  });
  const row = rows[0];
  return {
    settings: readAssistantSettings(row?.settings ?? {}),
    settingsVersion: row?.version ?? 0,
    faqs: faqsSchema.parse(row?.faqs ?? []),
    branches: branchesSchema.parse(row?.branches ?? []),
  };
}

const KNOWLEDGE_SQL = `
  SELECT (SELECT settings FROM ai_settings WHERE tenant_id = $1) AS settings,
         (SELECT version FROM ai_settings WHERE tenant_id = $1) AS version,
         (SELECT jsonb_agg(jsonb_build_object('id', id, 'question', question, 'answer', answer) ORDER BY position, id)
            FROM faqs WHERE tenant_id = $1) AS faqs,
         (SELECT jsonb_agg(jsonb_build_object('name', name, 'address', address, 'city', city, 'mapsUrl', maps_url,
                                              'phone', phone, 'hours', business_hours) ORDER BY name)
            FROM branches WHERE tenant_id = $1) AS branches`;
