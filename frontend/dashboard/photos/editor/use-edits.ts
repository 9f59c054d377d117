import { useState } from "react";
import { type Box, WHOLE } from "./box";

export type Edits = { quarterTurns: number; crop: Box | null; masks: readonly Box[] };

/** What a box on the stage is: the frame that stays, or the mask with this index. */
export type Target = "crop" | number;

export const MOST_MASKS = 8;
const NEW_MASK: Box = { x: 0.38, y: 0.55, width: 0.24, height: 0.08 };
const NEW_CROP: Box = { x: 0.05, y: 0.05, width: 0.9, height: 0.9 };
const LEAST_CROP = 0.1;

/** The edits of one photo while a person works on them. */
export function useEdits(initial: Edits) {
  const [edits, setEdits] = useState(initial);
  const [selected, select] = useState<Target | null>(initial.masks.length > 0 ? 0 : null);

  const addMask = (mask: Box = NEW_MASK) => {
    if (edits.masks.length >= MOST_MASKS) return;
    setEdits({ ...edits, masks: [...edits.masks, mask] });
    select(edits.masks.length);
  };

  return {
    edits,
    selected,
    select,
    addMask,
    isChanged: JSON.stringify(edits) !== JSON.stringify(initial),
    setBox(target: Target, box: Box) {
      setEdits((now) =>
        target === "crop"
          ? { ...now, crop: largeEnough(box) }
          : { ...now, masks: now.masks.map((mask, index) => (index === target ? box : mask)) },
      );
    },
    removeMask(index: number) {
      setEdits({ ...edits, masks: edits.masks.filter((_mask, place) => place !== index) });
      select(null);
    },
    turn: (by: 1 | 3) => setEdits((now) => ({ ...now, quarterTurns: (now.quarterTurns + by) % 4 })),
    startCrop() {
      setEdits({ ...edits, crop: edits.crop ?? NEW_CROP });
      select("crop");
    },
    dropCrop() {
      setEdits({ ...edits, crop: null });
      select(null);
    },
  };
}

export type EditsState = ReturnType<typeof useEdits>;

export function boxOf({ crop, masks }: Edits, target: Target): Box {
  return (target === "crop" ? crop : masks[target]) ?? WHOLE;
}

function largeEnough(box: Box): Box {
  const [width, height] = [Math.max(box.width, LEAST_CROP), Math.max(box.height, LEAST_CROP)];
  return { width, height, x: Math.min(box.x, 1 - width), y: Math.min(box.y, 1 - height) };
}
