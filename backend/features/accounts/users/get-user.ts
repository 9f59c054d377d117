import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type UserIdInput, userIdSchema } from "../schemas";
import { findUserById, selfId } from "./user-store";
import { toUserView, type UserView } from "./user-view";

/** Somebody of the team; 404 for another showroom's. */
export async function getUser(ctx: Ctx, input: UserIdInput): Promise<UserView> {
  requireRole(ctx.actor, "owner", "admin");
  const { userId } = parseInput(userIdSchema, input);
  return load(ctx, userId);
}

/** The person who is logged in, as their own account page shows them. */
export async function getSelf(ctx: Ctx): Promise<UserView> {
  return load(ctx, selfId(ctx));
}

async function load(ctx: Ctx, userId: string): Promise<UserView> {
  const user = await withTenant(ctx, (tx) => findUserById(tx, ctx, userId));
  if (!user) throw new NotFoundError("user", { userMessage: "Orang ini tidak ada di tim." });
  return toUserView(user);
}
