import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { AppError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { parseInput } from "@/backend/platform/parse-input";
import { editsOf, type PhotoEdits, readPhotoRecord } from "./photo-edits";
import { lockCarOfPhotos, lockPhoto, updatePhoto } from "./photo-store";
import { type PhotoView, toPhotoView } from "./photo-view";
import { deleteNow, publicKeysOf } from "./retire-files";
import { type EditPhotoInput, editPhotoSchema } from "./schemas";

/**
 * Turns, crops and masks a photo: says how it shall be, counted from the original. From the commit on nothing of the old
 * picture is shown; its files are gone when this returns, and the job makes the new ones under other names. An edit made
 * on an older revision is a conflict.
 */
export async function editPhoto(ctx: Ctx, store: ObjectStore, input: EditPhotoInput): Promise<PhotoView> {
  requirePermission(ctx.actor, "upload");
  const { carId, photoId, revision, ...edits } = parseInput(editPhotoSchema, input);

  const { view, retiredKeys } = await withTenant(ctx, async (tx) => {
    await lockCarOfPhotos(tx, ctx.tenant.id, carId);
    const photo = await lockPhoto(tx, ctx.tenant.id, { carId, photoId });
    if (photo.revision !== revision) throw staleEdit();
    const record = readPhotoRecord(photo.edits);
    if (isSame(editsOf(record), edits)) return { view: toPhotoView(photo), retiredKeys: [] };

    const retired = publicKeysOf(photo);
    const edited = await updatePhoto(tx, ctx.tenant.id, photoId, {
      status: "pending",
      failure: null,
      revision: revision + 1,
      edits: { ...record, ...edits, retiredKeys: retired },
      variants: [],
    });
    await ctx.db.jobs.enqueue(tx, "process-photo", { tenantId: ctx.tenant.id, photoId });
    await recordEvent(tx, ctx, { type: "photo.edited", data: { carId, photoId, edits } });
    await bumpCatalogVersion(tx, ctx);
    return { view: toPhotoView(edited), retiredKeys: retired };
  });
  await deleteNow(store, retiredKeys);
  return view;
}

function isSame(before: PhotoEdits, after: PhotoEdits): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function staleEdit(): AppError {
  return new AppError("conflict", "photo was edited meanwhile", {
    userMessage: "Foto ini baru saja diubah orang lain. Muat ulang halaman, lalu ulangi.",
  });
}
