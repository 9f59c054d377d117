import type { Sharp } from "sharp";
import type { SharpModule } from "./load-sharp";

/** Decoded pixels, three channels a pixel. */
export type Pixels = { data: Buffer; width: number; height: number };

export function openPixels(sharp: SharpModule, { data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Always three channels: gray becomes colour, and alpha is gone before this. */
export async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
