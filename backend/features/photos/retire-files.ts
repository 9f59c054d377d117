import { readPhotoVariants } from "@/backend/features/cars";
import { logger } from "@/backend/platform/logger";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { readPhotoRecord } from "./photo-edits";
import { deleteFiles } from "./photo-files";
import type { PhotoRow } from "./photo-store";

/** Every object key of a photo that is, or may still be, public. */
export function publicKeysOf(photo: Pick<PhotoRow, "variants" | "edits">): string[] {
  const { retiredKeys } = readPhotoRecord(photo.edits);
  return [...retiredKeys, ...readPhotoVariants(photo.variants).map(({ key }) => key)];
}

/** Deletes at once what must not be public any more. The photo's job does it again, should the store be away now. */
export async function deleteNow(store: ObjectStore, keys: readonly string[]): Promise<void> {
  await deleteFiles(store, keys).catch((error: unknown) => {
    logger.warn("photo files not deleted yet; the job tries again", { count: keys.length, error });
  });
}
