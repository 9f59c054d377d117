import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { parseInput } from "@/backend/platform/parse-input";
import { decodePhoto } from "./decode-photo";
import { loadSharp } from "./load-sharp";
import { openPixels } from "./photo-pixels";
import { loadPhoto } from "./photo-store";
import { type PhotoOfCarInput, photoOfCarSchema } from "./schemas";

const SIDE_PX = 1280;

/** The picture as it came, upright and without EXIF, JPEG of at most 1280 px: only for whoever may cover its plate. */
export async function showOriginal(ctx: Ctx, store: ObjectStore, input: PhotoOfCarInput): Promise<Uint8Array> {
  requirePermission(ctx.actor, "upload");
  const photo = parseInput(photoOfCarSchema, input);
  const { originalKey } = await withTenant(ctx, (tx) => loadPhoto(tx, ctx.tenant.id, photo));
  const original = await store.get(originalKey);
  if (!original) throw new NotFoundError("original", { userMessage: "Foto asli tidak ditemukan." });

  const pixels = await decodePhoto(original.bytes, { maxWidth: SIDE_PX, maxHeight: SIDE_PX });
  return openPixels(await loadSharp(), pixels)
    .jpeg({ quality: 80 })
    .toBuffer();
}
