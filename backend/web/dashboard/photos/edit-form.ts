import type { Box, PhotoEdits } from "@/backend/features/photos";
import type { FieldErrors } from "@/backend/platform/errors";

/** Boxes the form without scripts has fields for. */
const MASK_FIELDS = 8;
const SIDES = ["x", "y", "width", "height"] as const;

type ReadForm = { ok: true; edits: PhotoEdits & { revision: number } } | { ok: false; errors: FieldErrors };
type ReadBox = { box: Box | null; errors: FieldErrors };

/** Percent as people type them ("12,5") → fractions. A box with no number at all is no box. */
export function readEditForm(values: Record<string, string>): ReadForm {
  const crop = readBox(values, "crop");
  const masks = Array.from({ length: MASK_FIELDS }, (_, index) => readBox(values, `masks.${index}`));
  const errors: FieldErrors = Object.assign({}, crop.errors, ...masks.map((mask) => mask.errors));
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  return {
    ok: true,
    edits: {
      revision: Number(values.revision),
      quarterTurns: Number(values.quarterTurns ?? 0),
      crop: crop.box,
      masks: masks.flatMap(({ box }) => box ?? []),
    },
  };
}

/** The same backwards, for a form that opens. */
export function fieldsOfEdits({ quarterTurns, crop, masks }: PhotoEdits): Record<string, string> {
  return {
    quarterTurns: String(quarterTurns),
    ...(crop && fieldsOfBox("crop", crop)),
    ...Object.assign({}, ...masks.map((mask, index) => fieldsOfBox(`masks.${index}`, mask))),
  };
}

function fieldsOfBox(name: string, box: Box): Record<string, string> {
  return Object.fromEntries(SIDES.map((side) => [`${name}.${side}`, toPercent(box[side])]));
}

function toPercent(fraction: number): string {
  return String(Math.round(fraction * 10_000) / 100).replace(".", ",");
}

function readBox(values: Record<string, string>, name: string): ReadBox {
  const texts = SIDES.map((side) => [side, (values[`${name}.${side}`] ?? "").trim()] as const);
  if (texts.every(([, text]) => text === "")) return { box: null, errors: {} };

  const numbers = new Map(texts.map(([side, text]) => [side, readPercent(text)]));
  const wrong = SIDES.filter((side) => numbers.get(side) === null);
  const errors = Object.fromEntries(wrong.map((side) => [`${name}.${side}`, "Isi angka 0 sampai 100"]));
  const [x, y, width, height] = SIDES.map((side) => numbers.get(side) ?? 0);
  return { box: { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 }, errors };
}

function readPercent(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text);
  const percent = match?.[1] ? Number(match[1].replace(",", ".")) : Number.NaN;
  return percent >= 0 && percent <= 100 ? percent / 100 : null;
}
