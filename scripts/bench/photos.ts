import sharp from "sharp";
import { renderVariants } from "@/backend/features/photos/render-variants";
import { drawCar } from "@/prisma/seed-art/draw-car";
import { atMost, info, median, type Row } from "./table";

const WIDTH = 4_000;
const HEIGHT = 3_000;
const PHOTOS = 3;

/** One 12 MP photo, as big and as noisy as a phone's, to all its sizes and formats. */
export async function benchPhotos(): Promise<Row[]> {
  const photo = await phonePhoto();
  await renderVariants(photo);

  const seconds: number[] = [];
  for (let index = 0; index < PHOTOS; index++) {
    const startedAt = performance.now();
    await renderVariants(photo);
    seconds.push((performance.now() - startedAt) / 1_000);
  }
  return [
    info("photo as it came, 12 MP JPEG", photo.byteLength / 2 ** 20, "MB"),
    atMost("photo to all its variants", median(seconds), 2, "s"),
  ];
}

/** A drawn car enlarged to 12 MP, with the grain of a sensor: a smooth drawing would be decoded far too quickly. */
async function phonePhoto(): Promise<Uint8Array> {
  const car = await drawCar({ bodyType: "suv", colorName: "Merah", view: "side", seed: 12 });
  const grain = {
    width: WIDTH,
    height: HEIGHT,
    channels: 3,
    noise: { type: "gaussian", mean: 128, sigma: 40 },
  } as const;
  const noise = await sharp({ create: { ...grain, background: "gray" } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(car)
    .resize(WIDTH, HEIGHT)
    .composite([{ input: noise, blend: "soft-light" }])
    .jpeg({ quality: 92 })
    .toBuffer();
}
