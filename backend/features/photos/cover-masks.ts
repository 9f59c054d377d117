import type { OverlayOptions } from "sharp";
import { loadSharp, type SharpModule } from "./load-sharp";
import { parseHexColor, type Rgb, readableOn } from "./og-image/shapes";
import { renderText } from "./og-image/text";
import { type Box, boxInResult, type PhotoEdits } from "./photo-edits";
import { openPixels, type Pixels, toPixels } from "./photo-pixels";

/** How a mask looks: the showroom's colour "#rrggbb" with its name small on it. */
export type MaskLook = { color: string; label: string };

/** Scaling mixes a pixel with its neighbours; this far outside the box nothing of what lies under it is left. */
const BLEED_PX = 4;
const LEAST_LABEL_HEIGHT_PX = 18;
const LEAST_LABEL_PX = 7;
const fallbackColor: Rgb = { red: 31, green: 41, blue: 55 };

/**
 * Turns the cropped pixels and paints over every mask. The paint is opaque and put on before anything is encoded or
 * measured, so no variant holds anything of what was there.
 */
export async function applyTurnsAndMasks(cropped: Pixels, edits: PhotoEdits, look: MaskLook): Promise<Pixels> {
  const sharp = await loadSharp();
  const turned = edits.quarterTurns === 0 ? cropped : await turn(sharp, cropped, edits.quarterTurns);
  const boxes = edits.masks.flatMap((mask) => boxInResult(mask, edits) ?? []);
  if (boxes.length === 0) return turned;

  const areas = boxes.map((box) => toArea(box, turned));
  const color = parseHexColor(look.color) ?? fallbackColor;
  for (const area of areas) fill(turned, area, color);
  const labels = await Promise.all(areas.map((area) => labelLayers(sharp, area, look.label, color)));
  return toPixels(openPixels(sharp, turned).composite(labels.flat()));
}

type Area = { left: number; top: number; right: number; bottom: number };

function turn(sharp: SharpModule, pixels: Pixels, quarterTurns: number): Promise<Pixels> {
  return toPixels(openPixels(sharp, pixels).rotate(quarterTurns * 90));
}

function toArea(box: Box, { width, height }: Pixels): Area {
  return {
    left: Math.max(0, Math.floor(box.x * width) - BLEED_PX),
    top: Math.max(0, Math.floor(box.y * height) - BLEED_PX),
    right: Math.min(width, Math.ceil((box.x + box.width) * width) + BLEED_PX),
    bottom: Math.min(height, Math.ceil((box.y + box.height) * height) + BLEED_PX),
  };
}

function fill({ data, width }: Pixels, { left, top, right, bottom }: Area, { red, green, blue }: Rgb): void {
  const row = Buffer.alloc((right - left) * 3);
  for (let index = 0; index < row.length; index += 3) row.set([red, green, blue], index);
  for (let y = top; y < bottom; y += 1) row.copy(data, (y * width + left) * 3);
}

/** The name on one line, as large as it fits; left out where it would be a smudge. */
async function labelLayers(sharp: SharpModule, area: Area, label: string, color: Rgb): Promise<OverlayOptions[]> {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  if (label === "" || height < LEAST_LABEL_HEIGHT_PX || width < 2 * LEAST_LABEL_HEIGHT_PX) return [];

  for (const share of [0.42, 0.34, 0.26, 0.2, 0.15]) {
    const sizePx = Math.max(LEAST_LABEL_PX, Math.round(height * share));
    const text = await renderText(sharp, label, {
      weight: "semibold",
      color: readableOn(color),
      maxWidth: Math.floor(width * 0.9),
      maxHeight: 2 * sizePx,
      sizesPx: [sizePx],
    });
    if (text.height > 1.3 * sizePx) continue;
    const left = area.left + Math.round((width - text.width) / 2);
    const top = area.top + Math.round((height - text.height) / 2);
    return [{ input: text.png, left, top }];
  }
  return [];
}
