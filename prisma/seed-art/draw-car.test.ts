import { describe, expect, test } from "bun:test";
import { loadSharp } from "@/backend/features/photos/load-sharp";
import type { BodyType } from "./body-type";
import { type CarView, composeCar, drawCar } from "./draw-car";

const bodyTypes: BodyType[] = ["mpv", "suv", "hatchback", "sedan", "pickup", "minibus", "van"];
const views: CarView[] = ["front34", "side", "rear", "interior", "detail"];

describe("drawCar", () => {
  test.each(views)("gives a 1280×960 JPEG for the view %s", async (view) => {
    const sharp = await loadSharp();
    const picture = await drawCar({ bodyType: "mpv", colorName: "Hitam", view, seed: 3 });

    expect(await sharp(picture).metadata()).toMatchObject({ format: "jpeg", width: 1280, height: 960 });
    expect(picture.length).toBeLessThan(250_000);
  });

  test("shows the colour it was asked for, on the door", async () => {
    const [red = 0, green = 0, blue = 0] = await doorColor("Merah");
    expect(red).toBeGreaterThan(130);
    expect(Math.max(green, blue)).toBeLessThan(70);

    expect(Math.min(...(await doorColor("Putih Mutiara")))).toBeGreaterThan(200);
    expect(Math.max(...(await doorColor("hitam metalik")))).toBeLessThan(60);
  });

  test("closes the SVG loader again when it is done", async () => {
    const sharp = await loadSharp();
    const drawing = { bodyType: "sedan", colorName: "Biru", view: "rear", seed: 1 } as const;
    await Promise.all([drawCar(drawing), drawCar(drawing)]);

    await expect(
      sharp(Buffer.from(composeCar(drawing)))
        .png()
        .toBuffer(),
    ).rejects.toThrow();
  });
});

describe("composeCar", () => {
  const everyDrawing = bodyTypes.flatMap((bodyType) =>
    views.map((view) => ({ bodyType, view, colorName: "Silver", seed: 11 })),
  );

  test("writes no word and no number anywhere, so no plate and no brand", () => {
    for (const drawing of everyDrawing) expect(composeCar(drawing)).not.toMatch(/<(text|tspan|image)\b/);
  });

  test("computes every coordinate", () => {
    for (const drawing of everyDrawing) expect(composeCar(drawing)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test("gives each body type its own silhouette", () => {
    for (const view of ["side", "front34", "rear"] as const) {
      const drawings = bodyTypes.map((bodyType) => composeCar({ bodyType, view, colorName: "Silver", seed: 11 }));
      expect(new Set(drawings).size).toBe(bodyTypes.length);
    }
  });

  test("draws the same again for the same seed, and another car for others", () => {
    const withSeed = (seed: number) => composeCar({ bodyType: "suv", view: "side", colorName: "Putih", seed });
    expect(withSeed(5)).toBe(withSeed(5));
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(withSeed)).size).toBeGreaterThan(4);
  });
});

async function doorColor(colorName: string): Promise<number[]> {
  const sharp = await loadSharp();
  const picture = await drawCar({ bodyType: "mpv", colorName, view: "side", seed: 3 });
  const door = await sharp(picture).extract({ left: 512, top: 496, width: 64, height: 32 }).toBuffer();
  return (await sharp(door).stats()).channels.map((channel) => channel.mean);
}
