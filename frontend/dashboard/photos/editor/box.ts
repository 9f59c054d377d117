/** A rectangle in fractions 0–1 of the upright original. */
export type Box = { x: number; y: number; width: number; height: number };

export type Corner = "nw" | "ne" | "sw" | "se";
export type Point = { x: number; y: number };

export const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };
export const LEAST_SIDE = 0.01;

/** Two opposite corners, in any order, kept inside the picture. */
export function boxBetween(one: Point, other: Point): Box {
  const [x1, x2] = [clamp(Math.min(one.x, other.x)), clamp(Math.max(one.x, other.x))];
  const [y1, y2] = [clamp(Math.min(one.y, other.y)), clamp(Math.max(one.y, other.y))];
  return { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}

/** Moved as far as the picture goes, its size unchanged. */
export function moveBox(box: Box, by: Point): Box {
  return {
    ...box,
    x: clamp(box.x + by.x, 0, 1 - box.width),
    y: clamp(box.y + by.y, 0, 1 - box.height),
  };
}

/** The corner follows the pointer; the opposite one stays. */
export function resizeBox(box: Box, corner: Corner, to: Point): Box {
  const fixed = {
    x: corner === "nw" || corner === "sw" ? box.x + box.width : box.x,
    y: corner === "nw" || corner === "ne" ? box.y + box.height : box.y,
  };
  const resized = boxBetween(fixed, to);
  return { ...resized, width: Math.max(resized.width, LEAST_SIDE), height: Math.max(resized.height, LEAST_SIDE) };
}

/** Grown to the right and down, for the keyboard. */
export function growBox(box: Box, by: Point): Box {
  return {
    ...box,
    width: clamp(box.width + by.x, LEAST_SIDE, 1 - box.x),
    height: clamp(box.height + by.y, LEAST_SIDE, 1 - box.y),
  };
}

/** Where a box of the upright picture lies once that is turned clockwise. */
export function turnBox(box: Box, quarterTurns: number): Box {
  let turned = box;
  for (let turn = 0; turn < quarterTurns; turn += 1) {
    turned = { x: 1 - turned.y - turned.height, y: turned.x, width: turned.height, height: turned.width };
  }
  return turned;
}

/** A step as it looks on the turned picture → the same step on the upright one. */
export function turnStepBack({ x, y }: Point, quarterTurns: number): Point {
  let step = { x, y };
  for (let turn = 0; turn < quarterTurns; turn += 1) step = { x: step.y, y: -step.x };
  return step;
}

/** A box with as much again around it, for a close look; never outside the picture. */
export function aroundBox({ x, y, width, height }: Box): Box {
  const [wide, high] = [Math.min(1, Math.max(width * 2.5, 0.15)), Math.min(1, Math.max(height * 4, 0.15))];
  return {
    x: clamp(x + width / 2 - wide / 2, 0, 1 - wide),
    y: clamp(y + height / 2 - high / 2, 0, 1 - high),
    width: wide,
    height: high,
  };
}

function clamp(value: number, least = 0, most = 1): number {
  return Math.min(Math.max(value, least), most);
}
