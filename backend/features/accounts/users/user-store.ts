import type { Prisma, User } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { AppError, NotFoundError } from "@/backend/platform/errors";

export const userInclude = { branch: { select: { id: true, name: true } } } as const satisfies Prisma.UserInclude;
export type UserRow = Prisma.UserGetPayload<{ include: typeof userInclude }>;

export async function findUserByEmail(tx: Tx, { tenant }: Ctx, email: string): Promise<User | null> {
  return tx.user.findUnique({ where: { tenantId_email: { tenantId: tenant.id, email } } });
}

export async function findUserById(tx: Tx, { tenant }: Ctx, userId: string): Promise<UserRow | null> {
  return tx.user.findUnique({ where: { tenantId_id: { tenantId: tenant.id, id: userId } }, include: userInclude });
}

/** Locked until the transaction ends; 404 when it is nobody of this showroom. */
export async function lockUser(tx: Tx, ctx: Ctx, userId: string): Promise<UserRow> {
  await tx.$queryRaw`
    SELECT 1 FROM users WHERE tenant_id = ${ctx.tenant.id} AND id = ${userId}::uuid FOR NO KEY UPDATE`;
  const user = await findUserById(tx, ctx, userId);
  if (!user) throw new NotFoundError("user", { userMessage: "Orang ini tidak ada di tim." });
  return user;
}

/** The person who is logged in, locked. */
export async function lockSelf(tx: Tx, ctx: Ctx): Promise<UserRow> {
  return lockUser(tx, ctx, selfId(ctx));
}

export function selfId({ actor }: Ctx): string {
  if (actor.type !== "user") throw new AppError("unauthenticated", "needs somebody who is logged in");
  return actor.userId;
}

export async function updateUserRow(
  tx: Tx,
  { tenant }: Ctx,
  userId: string,
  data: Prisma.UserUncheckedUpdateInput,
): Promise<UserRow> {
  return tx.user.update({ where: { tenantId_id: { tenantId: tenant.id, id: userId } }, data, include: userInclude });
}

/** Owners who can log in, locked in the order of their ids: none of them may vanish while it is decided whether another may. */
export async function lockActiveOwners(tx: Tx, { tenant }: Ctx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE tenant_id = ${tenant.id} AND role = 'owner' AND status = 'active'
     ORDER BY id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}
