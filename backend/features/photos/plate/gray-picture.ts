import { loadSharp } from "../load-sharp";
import { openPixels, type Pixels } from "../photo-pixels";

/** Brightness 0–255 a pixel; `sums` of everything above and left, one row and column more than the picture. */
export type GrayPicture = { data: Uint8Array; width: number; height: number; sums: Float64Array };

export async function toGray(pixels: Pixels, width: number): Promise<GrayPicture> {
  const { data, info } = await openPixels(await loadSharp(), pixels)
    .resize({ width })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: wide, height } = info;
  return { data, width: wide, height, sums: sumsOf(data, wide, height) };
}

function sumsOf(data: Uint8Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}
