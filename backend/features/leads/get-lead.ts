import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type StatusReason, whyStatus } from "./lead-status";
import { leadInclude, visibleTo } from "./lead-store";
import { type LeadView, toLeadView } from "./lead-view";
import { type LeadIdInput, leadIdSchema } from "./schemas";

export type LeadEventView = { id: string; type: string; actor: unknown; data: unknown; createdAt: Date };

export type HandoverView = {
  id: string;
  reason: string;
  status: "open" | "claimed" | "closed";
  claimedBy: string | null;
  createdAt: Date;
  claimedAt: Date | null;
  /** In the order they were asked. */
  offers: {
    name: string;
    status: "offered" | "claimed" | "skipped" | "expired" | "lost";
    offeredAt: Date;
    /** null: waited for without end. */
    expiresAt: Date | null;
    answeredAt: Date | null;
  }[];
};

/** History and hand-overs latest first. */
export type LeadDetail = LeadView & {
  /** Why it has its status; null while it is as new as it came. */
  statusReason: StatusReason | null;
  events: LeadEventView[];
  handovers: HandoverView[];
};

const EVENTS_SHOWN = 200;
const HANDOVERS_SHOWN = 20;

/** A lead with everything that happened to it. @throws NotFoundError for a colleague's or another tenant's */
export async function getLead(ctx: Ctx, input: LeadIdInput): Promise<LeadDetail> {
  const { leadId } = parseInput(leadIdSchema, input);
  return withTenant(ctx, async (tx) => {
    const lead = await findVisible(tx, ctx, leadId);
    const where = { tenantId: ctx.tenant.id, leadId };
    const events = await tx.leadEvent.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: EVENTS_SHOWN,
    });
    const lastChange = await tx.leadEvent.findFirst({
      where: { ...where, type: "lead.status_changed" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    });
    const statusReason = whyStatus(lastChange?.data);
    return { ...lead, statusReason, events: events.map(toEventView), handovers: await handoversOf(tx, where) };
  });
}

/** The lead as it stands in this transaction, for verbs that have changed it. */
export async function getLeadView(tx: Tx, ctx: Ctx, leadId: string): Promise<LeadView> {
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id: leadId } };
  return toLeadView(await tx.lead.findUniqueOrThrow({ where, include: leadInclude }));
}

async function findVisible(tx: Tx, ctx: Ctx, leadId: string): Promise<LeadView> {
  const row = await tx.lead.findFirst({ where: { AND: [{ id: leadId }, visibleTo(ctx)] }, include: leadInclude });
  if (!row) throw new NotFoundError("lead");
  return toLeadView(row);
}

function toEventView({ id, type, actor, data, createdAt }: LeadEventView): LeadEventView {
  return { id, type, actor, data, createdAt };
}

async function handoversOf(tx: Tx, where: { tenantId: number; leadId: string }): Promise<HandoverView[]> {
  const rows = await tx.handover.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: HANDOVERS_SHOWN,
    include: {
      claimedBy: { select: { name: true } },
      offers: { orderBy: [{ offeredAt: "asc" }, { id: "asc" }], include: { user: { select: { name: true } } } },
    },
  });
  return rows.map((row) => ({
    ...{ id: row.id, reason: row.reason, status: row.status, claimedBy: row.claimedBy?.name ?? null },
    ...{ createdAt: row.createdAt, claimedAt: row.claimedAt },
    offers: row.offers.map(({ user, status, offeredAt, expiresAt, answeredAt }) => ({
      ...{ name: user.name, status, offeredAt, expiresAt, answeredAt },
    })),
  }));
}
