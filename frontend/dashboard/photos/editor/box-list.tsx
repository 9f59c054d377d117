import { Crop, Trash2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "../../ui/button";
import { type Box, growBox, moveBox, type Point, turnStepBack } from "./box";
import { BoxNumbers } from "./box-numbers";
import { boxOf, type EditsState, type Target } from "./use-edits";

const STEP = 0.01;
const STEPS: Record<string, Point> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** The boxes as a list: the way to reach and move them with the keyboard or by numbers. */
export function BoxList({ state }: { state: EditsState }) {
  const { edits, removeMask, dropCrop } = state;
  if (edits.masks.length === 0 && !edits.crop) {
    return <p className="text-muted">Belum ada kotak. Geser di atas foto untuk menggambar kotak di plat nomor.</p>;
  }
  return (
    <ul className="flex flex-col gap-2">
      {edits.masks.map((_mask, index) => (
        <BoxRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a mask is nothing but its place in the list
          key={index}
          state={state}
          target={index}
          name={`Kotak ${index + 1}`}
          onRemove={() => removeMask(index)}
        />
      ))}
      {edits.crop && <BoxRow state={state} target="crop" name="Potongan" onRemove={dropCrop} />}
    </ul>
  );
}

type BoxRowProps = { state: EditsState; target: Target; name: string; onRemove(): void };

function BoxRow({ state, target, name, onRemove }: BoxRowProps) {
  const { edits, selected, select, setBox } = state;
  const box = boxOf(edits, target);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Delete") return onRemove();
    if (!step) return;
    event.preventDefault();
    setBox(target, moved(box, step, edits.quarterTurns, event.shiftKey));
  };

  return (
    <li className={`rounded-lg border p-2 ${selected === target ? "border-accent" : "border-line"}`}>
      <div className="flex items-center justify-between gap-2">
        <Button
          type="button"
          size="sm"
          variant="ghost"
          aria-pressed={selected === target}
          onClick={() => select(target)}
          onFocus={() => select(target)}
          onKeyDown={move}
          icon={target === "crop" ? <Crop aria-hidden="true" className="size-4" /> : undefined}
        >
          {name}
        </Button>
        <Button type="button" size="sm" variant="ghost" aria-label={`Hapus ${name.toLowerCase()}`} onClick={onRemove}>
          <Trash2 aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <BoxNumbers name={name} box={box} onChange={(changed) => setBox(target, changed)} />
    </li>
  );
}

/** Arrows move, with Shift they make larger and smaller; both as it looks on the turned picture. */
function moved(box: Box, step: Point, quarterTurns: number, isResize: boolean): Box {
  const upright = turnStepBack(step, quarterTurns);
  if (!isResize) return moveBox(box, upright);
  const sign = signOf(step);
  return growBox(box, { x: Math.abs(upright.x) * sign, y: Math.abs(upright.y) * sign });
}

function signOf({ x, y }: Point): number {
  return Math.sign(x + y);
}
