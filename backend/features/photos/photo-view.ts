import { type PhotoVariantKey, readPhotoVariants } from "@/backend/features/cars";
import { type Box, editsOf, type PhotoEdits, readPhotoRecord } from "./photo-edits";
import type { PhotoRow } from "./photo-store";

/** A photo as the showroom's own people see it; sizes in pixels of the finished picture. */
export type PhotoView = {
  id: string;
  carId: string | null;
  position: number;
  isPrimary: boolean;
  status: "pending" | "ready" | "failed";
  /** Grows with every edit; an edit says which one it was made on. */
  revision: number;
  width: number | null;
  height: number | null;
  dominantColor: string | null;
  /** None while the picture is being made. */
  variants: PhotoVariantKey[];
  edits: PhotoEdits;
  /** Where a plate seems to be, until a person has looked: fractions of the upright original. */
  suggestedMask: Box | null;
};

export function toPhotoView(row: PhotoRow): PhotoView {
  const record = readPhotoRecord(row.edits);
  const { id, carId, position, isPrimary, status, revision, width, height, dominantColor } = row;
  return {
    id,
    carId,
    position,
    isPrimary,
    status,
    revision,
    width,
    height,
    dominantColor,
    variants: readPhotoVariants(row.variants),
    edits: editsOf(record),
    suggestedMask: record.suggestedMask,
  };
}
