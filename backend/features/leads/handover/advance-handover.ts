import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { isOver } from "../lead-status";
import type { LeadRow } from "../lead-store";
import { recordLeadEvent } from "../record-lead-event";
import { claimHandover } from "./claim-handover";
import { lockHolder } from "./conversation-holder";
import { closeOpenHandover, type HandoverRow } from "./handover-store";
import { type OfferedTo, offerNext } from "./offer-next";

export type Advance =
  | { type: "offered"; to: OfferedTo }
  | { type: "no_staff" }
  /** It needs nobody any more: a person has the customer, or the lead is over. */
  | { type: "settled" };

/** After a no or a silence: the next person is asked, if the lead still wants one. The lead is locked. */
export async function advanceHandover(
  tx: Tx,
  ctx: Ctx,
  { lead, handover, siteUrl }: { lead: LeadRow; handover: HandoverRow; siteUrl: string },
): Promise<Advance> {
  const { conversationId } = handover;
  if (handover.status !== "open") return { type: "settled" };
  if (isOver(lead.status) || !conversationId) return close(tx, ctx, handover);

  const { deviceId, holder } = await lockHolder(tx, ctx, conversationId);
  if (holder.type === "person") {
    if (!holder.user) return close(tx, ctx, handover);
    await claimHandover(tx, ctx, { lead, handover, person: holder.user });
    return { type: "settled" };
  }
  const to = await offerNext(tx, ctx, { lead, handover, place: { conversationId, deviceId, siteUrl } });
  return to ? { type: "offered", to } : { type: "no_staff" };
}

async function close(tx: Tx, ctx: Ctx, handover: HandoverRow): Promise<Advance> {
  await closeOpenHandover(tx, ctx, handover.id);
  await recordLeadEvent(tx, ctx, handover.leadId, "handover.closed", { handoverId: handover.id });
  return { type: "settled" };
}
