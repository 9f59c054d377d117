import type { Region } from "sharp";
import { loadSharp, type SharpModule } from "@/backend/features/photos/load-sharp";
import type { BodyType } from "./body-type";
import { endShapes } from "./end-shape";
import { drawFrontView } from "./front-view";
import { drawInteriorView } from "./interior-view";
import { paintFor } from "./paint";
import { createRandom } from "./random";
import { drawRearView } from "./rear-view";
import { sideShapes } from "./side-shapes";
import { cornerFrame, drawSideView } from "./side-view";
import { canvas, closeUpMargin, drawStudio } from "./studio";

export type CarView = "front34" | "side" | "rear" | "interior" | "detail";

/** `colorName` in Indonesian ("Hitam", "Putih Mutiara"); `seed` a whole number: wheels, grille, trim and backdrop follow it. */
export type CarDrawing = { bodyType: BodyType; colorName: string; view: CarView; seed: number };

/**
 * An illustrated car for the demo data: JPEG, 1280×960, about 80 KB, about half a second. The same drawing gives the same
 * picture; one seed for all views of a car keeps its wheels and its studio. Never shows a plate, a brand or a word.
 */
export async function drawCar(drawing: CarDrawing): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return withSvgOpen(sharp, () => {
    const image = sharp(Buffer.from(composeCar(drawing)), { density: DENSITY });
    const shown = drawing.view === "detail" ? image.extract(scaled({ ...closeUpMargin, ...canvas })) : image;
    return shown.flatten().jpeg({ quality: 88 }).toBuffer();
  });
}

/** The same picture as SVG text; a close-up has a margin around it that `drawCar` cuts off. */
export function composeCar({ bodyType, colorName, view, seed }: CarDrawing): string {
  if (view === "interior") return drawInteriorView(createRandom(seed));

  const paint = paintFor(colorName);
  const shape = sideShapes[bodyType];
  const studio = { paint, random: createRandom(seed) };
  const carRandom = createRandom(seed + 7919);

  switch (view) {
    case "side":
      return drawStudio({ ...studio, horizon: 790 }, drawSideView(shape, paint, carRandom));
    case "detail": {
      const frame = cornerFrame(shape, seed % 2 === 0 ? "front" : "rear");
      return drawStudio({ ...studio, horizon: 790, frame }, drawSideView(shape, paint, carRandom));
    }
    case "front34":
      return drawStudio({ ...studio, horizon: 900 }, drawFrontView(endShapes[bodyType], paint, carRandom));
    case "rear":
      return drawStudio({ ...studio, horizon: 900 }, drawRearView(endShapes[bodyType], paint));
  }
}

/** The drawings are made on a canvas of 1600×1200 at 72 dpi; no page shows more than 1280 pixels of width. */
const SCALE = 0.8;
const DENSITY = 72 * SCALE;

function scaled(box: Region): Region {
  const { left, top, width, height } = box;
  return { left: left * SCALE, top: top * SCALE, width: width * SCALE, height: height * SCALE };
}

let openDrawings = 0;

/** SVG is closed to the whole process because it comes in from outside; it is open only while we draw our own. */
async function withSvgOpen<T>(sharp: SharpModule, work: () => Promise<T>): Promise<T> {
  openDrawings += 1;
  sharp.unblock({ operation: ["VipsForeignLoadSvg"] });
  try {
    return await work();
  } finally {
    openDrawings -= 1;
    if (openDrawings === 0) sharp.block({ operation: ["VipsForeignLoadSvg"] });
  }
}
