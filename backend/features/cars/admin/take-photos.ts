import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { ValidationError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";

const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

type TakenPhoto = { originalKey: string; sha256: string; width: number; height: number };
type StoredPhoto = { ok: true; photo: TakenPhoto } | { ok: false; userMessage: string };

/** The photo feature's verbs, handed in because that feature knows the cars already. */
export type PhotoTakers = {
  objectStore: ObjectStore;
  photos: {
    storeOriginal(store: ObjectStore, tenantId: number, bytes: Uint8Array): Promise<StoredPhoto>;
    addPhotos(ctx: Ctx, photos: readonly TakenPhoto[]): Promise<string[]>;
  };
};

/** Base64 pictures, with or without a "data:" head, into the photo pipeline; their ids in order. */
export async function takePhotos(ctx: Ctx, takers: PhotoTakers, pictures: readonly string[]): Promise<string[]> {
  requirePermission(ctx.actor, "upload");
  const taken: TakenPhoto[] = [];
  for (const [index, picture] of pictures.entries()) {
    const bytes = Buffer.from(picture.replace(/^data:[^,]*,/, ""), "base64");
    if (bytes.byteLength > MAX_PHOTO_BYTES) throw new ValidationError({ [`photos.${index}`]: "Maksimal 10 MB" });
    const stored = await takers.photos.storeOriginal(takers.objectStore, ctx.tenant.id, bytes);
    if (!stored.ok) throw new ValidationError({ [`photos.${index}`]: stored.userMessage });
    taken.push(stored.photo);
  }
  return taken.length > 0 ? takers.photos.addPhotos(ctx, taken) : [];
}
