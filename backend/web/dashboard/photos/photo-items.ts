import { type PhotoView, smallPictureUrl } from "@/backend/features/photos";
import type { PhotoItem } from "@/frontend/dashboard/photos/photo-item";

/** What PhotoManager shows, of what `listPhotos` gives. */
export function toPhotoItems(photos: readonly PhotoView[]): PhotoItem[] {
  return photos.map(({ id, variants, isPrimary, status, position, edits, suggestedMask }) => ({
    ...{ id, url: smallPictureUrl(variants), isPrimary, status, position },
    maskCount: edits.masks.length,
    hasSuggestion: suggestedMask !== null,
  }));
}
