import type { Context } from "hono";
import { getConversation, listMessages } from "@/backend/features/conversations";
import { getLead, leadChoices } from "@/backend/features/leads";
import type { Ctx } from "@/backend/platform/ctx";
import { formatRupiah } from "@/backend/platform/money";
import { LeadPage, type LeadPageProps } from "@/frontend/dashboard/leads/lead-page";
import type { DashboardDeps } from "../deps";
import { toChatMessage, toChatRow } from "../inbox/to-chat-row";
import { type DashboardEnv, dashboardPage } from "../page";
import { statusSentence, toEvent, toHandover } from "./lead-history";
import { toLeadRow } from "./lead-row";

const MESSAGES_SHOWN = 50;

export type LeadForm = Partial<LeadPageProps["form"]>;

/** A lead's page; `form` is what came back with a wrong input. */
export async function renderLead(
  c: Context<DashboardEnv>,
  deps: Pick<DashboardDeps, "assets" | "origin">,
  leadId: string,
  form: LeadForm = {},
): Promise<Response> {
  const { ctx, tenant } = c.var;
  const lead = await getLead(ctx, { leadId });
  const [choices, chat] = await Promise.all([
    leadChoices(ctx),
    lead.conversationId ? chatOf(ctx, lead.conversationId, leadId, c.req.query("sebelum")) : null,
  ]);
  const now = ctx.clock.now().toISOString();
  const { timezone } = tenant;
  const row = toLeadRow(lead);
  const props: LeadPageProps = {
    lead: {
      ...{
        ...row,
        reasons: lead.reasons,
        statusReason: row.isErased ? null : statusSentence(lead),
        isOpen: lead.isOpen,
      },
      assigneeId: lead.assignee?.userId ?? null,
      createdAt: lead.createdAt.toISOString(),
      interests: lead.interests.map(({ carId, name, priceRupiah, status }) => ({
        ...{ carId, name, status, price: formatRupiah(priceRupiah) },
      })),
      events: lead.events.map(toEvent),
      handovers: lead.handovers.map((handover) => toHandover(handover, row.isErased)),
    },
    chat: chat && { open: chat, view: { now, timezone } },
    assignees: choices.assignees.map(({ userId, name }) => ({ value: userId, label: name })),
    me: meOf(ctx),
    ...{ timezone, now },
    form: { note: "", tags: lead.tags.join(", "), name: lead.name, errors: {}, ...form },
  };
  const status = form.errors ? 422 : 200;
  const { title } = row;
  return dashboardPage(c, deps, { title, active: "leads", status, children: <LeadPage {...props} /> });
}

/** The conversation to read; answering is the inbox's. null when its customer was erased. */
async function chatOf(ctx: Ctx, conversationId: string, leadId: string, before: string | undefined) {
  const found = await getConversation(ctx, { conversationId }).catch(() => null);
  if (!found) return null;
  const isPlace = before !== undefined && /^\d{1,19}$/.test(before);
  const page = await listMessages(ctx, { conversationId, limit: MESSAGES_SHOWN, ...(isPlace && { before }) });
  return {
    chat: toChatRow(found),
    messages: page.messages.map(toChatMessage),
    olderHref: page.olderCursor && `/dashboard/leads/${leadId}?sebelum=${page.olderCursor}`,
    ...{ sendKey: "", draft: "", missing: [], error: null, whyNot: null, quickReplies: [] },
    ...{ unitSearch: null, units: [], lead: null },
  };
}

function meOf({ actor }: Ctx): LeadPageProps["me"] {
  return actor.type === "user"
    ? { userId: actor.userId, isSales: actor.role === "sales" }
    : { userId: "", isSales: false };
}
