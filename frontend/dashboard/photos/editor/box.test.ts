import { describe, expect, test } from "bun:test";
import { aroundBox, boxBetween, growBox, moveBox, resizeBox, turnBox, turnStepBack } from "./box";

const box = { x: 0.2, y: 0.4, width: 0.3, height: 0.1 };

describe("a box on a photo", () => {
  test("is drawn from any corner to any other and never leaves the picture", () => {
    expect(round(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.2, y: 0.4 }))).toEqual({
      x: 0.2,
      y: 0.4,
      width: 0.3,
      height: 0.1,
    });
    expect(round(boxBetween({ x: 0.9, y: 0.9 }, { x: 1.4, y: -1 }))).toEqual({ x: 0.9, y: 0, width: 0.1, height: 0.9 });
  });

  test("stops at the edge with its size when moved, and with its place when grown", () => {
    expect(round(moveBox(box, { x: 5, y: -5 }))).toEqual({ x: 0.7, y: 0, width: 0.3, height: 0.1 });
    expect(round(growBox(box, { x: 5, y: 5 }))).toEqual({ x: 0.2, y: 0.4, width: 0.8, height: 0.6 });
  });

  test("keeps the opposite corner where it is when resized", () => {
    expect(round(resizeBox(box, "nw", { x: 0.1, y: 0.3 }))).toEqual({ x: 0.1, y: 0.3, width: 0.4, height: 0.2 });
    expect(round(resizeBox(box, "se", { x: 0.6, y: 0.6 }))).toEqual({ x: 0.2, y: 0.4, width: 0.4, height: 0.2 });
  });

  test("is looked at closely without leaving the picture", () => {
    expect(round(aroundBox({ x: 0.9, y: 0.95, width: 0.1, height: 0.05 }))).toEqual({
      ...{ x: 0.75, y: 0.8, width: 0.25, height: 0.2 },
    });
  });

  test("comes back to its place after four quarter turns", () => {
    expect(round(turnBox(box, 1))).toEqual({ x: 0.5, y: 0.2, width: 0.1, height: 0.3 });
    expect(round(turnBox(box, 4))).toEqual(box);
  });

  test("moves on the screen the way the arrow points, however the picture is turned", () => {
    const right = { x: 0.1, y: 0 };
    for (const turns of [0, 1, 2, 3]) {
      const before = turnBox(box, turns);
      const after = turnBox(moveBox(box, turnStepBack(right, turns)), turns);
      expect(after.x - before.x).toBeCloseTo(0.1);
      expect(after.y - before.y).toBeCloseTo(0);
    }
  });
});

function round(value: object) {
  return Object.fromEntries(Object.entries(value).map(([key, number]) => [key, Math.round(number * 1e6) / 1e6]));
}
