import { fetchMessagePhoto, type MessagePhotoDeps } from "@/backend/features/photos";
import type { Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { messageMediaSchema } from "./message-view";
import { messageIdSchema } from "./schemas";

export type MessageMedia = { bytes: Uint8Array; filename: string | null };

/**
 * The file of a message in a customer's chat, for the showroom's own people. A picture that is still at the gateway is
 * brought in when it is looked at first, and kept.
 * @throws NotFoundError for a message without a file, one of staff's chats and another tenant's
 */
export async function readMessageMedia(
  ctx: Ctx,
  deps: MessagePhotoDeps,
  input: { messageId: string },
): Promise<MessageMedia> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { messageId } = parseInput(messageIdSchema, input);
  const message = await withTenant(ctx, (tx) =>
    tx.message.findFirst({
      where: { tenantId: ctx.tenant.id, id: messageId, conversation: { persona: "customer", erasedAt: null } },
      select: { kind: true, media: true },
    }),
  );
  const media = messageMediaSchema.safeParse(message?.media).data;
  if (!message || !media) throw gone();

  if (media.objectKey && !isOfTenant(ctx.tenant.id, media.objectKey)) throw gone();
  const key = media.objectKey ?? (message.kind === "image" ? await bringIn(ctx, deps, messageId, media) : null);
  const stored = key ? await deps.objectStore.get(key) : null;
  if (!stored) throw gone();
  return { bytes: stored.bytes, filename: media.filename ?? null };
}

async function bringIn(
  ctx: Ctx,
  deps: MessagePhotoDeps,
  messageId: string,
  media: { url?: string | undefined } & Record<string, Prisma.InputJsonValue | undefined>,
): Promise<string | null> {
  if (!media.url) return null;
  const fetched = await fetchMessagePhoto(deps, ctx.tenant.id, { url: media.url }, { isLastAttempt: true });
  if (!fetched.ok) return null;
  const { originalKey: objectKey } = fetched.photo;
  await withTenant(ctx, (tx) =>
    tx.message.updateMany({
      where: { tenantId: ctx.tenant.id, id: messageId, conversation: { erasedAt: null } },
      data: { media: { ...media, objectKey } },
    }),
  );
  return objectKey;
}

/** Whatever a gateway wrote: only the showroom's own files, and those of simulated phones. */
function isOfTenant(tenantId: number, key: string): boolean {
  return [`photos/${tenantId}/`, `originals/${tenantId}/`, "simulator/"].some((folder) => key.startsWith(folder));
}

function gone(): NotFoundError {
  return new NotFoundError("media", { userMessage: "Berkas ini sudah tidak ada." });
}
