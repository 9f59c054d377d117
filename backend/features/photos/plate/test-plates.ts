import { loadSharp } from "../load-sharp";
import { renderText } from "../og-image/text";
import type { Box } from "../photo-edits";

export type PlateScene = {
  text: string;
  colors: "white-on-black" | "black-on-white";
  /** Pixels of a photo 1280 wide. */
  plateWidth: number;
  tiltDegrees: number;
  blur: number;
};

const WIDTH = 1280;
const HEIGHT = 960;

/** For tests: a plain body of a car with an Indonesian plate on it and the grain of a camera, and where the plate is. */
export async function drawPlateScene(scene: PlateScene): Promise<{ jpeg: Uint8Array; box: Box }> {
  const sharp = await loadSharp();
  const plate = await drawPlate(scene);
  const { width = 0, height = 0 } = await sharp(plate).metadata();
  const [left, top] = [Math.round((WIDTH - width) / 2) + 60, 620];
  const noise = { type: "gaussian", mean: 118, sigma: 9 } as const;
  const base = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, noise, background: "#000" } });
  const picture = await base
    .composite([{ input: plate, left, top }])
    .png()
    .toBuffer();
  const softened = scene.blur > 0 ? sharp(picture).blur(scene.blur) : sharp(picture);
  const box = { x: left / WIDTH, y: top / HEIGHT, width: width / WIDTH, height: height / HEIGHT };
  return { jpeg: await softened.jpeg({ quality: 82 }).toBuffer(), box };
}

/** 430×135 mm: the number in one row, the month below it in a smaller one. */
async function drawPlate({ text, colors, plateWidth, tiltDegrees }: PlateScene): Promise<Buffer> {
  const sharp = await loadSharp();
  const height = Math.round((plateWidth * 135) / 430);
  const [ground, ink] = colors === "white-on-black" ? ["#16181b", "#f2f2ee"] : ["#f2f2ee", "#16181b"];
  const write = (words: string, share: number) =>
    renderText(sharp, words, {
      ...{ weight: "extrabold", color: ink ?? "#000", maxWidth: Math.round(plateWidth * 0.92) },
      ...{ maxHeight: height, sizesPx: [Math.round(height * share), Math.round(height * share * 0.8)] },
    });
  const [number, month] = [await write(text, 0.62), await write("05 28", 0.2)];
  const layers = [
    { input: number.png, left: Math.round((plateWidth - number.width) / 2), top: Math.round(height * 0.16) },
    { input: month.png, left: Math.round((plateWidth - month.width) / 2), top: Math.round(height * 0.8) },
  ];
  const flat = await sharp({ create: { width: plateWidth, height, channels: 4, background: ground ?? "#000" } })
    .composite(layers)
    .png()
    .toBuffer();
  return sharp(flat)
    .rotate(tiltDegrees, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer();
}

/** Shared area by joint area, 0–1. */
export function overlapOf(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
}
