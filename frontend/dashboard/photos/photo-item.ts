/** A photo of a car in the dashboard; `url` is null while its picture is being made. Cover first in lists. */
export type PhotoItem = {
  id: string;
  url: string | null;
  isPrimary: boolean;
  status: "pending" | "ready" | "failed";
  position: number;
  /** Boxes that are covered. */
  maskCount?: number;
  /** A plate seems to be seen and nothing is covered yet. */
  hasSuggestion?: boolean;
};

export const PHOTO_TYPES = "image/jpeg,image/png,image/webp,image/heic,.heic";

/** Pages and forms of a car's photos. */
export function photosHref(carId: string): string {
  return `/dashboard/stok/${carId}/foto`;
}

export function photoHref(carId: string, photoId: string): string {
  return `${photosHref(carId)}/${photoId}`;
}

/** The JSON door of the same. */
export function photosApi(carId: string): string {
  return `/api/admin/cars/${carId}/photos`;
}
