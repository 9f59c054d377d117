import type { Box } from "../photo-edits";
import { type CharacterRow, heightOf } from "./character-rows";
import type { GrayPicture } from "./gray-picture";
import type { Polarity } from "./strokes";

type Edges = { left: number; top: number; right: number; bottom: number };

const LEAST_MARGIN = 0.35;
const MOST_MARGIN = 1.4;
const ALIKE_BRIGHTNESS = 38;
const ALIKE_SHARE = 0.6;

/** The plate a row of characters stands on: grown from the characters as far as the plate's own brightness goes. */
export function plateAround(row: CharacterRow, picture: GrayPicture, polarity: Polarity): Box {
  const character = row.reduce((sum, stroke) => sum + heightOf(stroke), 0) / row.length;
  const inner = edgesOf(row);
  const ground = groundBrightness(inner, picture, polarity);
  const [least, most] = [Math.round(LEAST_MARGIN * character), Math.round(MOST_MARGIN * character)];
  const rows = (y: number) => isPlateLine(picture, ground, { ...inner, top: y, bottom: y });
  const columns = (x: number) => isPlateLine(picture, ground, { ...inner, left: x, right: x });

  const top = inner.top - marginOf((step) => rows(inner.top - step), least, most);
  const bottom = inner.bottom + marginOf((step) => rows(inner.bottom + step), least, most);
  const left = inner.left - marginOf((step) => columns(inner.left - step), least, most);
  const right = inner.right + marginOf((step) => columns(inner.right + step), least, most);
  return toBox({ left, top, right, bottom }, picture);
}

export function edgesOf(row: CharacterRow): Edges {
  return {
    left: Math.min(...row.map(({ left }) => left)),
    top: Math.min(...row.map(({ top }) => top)),
    right: Math.max(...row.map(({ right }) => right)),
    bottom: Math.max(...row.map(({ bottom }) => bottom)),
  };
}

/** Between the characters: the brighter pixels behind dark ones, the darker behind light ones. */
function groundBrightness({ left, top, right, bottom }: Edges, picture: GrayPicture, polarity: Polarity): number {
  const values: number[] = [];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) values.push(picture.data[y * picture.width + x] ?? 0);
  }
  values.sort((one, other) => one - other);
  return values[Math.floor(values.length * (polarity === "dark" ? 0.75 : 0.25))] ?? 0;
}

/** The last line outwards that still looks like the plate; small gaps are the plate's own writing. */
function marginOf(isPlate: (step: number) => boolean, least: number, most: number): number {
  let margin = 0;
  for (let step = 1; step <= most; step += 1) if (isPlate(step)) margin = step;
  return Math.max(margin, least);
}

function isPlateLine(picture: GrayPicture, ground: number, { left, top, right, bottom }: Edges): boolean {
  if (left < 0 || top < 0 || right >= picture.width || bottom >= picture.height) return false;
  let alike = 0;
  let count = 0;
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      count += 1;
      if (Math.abs((picture.data[y * picture.width + x] ?? 0) - ground) < ALIKE_BRIGHTNESS) alike += 1;
    }
  }
  return alike / count >= ALIKE_SHARE;
}

function toBox({ left, top, right, bottom }: Edges, { width, height }: GrayPicture): Box {
  const x = Math.max(0, left) / width;
  const y = Math.max(0, top) / height;
  return { x, y, width: Math.min(1, (right + 1) / width) - x, height: Math.min(1, (bottom + 1) / height) - y };
}
