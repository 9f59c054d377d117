import type { Actor } from "@/backend/platform/actor";

/** Whether to show the buttons; the verbs decide. */
export function mayEditPhotos(actor: Actor): boolean {
  return actor.type === "user" && (actor.role !== "sales" || actor.permissions.includes("upload"));
}
