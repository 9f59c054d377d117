import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { listMessages } from "@/backend/features/conversations";
import { type PublicOrigin, type TenantProfile, tenantOrigin } from "@/backend/features/tenants";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import type { Ctx } from "@/backend/platform/ctx";
import { addLeadNote } from "./add-lead-note";
import { leadDetailSchema, leadPageSchema, leadSchema } from "./admin-schemas";
import { assignLead } from "./assign-lead";
import { editLead } from "./edit-lead";
import { getLead } from "./get-lead";
import { LEAD_STATUSES } from "./lead-status";
import { listLeads } from "./list-leads";
import { addLeadNoteSchema, editLeadSchema, listLeadsSchema } from "./schemas";
import { setLeadStatus } from "./set-lead-status";

export type AdminLeadDeps = { origin: PublicOrigin };

const tags = ["Leads"];
const params = z.object({ id: z.uuid() });
const MESSAGES_SHOWN = 100;

const statusList = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(LEAD_STATUSES)));

const listRoute = createRoute({
  ...{ method: "get", path: "/", tags, summary: "Leads this person may see, the latest activity first" },
  request: { query: listLeadsSchema.omit({ statuses: true }).extend({ status: statusList.optional() }) },
  responses: { 200: okJson(leadPageSchema), ...adminFailures },
});

const getRoute = createRoute({
  ...{ method: "get", path: "/{id}", tags, summary: "A lead with its history, hand-overs and last messages" },
  request: { params },
  responses: { 200: okJson(leadDetailSchema), ...adminFailures },
});

const patchSchema = editLeadSchema.omit({ leadId: true }).extend({ status: z.enum(LEAD_STATUSES).optional() });
const patchRoute = createRoute({
  ...{ method: "patch", path: "/{id}", tags, summary: "Change status, name or tags" },
  request: { params, body: jsonBody(patchSchema) },
  responses: { 200: okJson(leadSchema), ...adminFailures },
});

const assigneeRoute = createRoute({
  ...{ method: "put", path: "/{id}/assignee", tags, summary: "Give a lead to a person, or with null to nobody" },
  request: {
    params,
    body: {
      required: true,
      content: { "application/json": { schema: z.object({ userId: z.uuid().nullable() }) } },
    },
  },
  responses: { 200: okJson(leadSchema), ...adminFailures },
});

const noteRoute = createRoute({
  ...{ method: "post", path: "/{id}/notes", tags, summary: "Add a note to the lead's history" },
  request: {
    params,
    body: jsonBody(addLeadNoteSchema.omit({ leadId: true })),
  },
  responses: { 201: okJson(leadDetailSchema, "The lead with the note"), ...adminFailures },
});

/** Mounted at /api/admin/leads. */
export function adminLeadRoutes({ origin }: AdminLeadDeps): OpenAPIHono<AdminEnv> {
  const app = adminRouter();
  const siteUrl = (tenant: TenantProfile) => tenantOrigin(tenant, origin);

  app.openapi(listRoute, async (c) => {
    const { status, ...filters } = c.req.valid("query");
    const data = await listLeads(c.get("ctx"), { ...filters, ...(status && { statuses: status }) });
    return c.json({ success: true as const, data }, 200);
  });

  app.openapi(getRoute, async (c) => {
    const data = await detailOf(c.get("ctx"), c.req.valid("param").id);
    return c.json({ success: true as const, data }, 200);
  });

  app.openapi(patchRoute, async (c) => {
    const ctx = c.get("ctx");
    const leadId = c.req.valid("param").id;
    const { status, ...changes } = c.req.valid("json");
    if (status) await setLeadStatus(ctx, { leadId, status });
    return c.json({ success: true as const, data: await editLead(ctx, { leadId, ...changes }) }, 200);
  });

  app.openapi(assigneeRoute, async (c) => {
    const { userId } = c.req.valid("json");
    const input = { leadId: c.req.valid("param").id, userId, siteUrl: siteUrl(c.get("tenant")) };
    return c.json({ success: true as const, data: await assignLead(c.get("ctx"), input) }, 200);
  });

  app.openapi(noteRoute, async (c) => {
    const ctx = c.get("ctx");
    const leadId = c.req.valid("param").id;
    await addLeadNote(ctx, { leadId, ...c.req.valid("json") });
    return c.json({ success: true as const, data: await detailOf(ctx, leadId) }, 201);
  });

  return app;
}

/** The conversation belongs to the lead: who may see the one sees the other. */
async function detailOf(ctx: Ctx, leadId: string) {
  const lead = await getLead(ctx, { leadId });
  if (!lead.conversationId) return { ...lead, messages: [] };
  const page = await listMessages(ctx, { conversationId: lead.conversationId, limit: MESSAGES_SHOWN }).catch(
    () => null,
  );
  return { ...lead, messages: page?.messages ?? [] };
}
