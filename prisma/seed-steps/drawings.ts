import type { BodyType } from "../seed-art/body-type";
import type { CarDrawing, CarView } from "../seed-art/draw-car";
import type { DemoBodyType, DemoCar } from "../seed-data/demo-showroom";

export type DrawCar = (drawing: CarDrawing) => Promise<Uint8Array>;

/** Draws a car's picture; the same picture is drawn once, whichever cars share it. */
export type Drawings = (car: DemoCar, view: CarView) => Promise<Uint8Array>;

export const COVER_VIEW: CarView = "side";

const bodyTypes: Record<DemoBodyType, BodyType> = {
  MPV: "mpv",
  SUV: "suv",
  Hatchback: "hatchback",
  Sedan: "sedan",
  Pickup: "pickup",
  Minibus: "minibus",
  Van: "van",
};

export function createDrawings(draw: DrawCar): Drawings {
  const drawn = new Map<string, Promise<Uint8Array>>();

  return (car, view) => {
    const drawing = drawingOf(car, view);
    const key = JSON.stringify(drawing);
    const known = drawn.get(key) ?? draw(drawing);
    drawn.set(key, known);
    return known;
  };
}

/** The pictures behind the cover. Close-ups take longest to draw; the cars on the home page are worth it. */
export function viewsBehindCover(car: DemoCar): CarView[] {
  return car.stay.featured ? ["front34", "rear", "interior", "detail"] : ["front34", "rear", "interior"];
}

function drawingOf(car: DemoCar, view: CarView): CarDrawing {
  // Inside, neither body nor paint is to be seen.
  if (view === "interior") return { bodyType: "mpv", colorName: "Hitam", view, seed: car.look };
  const colorName = car.name.color.split(" ")[0] ?? car.name.color;
  return { bodyType: bodyTypes[car.tech.bodyType], colorName, view, seed: car.look };
}
