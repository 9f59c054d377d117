import type { GrayPicture } from "./gray-picture";

/** A connected patch that is darker, or lighter, than what is around it; pixels, edges inclusive. */
export type Stroke = { left: number; top: number; right: number; bottom: number; pixelCount: number };

export type Polarity = "dark" | "light";

const AROUND_PX = 14;
const LEAST_CONTRAST = 16;

/** Every connected patch of the picture that stands out from its surroundings, `polarity` saying which way. */
export function findStrokes(picture: GrayPicture, polarity: Polarity): Stroke[] {
  const ink = markInk(picture, polarity);
  const strokes: Stroke[] = [];
  const stack: number[] = [];
  for (let index = 0; index < ink.length; index += 1) {
    if (ink[index] !== 1) continue;
    stack.push(index);
    ink[index] = 2;
    strokes.push(grow(ink, picture.width, stack));
  }
  return strokes;
}

function markInk({ data, width, height, sums }: GrayPicture, polarity: Polarity): Uint8Array {
  const sign = polarity === "dark" ? 1 : -1;
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - AROUND_PX), Math.min(height, y + AROUND_PX + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - AROUND_PX), Math.min(width, x + AROUND_PX + 1)];
      const sum =
        (sums[bottom * (width + 1) + right] ?? 0) -
        (sums[top * (width + 1) + right] ?? 0) -
        (sums[bottom * (width + 1) + left] ?? 0) +
        (sums[top * (width + 1) + left] ?? 0);
      const mean = sum / ((right - left) * (bottom - top));
      if (sign * (mean - (data[y * width + x] ?? 0)) > LEAST_CONTRAST) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** Takes the patch around the pixel on the stack; what was taken is marked 2. */
function grow(ink: Uint8Array, width: number, stack: number[]): Stroke {
  const stroke = { left: width, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0, pixelCount: 0 };
  for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
    const [x, y] = [index % width, Math.floor(index / width)];
    stroke.left = Math.min(stroke.left, x);
    stroke.right = Math.max(stroke.right, x);
    stroke.top = Math.min(stroke.top, y);
    stroke.bottom = Math.max(stroke.bottom, y);
    stroke.pixelCount += 1;
    for (const next of [x > 0 ? index - 1 : -1, x < width - 1 ? index + 1 : -1, index - width, index + width]) {
      if (ink[next] !== 1) continue;
      ink[next] = 2;
      stack.push(next);
    }
  }
  return stroke;
}
