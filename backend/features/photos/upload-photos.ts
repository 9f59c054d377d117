import { recordEvent } from "@/backend/features/audit";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError, ValidationError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { parseInput } from "@/backend/platform/parse-input";
import { addPhotos } from "./add-photos";
import { attachPhotos } from "./attach-photos";
import { lockCarOfPhotos, photosOfCar } from "./photo-store";
import { type PhotoView, toPhotoView } from "./photo-view";
import { carOfPhotosSchema, MOST_FILES_PER_UPLOAD, MOST_PHOTOS_PER_CAR } from "./schemas";
import { type OriginalPhoto, storeOriginal } from "./store-original";

export type UploadedFile = { fileName: string; bytes: Uint8Array };

/** `refused` says per file, in Indonesian, why it was not taken. */
export type UploadResult = { photos: PhotoView[]; refused: { fileName: string; message: string }[] };

const NO_FILE = "Pilih dulu fotonya, minimal satu.";

type UploadInput = {
  carId: string;
  files: readonly UploadedFile[];
  /** The same upload may have come before: pictures the car has already are not hung twice. */
  isRepeatable?: boolean;
};

/** Hangs pictures on a car, behind the ones it has. Each is judged by its content; one bad file stops no other. */
export async function uploadPhotos(ctx: Ctx, store: ObjectStore, input: UploadInput): Promise<UploadResult> {
  requirePermission(ctx.actor, "upload");
  const { carId } = parseInput(carOfPhotosSchema, input);
  if (input.files.length === 0) throw new ValidationError({ photos: NO_FILE }, { userMessage: NO_FILE });
  if (input.files.length > MOST_FILES_PER_UPLOAD) {
    throw new RuleError(`Sekali unggah maksimal ${MOST_FILES_PER_UPLOAD} foto. Unggah sisanya setelah ini.`);
  }
  if (!input.isRepeatable) await requireRoom(ctx, carId, 1);

  const { taken, refused } = await keepOriginals(ctx, store, input.files);
  if (taken.length === 0) return { photos: [], refused };
  return { photos: await hang(ctx, carId, taken, input.isRepeatable ?? false), refused };
}

async function keepOriginals(ctx: Ctx, store: ObjectStore, files: readonly UploadedFile[]) {
  const taken: OriginalPhoto[] = [];
  const refused: UploadResult["refused"] = [];
  for (const { fileName, bytes } of files) {
    const stored = await storeOriginal(store, ctx.tenant.id, bytes);
    if (stored.ok) taken.push(stored.photo);
    else refused.push({ fileName: fileName.slice(0, 120), message: stored.userMessage });
  }
  return { taken, refused };
}

function hang(ctx: Ctx, carId: string, taken: readonly OriginalPhoto[], isRepeatable: boolean): Promise<PhotoView[]> {
  return withTenant(ctx, async (tx) => {
    const inside = joined(ctx, tx);
    await lockCarOfPhotos(tx, ctx.tenant.id, carId);
    const present = isRepeatable ? await photosOfCar(tx, ctx.tenant.id, carId) : [];
    const known = new Set(present.map(({ sha256 }) => sha256));
    const originals = taken.filter(({ sha256 }) => !known.has(sha256));
    if (originals.length === 0) return [];
    await requireRoom(inside, carId, originals.length);
    const photoIds = await addPhotos(inside, originals);
    await recordEvent(tx, ctx, { type: "photo.added", data: { carId, photoIds } });
    await attachPhotos(inside, { carId, photoIds });
    const photos = await photosOfCar(tx, ctx.tenant.id, carId);
    return photos.filter(({ id }) => photoIds.includes(id)).map(toPhotoView);
  });
}

async function requireRoom(ctx: Ctx, carId: string, wanted: number): Promise<void> {
  const present = await withTenant(ctx, async (tx) => {
    await lockCarOfPhotos(tx, ctx.tenant.id, carId);
    return tx.carPhoto.count({ where: { tenantId: ctx.tenant.id, carId } });
  });
  if (present + wanted <= MOST_PHOTOS_PER_CAR) return;
  throw new RuleError(`Satu unit maksimal ${MOST_PHOTOS_PER_CAR} foto, dan sudah ada ${present}.`);
}
