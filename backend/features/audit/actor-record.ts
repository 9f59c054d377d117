import type { Actor } from "@/backend/platform/actor";

/** Who did something, as it may be kept for ever: a customer's number is not part of it. */
export type ActorRecord = Exclude<Actor, { type: "customer" }> | { type: "customer" };

export function actorRecord(actor: Actor): ActorRecord {
  return actor.type === "customer" ? { type: "customer" } : actor;
}
