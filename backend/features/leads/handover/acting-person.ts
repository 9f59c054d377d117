import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { ForbiddenError } from "@/backend/platform/errors";
import type { Person } from "./claim-handover";

/** The member of staff who acts. A lead belongs to a person: the system cannot take one. */
export function actingPerson({ actor }: Ctx): Person {
  requireRole(actor, "owner", "admin", "sales");
  if (actor.type !== "user") throw new ForbiddenError("only a person can take a lead");
  return { userId: actor.userId, name: actor.name };
}
