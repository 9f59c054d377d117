import { type PointerEvent, useRef } from "react";
import { type Box, boxBetween, type Corner, LEAST_SIDE, moveBox, type Point, resizeBox } from "./box";
import type { Size } from "./stage";
import { boxOf, type EditsState, MOST_MASKS, type Target } from "./use-edits";

type Gesture =
  | { type: "move"; target: Target; from: Point; box: Box }
  | { type: "resize"; target: Target; corner: Corner; box: Box }
  | { type: "draw"; from: Point; target: number | null };

/** Mouse, pen and finger on the stage: on a corner resize, on a box move, on the picture draw a new one. */
export function useGesture(state: EditsState, size: Size) {
  const groupRef = useRef<SVGGElement>(null);
  const gesture = useRef<Gesture | null>(null);
  const { edits, select, setBox, addMask } = state;

  const pointOf = (event: PointerEvent): Point => {
    const matrix = groupRef.current?.getScreenCTM();
    if (!matrix) return { x: 0, y: 0 };
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return { x: x / size.width, y: y / size.height };
  };

  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0 || gesture.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    const { target, corner } = touched(event.target);
    if (target === null) {
      gesture.current = { type: "draw", from, target: null };
      return;
    }
    select(target);
    const box = boxOf(edits, target);
    gesture.current = corner ? { type: "resize", target, corner, box } : { type: "move", target, from, box };
  };

  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const now = gesture.current;
    if (!now) return;
    const to = pointOf(event);
    if (now.type === "resize") return setBox(now.target, resizeBox(now.box, now.corner, to));
    if (now.type === "move") {
      return setBox(now.target, moveBox(now.box, { x: to.x - now.from.x, y: to.y - now.from.y }));
    }
    const drawn = boxBetween(now.from, to);
    if (now.target !== null) return setBox(now.target, atLeastVisible(drawn));
    if (drawn.width < LEAST_SIDE || drawn.height < LEAST_SIDE || edits.masks.length >= MOST_MASKS) return;
    now.target = edits.masks.length;
    addMask(drawn);
  };

  const end = () => {
    gesture.current = null;
  };
  return { groupRef, handlers: { onPointerDown, onPointerMove, onPointerUp: end, onPointerCancel: end } };
}

function touched(element: EventTarget): { target: Target | null; corner: Corner | null } {
  if (!(element instanceof Element)) return { target: null, corner: null };
  const target = element.closest<SVGElement>("[data-target]")?.dataset.target;
  const corner = element.closest<SVGElement>("[data-corner]")?.dataset.corner;
  if (target === undefined) return { target: null, corner: null };
  return { target: target === "crop" ? "crop" : Number(target), corner: toCorner(corner) };
}

function toCorner(text: string | undefined): Corner | null {
  return text === "nw" || text === "ne" || text === "sw" || text === "se" ? text : null;
}

function atLeastVisible(box: Box): Box {
  return { ...box, width: Math.max(box.width, LEAST_SIDE), height: Math.max(box.height, LEAST_SIDE) };
}
