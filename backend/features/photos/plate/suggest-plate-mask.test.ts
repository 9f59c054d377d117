import { describe, expect, test } from "bun:test";
import { loadSharp } from "../load-sharp";
import { suggestPlateMask } from "./suggest-plate-mask";
import { drawPlateScene, overlapOf, type PlateScene } from "./test-plates";

const scenes: PlateScene[] = [
  { text: "L 1234 XY", colors: "white-on-black", plateWidth: 180, tiltDegrees: 0, blur: 0 },
  { text: "N 987 AB", colors: "black-on-white", plateWidth: 180, tiltDegrees: 0, blur: 0.6 },
  { text: "B 2871 KZQ", colors: "black-on-white", plateWidth: 260, tiltDegrees: 3, blur: 0.8 },
  { text: "W 1590 PF", colors: "white-on-black", plateWidth: 320, tiltDegrees: -4, blur: 1 },
  { text: "AG 1704 RB", colors: "black-on-white", plateWidth: 480, tiltDegrees: 2, blur: 1 },
];

describe("suggestPlateMask", () => {
  test.each(scenes)("finds $text, $colors, $plateWidth px wide, tilted by $tiltDegrees°", async (scene) => {
    const { jpeg, box } = await drawPlateScene(scene);
    const suggested = await suggestPlateMask(jpeg);
    expect(suggested && overlapOf(suggested, box)).toBeGreaterThan(0.3);
  });

  test("says nothing about a picture without writing", async () => {
    const sharp = await loadSharp();
    const noise = { type: "gaussian", mean: 118, sigma: 20 } as const;
    const grain = { width: 1280, height: 960, channels: 3, noise, background: "#000" } as const;
    expect(await suggestPlateMask(await sharp({ create: grain }).jpeg().toBuffer())).toBeNull();
  });
});
