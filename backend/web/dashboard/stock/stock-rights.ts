import type { Actor } from "@/backend/platform/actor";

/** What to show; the verbs decide. */
export function rightsOf(actor: Actor) {
  const role = actor.type === "user" ? actor.role : null;
  const runsTheShop = role === "owner" || role === "admin";
  const has = (permission: string) => runsTheShop || (actor.type === "user" && actor.permissions.includes(permission));
  return {
    mayAdd: has("upload"),
    mayEdit: has("upload"),
    maySetPrice: has("price"),
    maySetStatus: has("status"),
    mayBulk: runsTheShop,
    mayImport: runsTheShop,
    mayDelete: runsTheShop,
    seesPlate: has("upload") || has("status"),
    seesCost: role === "owner",
  };
}
