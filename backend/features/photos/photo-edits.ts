import { z } from "zod";

const fraction = z.number("Harus angka").min(0, "Antara 0 dan 1").max(1, "Antara 0 dan 1");
const ROUNDING = 1e-6;
const MOST_MASKS = 8;
/** Below this a cut-out would be a blurred stamp. */
const LEAST_CROP = 0.1;

/** A rectangle in fractions 0–1 of the upright original, before any turn or crop. */
export const boxSchema = z
  .object({ x: fraction, y: fraction, width: fraction, height: fraction })
  .refine(({ width, height }) => width > 0 && height > 0, "Kotaknya kosong")
  .refine(
    (box) => box.x + box.width <= 1 + ROUNDING && box.y + box.height <= 1 + ROUNDING,
    "Kotaknya keluar dari foto",
  );
export type Box = z.infer<typeof boxSchema>;

const cropSchema = boxSchema.refine(
  ({ width, height }) => width >= LEAST_CROP && height >= LEAST_CROP,
  "Potongannya terlalu kecil",
);

/** What is done to the original before its variants are made: masks and crop first, then quarter turns clockwise. */
export const photoEditsSchema = z.object({
  quarterTurns: z.int().min(0).max(3).default(0),
  crop: cropSchema.nullable().default(null),
  masks: z.array(boxSchema).max(MOST_MASKS, `Maksimal ${MOST_MASKS} kotak`).default([]),
});
export type PhotoEdits = z.infer<typeof photoEditsSchema>;

/** All of `car_photos.edits`: the edits, what the pipeline has to tell a person, and what it still has to clear away. */
const photoRecordSchema = photoEditsSchema.extend({
  /** Where a plate seems to be; nothing is done with it until a person says so. */
  suggestedMask: boxSchema.nullable().default(null),
  /** Object keys that were public and must be gone. */
  retiredKeys: z.array(z.string()).default([]),
  isDeleted: z.boolean().default(false),
});
export type PhotoRecord = z.infer<typeof photoRecordSchema>;

/** Reads `car_photos.edits`. Throws on what the pipeline never wrote: guessing could uncover a plate. */
export function readPhotoRecord(json: unknown): PhotoRecord {
  return photoRecordSchema.parse(json);
}

export function editsOf({ quarterTurns, crop, masks }: PhotoRecord): PhotoEdits {
  return { quarterTurns, crop, masks };
}

export function isUnedited({ quarterTurns, crop, masks }: PhotoEdits): boolean {
  return quarterTurns === 0 && crop === null && masks.length === 0;
}

/** A box of the upright original as it lies in the finished picture; null when the crop leaves nothing of it. */
export function boxInResult(box: Box, { crop, quarterTurns }: PhotoEdits): Box | null {
  const frame = crop ?? { x: 0, y: 0, width: 1, height: 1 };
  const left = clamp((box.x - frame.x) / frame.width);
  const top = clamp((box.y - frame.y) / frame.height);
  const right = clamp((box.x + box.width - frame.x) / frame.width);
  const bottom = clamp((box.y + box.height - frame.y) / frame.height);
  if (right <= left || bottom <= top) return null;

  let turned: Box = { x: left, y: top, width: right - left, height: bottom - top };
  for (let turn = 0; turn < quarterTurns; turn += 1) turned = turnClockwise(turned);
  return turned;
}

function turnClockwise({ x, y, width, height }: Box): Box {
  return { x: 1 - y - height, y: x, width: height, height: width };
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
