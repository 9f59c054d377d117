import { type Context, Hono } from "hono";
import { z } from "zod";
import { addLeadNote, assignLead, editLead, getLead, LEAD_STATUSES, setLeadStatus } from "@/backend/features/leads";
import { tenantOrigin } from "@/backend/features/tenants";
import { toAppError } from "@/backend/http/error-response";
import { safeReturnPath } from "@/backend/http/return-path";
import { LeadsPage } from "@/frontend/dashboard/leads/leads-page";
import { statusLabel } from "@/frontend/dashboard/ui/badge";
import { answerForm, wantsJson } from "../answer-form";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { type LeadForm, renderLead } from "./lead-detail";
import { leadsQuerySchema, leadsView } from "./leads-list";
import { questionPages } from "./question-pages";

const LEAD = "/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}" as const;
const formSchema = z.record(z.string(), z.string().catch(""));

/** Mounted at /dashboard/leads. */
export function leadPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.get("/", async (c) => {
    const view = await leadsView(c.var.ctx, c.var.tenant, leadsQuerySchema.parse(c.req.query()));
    return dashboardPage(c, deps, { title: "Leads", active: "leads", children: <LeadsPage view={view} /> });
  });
  app.route("/pertanyaan", questionPages(deps));
  app.get(LEAD, (c) => renderLead(c, deps, c.req.param("id")));

  app.post(`${LEAD}/status`, async (c) => {
    const { leadId, form, back } = await readForm(c);
    return answerForm(c, back, async () => {
      const before = await getLead(c.var.ctx, { leadId });
      const status = z.enum(LEAD_STATUSES).catch(before.status).parse(form.status);
      await setLeadStatus(c.var.ctx, { leadId, status });
      if (status === before.status) return undefined;
      const undo = { status: before.status, kembali: back };
      return {
        kind: "ok",
        text: `Status diubah menjadi ${statusLabel("lead", status)}.`,
        undo: { action: `/dashboard/leads/${leadId}/status`, fields: undo, label: "Urungkan" },
      };
    });
  });

  app.post(`${LEAD}/petugas`, async (c) => {
    const { leadId, form, back } = await readForm(c);
    return answerForm(c, back, async () => {
      const siteUrl = tenantOrigin(c.var.tenant, deps.origin);
      const lead = await assignLead(c.var.ctx, { leadId, userId: form.userId || null, siteUrl });
      const text = lead.assignee
        ? `Lead ini sekarang dipegang ${lead.assignee.name}.`
        : "Lead ini tidak dipegang siapa pun.";
      return { kind: "ok", text };
    });
  });

  app.post(`${LEAD}/catatan`, (c) =>
    change(
      c,
      deps,
      (form) => ({ note: form.text ?? "" }),
      async (leadId, form) => {
        await addLeadNote(c.var.ctx, { leadId, text: form.text ?? "" });
        return "Catatan disimpan.";
      },
    ),
  );
  app.post(`${LEAD}/nama`, (c) =>
    change(
      c,
      deps,
      (form) => ({ name: form.name ?? "" }),
      async (leadId, form) => {
        await editLead(c.var.ctx, { leadId, name: form.name ?? "" });
        return "Nama disimpan.";
      },
    ),
  );
  app.post(`${LEAD}/label`, (c) =>
    change(
      c,
      deps,
      (form) => ({ tags: form.tags ?? "" }),
      async (leadId, form) => {
        await editLead(c.var.ctx, { leadId, tags: (form.tags ?? "").split(",").filter((tag) => tag.trim()) });
        return "Label disimpan.";
      },
    ),
  );
  return app;
}

type LeadContext = Context<DashboardEnv, string>;
type Form = Record<string, string>;

/** A form of the lead's own page: back with a word, or the page again with what was typed and a sentence at the field. */
async function change(
  c: LeadContext,
  deps: DashboardDeps,
  typed: (form: Form) => LeadForm,
  work: (leadId: string, form: Form) => Promise<string>,
): Promise<Response> {
  const { leadId, form, back, isFromInbox } = await readForm(c);
  if (wantsJson(c) || isFromInbox)
    return answerForm(c, back, async () => ({ kind: "ok", text: await work(leadId, form) }));
  try {
    const text = await work(leadId, form);
    return answerForm(c, back, async () => ({ kind: "ok", text }));
  } catch (error) {
    const { code, userMessage, fields } = toAppError(error, c.var.requestId);
    if (code !== "validation" && code !== "rule") throw error;
    const errors = fields ? withoutPlaces(fields) : { text: userMessage };
    return renderLead(c, deps, leadId, { ...typed(form), errors });
  }
}

/** "tags.0" is said at "tags". */
function withoutPlaces(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name.split(".")[0] ?? name, sentence]));
}

async function readForm(c: LeadContext) {
  const leadId = c.req.param("id") ?? "";
  const form = formSchema.parse(await c.req.parseBody());
  const isFromInbox = Boolean(form.kembali);
  return {
    leadId,
    form,
    isFromInbox,
    back: form.kembali ? safeReturnPath(form.kembali) : `/dashboard/leads/${leadId}`,
  };
}
