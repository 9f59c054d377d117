import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { type ListUsersInput, listUsersSchema } from "../schemas";
import { userInclude } from "./user-store";
import { toUserView, type UserView } from "./user-view";

export type UserPage = { users: UserView[]; page: number; limit: number; total: number; totalPages: number };

/** The team: who is active first, then by role and name. */
export async function listUsers(ctx: Ctx, input: ListUsersInput = {}): Promise<UserPage> {
  requireRole(ctx.actor, "owner", "admin");
  const { search, page, limit } = parseInput(listUsersSchema, input);
  const contains = { contains: search ?? "", mode: "insensitive" } as const;
  const where = { tenantId: ctx.tenant.id, ...(search && { OR: [{ name: contains }, { email: contains }] }) };

  return withTenant(ctx, async (tx) => {
    const total = await tx.user.count({ where });
    const rows = await tx.user.findMany({
      where,
      include: userInclude,
      orderBy: [{ status: "asc" }, { role: "asc" }, { name: "asc" }, { id: "asc" }],
      skip: (page - 1) * limit,
      take: limit,
    });
    return { users: rows.map(toUserView), page, limit, total, totalPages: Math.max(1, Math.ceil(total / limit)) };
  });
}
