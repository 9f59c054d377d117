import { describe, expect, test } from "bun:test";
import { loadSharp } from "./load-sharp";
import type { PhotoEdits } from "./photo-edits";
import { type PhotoVariant, renderVariants } from "./render-variants";
import { drawPng, type TestArea } from "./test-photos";

const plate: TestArea = { left: 800, top: 900, width: 400, height: 120 };
const size = { width: 2000, height: 1500 };
const mask = { x: 0.4, y: 0.6, width: 0.2, height: 0.08 };
const look = { color: "#0f766e", label: "Surabaya Motor" };

function edits(changes: Partial<PhotoEdits>): PhotoEdits {
  return { quarterTurns: 0, crop: null, masks: [], ...changes };
}

describe("a mask", () => {
  test.each([
    ["upright", edits({ masks: [mask] })],
    ["turned", edits({ masks: [mask], quarterTurns: 1 })],
    ["cropped through it", edits({ masks: [mask], crop: { x: 0.5, y: 0.5, width: 0.4, height: 0.4 } })],
  ])(
    "leaves nothing of what is under it in any variant: two originals become the same files (%s)",
    async (_name, wanted) => {
      const [red, checked] = await Promise.all([
        renderVariants(await drawPng("#888888", size, { ...plate, color: "#ff0000" }), {
          edits: wanted,
          maskLook: look,
          name: "a",
        }),
        renderVariants(await drawPng("#888888", size, { ...plate, color: "#00ff66" }), {
          edits: wanted,
          maskLook: look,
          name: "a",
        }),
      ]);
      expect(red.variants.length).toBeGreaterThanOrEqual(9);
      expect(red.dominantColor).toBe(checked.dominantColor);
      for (const [index, variant] of red.variants.entries()) {
        expect(Buffer.compare(variant.bytes, checked.variants[index]?.bytes ?? new Uint8Array())).toBe(0);
      }
    },
  );

  test("shows the showroom's colour in every format and size", async () => {
    const { variants } = await renderVariants(await drawPng("#888888", size, { ...plate, color: "#ff0000" }), {
      ...{ edits: edits({ masks: [mask] }), maskLook: { ...look, label: "" } },
    });
    for (const variant of variants) {
      const [red = 0, green = 0, blue = 0] = await middleOf(variant, mask);
      expect(Math.abs(red - 0x0f)).toBeLessThan(14);
      expect(Math.abs(green - 0x76)).toBeLessThan(14);
      expect(Math.abs(blue - 0x6e)).toBeLessThan(14);
    }
  });

  test("carries the showroom's name", async () => {
    const picture = await drawPng("#888888", size);
    const render = (label: string) =>
      renderVariants(picture, { edits: edits({ masks: [mask] }), maskLook: { ...look, label } });
    const [named, plain] = await Promise.all([render("Surabaya Motor"), render("")]);
    expect(Buffer.compare(largestOf(named.variants).bytes, largestOf(plain.variants).bytes)).not.toBe(0);
  });
});

describe("a photo", () => {
  test("is turned clockwise and cropped to what was chosen of the upright original", async () => {
    const picture = await drawPng("#888888", size, { left: 0, top: 0, width: 500, height: 500, color: "#ff0000" });
    const turned = await renderVariants(picture, { edits: edits({ quarterTurns: 1 }) });
    expect([turned.width, turned.height]).toEqual([1280, 1707]);
    const [red = 0, green = 0] = await middleOf(largestOf(turned.variants), { x: 0.9, y: 0, width: 0.1, height: 0.1 });
    expect(red - green).toBeGreaterThan(150);

    const cropped = await renderVariants(picture, { edits: edits({ crop: { x: 0, y: 0, width: 0.2, height: 0.2 } }) });
    expect([cropped.width, cropped.height]).toEqual([400, 300]);
    const [allRed = 0, noGreen = 0] = await middleOf(largestOf(cropped.variants), {
      x: 0.5,
      y: 0.5,
      width: 0.1,
      height: 0.1,
    });
    expect(allRed - noGreen).toBeGreaterThan(200);
  });
});

function largestOf(variants: readonly PhotoVariant[]): PhotoVariant {
  const largest = variants.at(-1);
  if (!largest) throw new Error("no variants");
  return largest;
}

async function middleOf({ bytes, width, height }: PhotoVariant, box: typeof mask): Promise<number[]> {
  const sharp = await loadSharp();
  const left = Math.floor((box.x + box.width / 2) * width);
  const top = Math.floor((box.y + box.height / 2) * height);
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}
