import { z } from "@hono/zod-openapi";
import { boxSchema, photoEditsSchema } from "./photo-edits";
import type { PhotoView } from "./photo-view";

export const photoJsonSchema = z
  .object({
    id: z.uuid(),
    position: z.int(),
    isPrimary: z.boolean(),
    /** `pending` while the picture is being made: it has no variants then. */
    status: z.enum(["pending", "ready", "failed"]),
    /** To be sent back with an edit. */
    revision: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    dominantColor: z.string().nullable(),
    /** A small picture for lists; null while there is none. */
    url: z.string().nullable(),
    variants: z.array(
      z.object({ format: z.enum(["avif", "webp", "jpeg"]), width: z.int(), height: z.int(), url: z.string() }),
    ),
    edits: photoEditsSchema,
    /** Where a plate seems to be: fractions of the upright original. Nothing is covered until an edit says so. */
    suggestedMask: boxSchema.nullable(),
  })
  .openapi("CarPhoto");
export type PhotoJson = z.infer<typeof photoJsonSchema>;

export function toPhotoJson({ carId: _carId, variants, ...photo }: PhotoView): PhotoJson {
  const listed = variants.map(({ key, ...variant }) => ({ ...variant, url: `/media/${key}` }));
  return { ...photo, url: smallPictureUrl(variants), variants: listed };
}

/** The address of a picture large enough for a list (320 to 640 px); null while there is none. */
export function smallPictureUrl(variants: PhotoView["variants"]): string | null {
  const webp = variants.filter(({ format }) => format === "webp");
  const fitting = webp.find(({ width }) => width >= 480) ?? webp.at(-1);
  return fitting ? `/media/${fitting.key}` : null;
}
