import { createHash } from "node:crypto";
import { renderChatPhoto } from "@/backend/features/photos";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";

/**
 * A photo for a customer, ready to be sent: upright JPEG without EXIF and GPS, under a public key that only its content
 * gives away (gateways fetch it from there). @throws PhotoError for what is no photo
 */
export async function storeChatPhoto(ctx: Ctx, store: ObjectStore, bytes: Uint8Array): Promise<{ photoKey: string }> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const jpeg = await renderChatPhoto(bytes);
  const photoKey = `photos/${ctx.tenant.id}/chat/${createHash("sha256").update(jpeg).digest("hex")}.jpg`;
  if (!(await store.exists(photoKey))) await store.put(photoKey, jpeg, "image/jpeg");
  return { photoKey };
}

export function isChatPhotoOf(tenantId: number, key: string): boolean {
  return new RegExp(`^photos/${tenantId}/chat/[0-9a-f]{64}\\.jpg$`).test(key);
}
