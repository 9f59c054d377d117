import { hidePlates } from "@/backend/features/language";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { messageLine } from "./message-line";

export type ConversationDigestOptions = { limit: number };

const LINE_CHARACTERS = 160;

type Stretch = { startedAt: Date; endedAt: Date | null; user: { name: string } | null };

/**
 * The last `limit` messages that were really said, oldest first, one short line each: "Pelanggan: …", "Bot: …",
 * "Budi: …". Without plates. Asked by the bot itself in a customer's turn, too; what comes out is for staff.
 */
export async function conversationDigest(
  ctx: Ctx,
  conversationId: string,
  { limit }: ConversationDigestOptions,
): Promise<string[]> {
  if (ctx.actor.type !== "customer") requireRole(ctx.actor, "owner", "admin", "sales");
  return withTenant(ctx, async (tx) => {
    const messages = await tx.message.findMany({
      where: { tenantId: ctx.tenant.id, conversationId, status: { notIn: ["dropped", "failed"] } },
      orderBy: { seq: "desc" },
      take: limit,
      select: { sender: true, kind: true, text: true, createdAt: true },
    });
    const stretches = await stretchesOf(tx, ctx, conversationId);
    return messages.reverse().flatMap((message) => {
      const line = shorten(hidePlates(messageLine(message), "[plat]"));
      return line ? [`${speakerOf(message, stretches)}: ${line}`] : [];
    });
  });
}

function stretchesOf(tx: Tx, ctx: Ctx, conversationId: string): Promise<Stretch[]> {
  return tx.takeover.findMany({
    where: { tenantId: ctx.tenant.id, conversationId },
    select: { startedAt: true, endedAt: true, user: { select: { name: true } } },
  });
}

/** A message does not say who of sales wrote it; the stretch it was written in does. */
function speakerOf({ sender, createdAt }: { sender: string; createdAt: Date }, stretches: Stretch[]): string {
  if (sender === "customer") return "Pelanggan";
  if (sender === "owner_phone") return "Showroom";
  if (sender !== "sales") return "Bot";
  const stretch = stretches.find(
    ({ startedAt, endedAt }) => startedAt <= createdAt && (endedAt === null || createdAt < endedAt),
  );
  return stretch?.user?.name ?? "Sales";
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LINE_CHARACTERS ? `${line.slice(0, LINE_CHARACTERS - 1).trimEnd()}…` : line;
}
