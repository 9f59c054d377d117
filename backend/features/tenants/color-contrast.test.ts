import { describe, expect, test } from "bun:test";
import { contrastRatio, judgeColor, READABLE_RATIO, readableOn } from "./color-contrast";

describe("a colour is judged by the text that stands on it", () => {
  test.each([
    ["#0f766e", "#ffffff"],
    ["#facc15", "#15171c"],
    ["#fff", "#15171c"],
    ["#000000", "#ffffff"],
  ])("%s carries %s and is readable", (color, textColor) => {
    expect(judgeColor(color)).toMatchObject({ textColor, isReadable: true, suggestion: null });
  });

  test("a colour between the two is not, and the suggestion is the nearest that is", () => {
    const verdict = judgeColor("#e04030");
    expect(verdict).toMatchObject({ isReadable: false });
    const suggestion = verdict.suggestion ?? "";
    expect(contrastRatio(suggestion, readableOn(suggestion))).toBeGreaterThanOrEqual(READABLE_RATIO);
    const apart = [1, 3, 5].map((at) =>
      Math.abs(parseInt(suggestion.slice(at, at + 2), 16) - parseInt("#e04030".slice(at, at + 2), 16)),
    );
    expect(Math.max(...apart)).toBeLessThan(25);
  });

  test("every suggestion of the whole colour space passes", () => {
    for (let red = 0; red < 256; red += 17)
      for (let green = 0; green < 256; green += 17)
        for (let blue = 0; blue < 256; blue += 17) {
          const color = `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
          const { suggestion, isReadable } = judgeColor(color);
          if (isReadable) expect(suggestion).toBeNull();
          else expect(judgeColor(suggestion ?? "").isReadable).toBe(true);
        }
  });

  test("the ratio is WCAG's: black on white is 21", () => {
    expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrastRatio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});
