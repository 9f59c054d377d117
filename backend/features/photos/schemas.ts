import { z } from "zod";
import { photoEditsSchema } from "./photo-edits";

export const MOST_PHOTOS_PER_CAR = 30;
export const MOST_FILES_PER_UPLOAD = 10;

export const carOfPhotosSchema = z.object({ carId: z.uuid() });
export const photoOfCarSchema = z.object({ carId: z.uuid(), photoId: z.uuid() });
export type PhotoOfCarInput = z.input<typeof photoOfCarSchema>;

export const orderSchema = z.object({
  /** Every photo of the car, once, cover first. */
  photoIds: z.array(z.uuid()).max(200),
});
export const reorderPhotosSchema = carOfPhotosSchema.extend(orderSchema.shape);
export type ReorderPhotosInput = z.input<typeof reorderPhotosSchema>;

/** `revision` is the one the person saw. */
export const editsOnRevisionSchema = photoEditsSchema.extend({ revision: z.int().min(0) });
export const editPhotoSchema = photoOfCarSchema.extend(editsOnRevisionSchema.shape);
export type EditPhotoInput = z.input<typeof editPhotoSchema>;
