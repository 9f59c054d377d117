import { expect, test } from "bun:test";
import { pageWindow } from "./pagination";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 9, [1, 2, -9, 9]],
  [5, 9, [1, -4, 4, 5, 6, -9, 9]],
  [4, 9, [1, 2, 3, 4, 5, -9, 9]],
  [9, 9, [1, -8, 8, 9]],
])(
  "page %d of %d shows its neighbours and both ends, a gap only where two or more are left out",
  (page, count, shown) => {
    expect(pageWindow(page, count)).toEqual(shown);
  },
);
