import { z } from "zod";
import { isHotSignal, LEAD_SIGNALS, type LeadSignal } from "./lead-signals";

export const LEAD_STATUSES = ["new", "warm", "hot", "cold", "closed", "lost"] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

const reasonSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hot_signal"), signal: z.enum(LEAD_SIGNALS) }),
  z.object({ type: z.literal("score"), score: z.int() }),
  z.object({ type: z.literal("wrote_again") }),
  z.object({ type: z.literal("silence"), days: z.int() }),
  z.object({ type: z.literal("set_by_person") }),
]);

/** Why a lead has its status; stands in its history. */
export type StatusReason = z.infer<typeof reasonSchema>;

export type StatusDecision = { status: LeadStatus; reason: StatusReason };

export const WARM_SCORE = 3;
export const COLD_AFTER_DAYS = 14;

/** Over: won or lost. Only people say so, and only people open it again. */
export function isOver(status: LeadStatus): boolean {
  return status === "closed" || status === "lost";
}

/**
 * What a message makes of a lead; null when nothing changes. One step up at a time is not asked for: a hot signal makes
 * hot at once. A message never cools.
 */
export function statusAfterMessage(
  status: LeadStatus,
  heard: readonly LeadSignal[],
  score: number,
): StatusDecision | null {
  if (isOver(status) || status === "hot") return null;
  const signal = heard.find(isHotSignal);
  if (signal) return { status: "hot", reason: { type: "hot_signal", signal } };
  if (status === "cold") return { status: "warm", reason: { type: "wrote_again" } };
  if (status === "new" && score >= WARM_SCORE) return { status: "warm", reason: { type: "score", score } };
  return null;
}

/** Silence cools every open lead, a hot one too. */
export function statusAfterSilence(status: LeadStatus, silentDays: number): StatusDecision | null {
  if (isOver(status) || status === "cold" || silentDays < COLD_AFTER_DAYS) return null;
  return { status: "cold", reason: { type: "silence", days: COLD_AFTER_DAYS } };
}

/** The reason as the history keeps it; null for a lead that is as new as it came. */
export function whyStatus(lastChange: unknown): StatusReason | null {
  const change = z.object({ reason: reasonSchema }).safeParse(lastChange);
  return change.success ? change.data.reason : null;
}
