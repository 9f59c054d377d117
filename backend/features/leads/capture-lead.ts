import type { Lead } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { normalizePhone } from "@/backend/platform/phone";
import { isAnotherDay } from "./is-another-day";
import { isHotSignal, type LeadSignals, readSignals, type SignalInput, scoreOf, withHeard } from "./lead-signals";
import { isCampaign, sourceToKeep } from "./lead-source";
import { type LeadStatus, type StatusDecision, statusAfterMessage } from "./lead-status";
import { insertInterests, insertOpenLead, lockOpenLead, updateLead } from "./lead-store";
import { recordLeadEvent } from "./record-lead-event";
import { type CaptureLeadInput, captureLeadSchema } from "./schemas";

type Input = ReturnType<typeof captureLeadSchema.parse>;

export type CapturedLead = {
  id: string;
  name: string;
  phone: string;
  isNew: boolean;
  /** 0 to 10. */
  score: number;
  status: LeadStatus;
  /** Why the score, the most telling first. */
  reasons: string[];
  /** It became hot by what was captured now. */
  becameHot: boolean;
  /** What was captured now holds a hot signal, whether or not the lead was hot before. */
  hasHotSignal: boolean;
  assigneeId: string | null;
};

/**
 * Writes a customer's interest down: the open lead of that phone, or a new one. Never two open leads for one phone; the
 * unique key on the open phone decides when two come at once. Score and status follow from the signals.
 */
export async function captureLead(ctx: Ctx, input: CaptureLeadInput): Promise<CapturedLead> {
  const parsed = parseInput(captureLeadSchema, input);
  const phone = normalizePhone(parsed.phone);
  if (!phone) throw new ValidationError({ phone: "Nomor HP tidak terbaca" });

  return withTenant(ctx, async (tx) => {
    const { lead, isNew } = await openLead(tx, ctx, phone, parsed.source);
    const before = readSignals(lead.signals);
    const heard = await signalsOf(tx, ctx, parsed, before);
    const signals = withHeard(before, heard, ctx.clock.now());
    const { score, reasons } = scoreOf(signals);
    const decision = statusAfterMessage(
      lead.status,
      heard.map(({ signal }) => signal),
      score,
    );

    const source = sourceToKeep(lead.source, parsed.source);
    const updated = await updateLead(tx, ctx.tenant.id, lead.id, {
      ...{ signals, score, scoreReasons: reasons, source, updatedAt: ctx.clock.now() },
      name: nameToKeep(lead.name, parsed, before),
      ...(decision && { status: decision.status }),
      ...(parsed.conversationId && { conversationId: parsed.conversationId }),
    });
    const newCarIds = await insertInterests(tx, ctx, lead.id, parsed.carIds);
    await recordChanges(tx, ctx, { lead, isNew, before, heard, score, decision, source, newCarIds });
    return {
      ...{ id: lead.id, name: updated.name, phone, isNew, score, status: updated.status, reasons },
      becameHot: decision?.status === "hot",
      hasHotSignal: heard.some(({ signal }) => isHotSignal(signal)),
      assigneeId: updated.assigneeId,
    };
  });
}

/** The open lead of a phone, locked, made when there is none; it may be closed between making and locking. */
async function openLead(tx: Tx, ctx: Ctx, phone: string, source: string): Promise<{ lead: Lead; isNew: boolean }> {
  let isNew = false;
  for (let attempt = 0; attempt < 5; attempt++) {
    const lead = await lockOpenLead(tx, ctx.tenant.id, phone);
    if (lead) return { lead, isNew };
    isNew = await insertOpenLead(tx, ctx, { phone, source });
  }
  throw new Error("the open lead of a phone keeps being closed");
}

/** What was heard, and what follows from who writes and when. */
async function signalsOf(tx: Tx, ctx: Ctx, input: Input, before: LeadSignals): Promise<SignalInput[]> {
  const heard: SignalInput[] = [...input.signals];
  if (isCampaign(input.source)) heard.push({ signal: "from_ad", detail: input.source });
  if (input.name) heard.push({ signal: "gave_name" });
  if (ctx.actor.type !== "customer" && ctx.actor.type !== "visitor") return heard;

  heard.push({ signal: "wrote" });
  if (before.wrote && (await isAnotherDay(tx, ctx, before.wrote.lastAt))) heard.push({ signal: "returned" });
  return heard;
}

function nameToKeep(known: string, { name, profileName }: Input, before: LeadSignals): string {
  if (name) return name;
  return before.gave_name && known ? known : profileName || known;
}

type Changes = {
  lead: Lead;
  isNew: boolean;
  before: LeadSignals;
  heard: SignalInput[];
  score: number;
  decision: StatusDecision | null;
  source: string;
  newCarIds: string[];
};

async function recordChanges(tx: Tx, ctx: Ctx, changes: Changes): Promise<void> {
  const { lead, before, heard, score, decision, source } = changes;
  if (changes.isNew) await recordLeadEvent(tx, ctx, lead.id, "lead.created", { source });
  const fresh = [...new Set(heard.map(({ signal }) => signal))].filter(
    (signal) => !before[signal] && signal !== "wrote",
  );
  if (fresh.length > 0) await recordLeadEvent(tx, ctx, lead.id, "lead.signals", { signals: fresh, score });
  if (source !== lead.source) {
    await recordLeadEvent(tx, ctx, lead.id, "lead.source_changed", { from: lead.source, to: source });
  }
  for (const carId of changes.newCarIds) await recordLeadEvent(tx, ctx, lead.id, "lead.interested", { carId });
  if (decision) {
    const { status, reason } = decision;
    await recordLeadEvent(tx, ctx, lead.id, "lead.status_changed", { from: lead.status, to: status, reason });
  }
}
