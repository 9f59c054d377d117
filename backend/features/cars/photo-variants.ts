/** One processed size of a photo; `key` is its object key, public under /media/<key>. */
export type PhotoVariantKey = { format: "avif" | "webp" | "jpeg"; width: number; height: number; key: string };

/** Reads `car_photos.variants`; entries that are not what the photo pipeline writes are left out. */
export function readPhotoVariants(json: unknown): PhotoVariantKey[] {
  return Array.isArray(json) ? json.filter(isVariant) : [];
}

function isVariant(value: unknown): value is PhotoVariantKey {
  if (typeof value !== "object" || value === null) return false;
  if (!("key" in value && "format" in value && "width" in value && "height" in value)) return false;
  const isKnownFormat = value.format === "avif" || value.format === "webp" || value.format === "jpeg";
  return isKnownFormat && typeof value.key === "string" && typeof value.width === "number";
}
