import type { StaffCommand } from "@/backend/features/language";
import { type Actor, hasPermission } from "@/backend/platform/actor";

/** What the verbs behind a command ask for in the end; they keep asking. */
const PERMISSIONS: Partial<Record<StaffCommand, string>> = {
  upload_start: "upload",
  upload_details: "upload",
  status_change: "status",
  price_change: "price",
  stats: "stats",
};

/** Whether a command leads anywhere for this person: better refused at its first word than after the last answer. */
export function mayCommand(actor: Actor, command: StaffCommand): boolean {
  const permission = PERMISSIONS[command];
  return permission === undefined || hasPermission(actor, permission);
}
