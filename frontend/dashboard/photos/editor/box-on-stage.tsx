import type { Box, Corner } from "./box";
import type { Size } from "./stage";
import type { Target } from "./use-edits";

type BoxOnStageProps = {
  target: Target;
  box: Box;
  size: Size;
  fill: string;
  opacity: number;
  isSelected: boolean;
  /** Picture pixels per pixel of the screen. */
  unit: number;
};

const CORNERS: readonly Corner[] = ["nw", "ne", "sw", "se"];

/** A box that can be moved by its middle and resized by its corners; `data-` tells the gesture what was touched. */
export function BoxOnStage({ target, box, size, fill, opacity, isSelected, unit }: BoxOnStageProps) {
  const [x, y] = [box.x * size.width, box.y * size.height];
  const [width, height] = [box.width * size.width, box.height * size.height];

  return (
    <g data-target={target}>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        fill={fill}
        fillOpacity={opacity}
        pointerEvents={target === "crop" ? "none" : "all"}
        className="cursor-move"
        {...((isSelected || target === "crop") && { stroke: "#fff", strokeWidth: 2 * unit })}
      />
      {isSelected &&
        CORNERS.map((corner) => <Handle key={corner} corner={corner} {...{ x, y, width, height, unit }} />)}
    </g>
  );
}

type HandleProps = { corner: Corner; x: number; y: number; width: number; height: number; unit: number };

/** The dot is small so that it hides little; what the finger meets is larger. */
function Handle({ corner, x, y, width, height, unit }: HandleProps) {
  const reach = Math.max(Math.min(14 * unit, 0.35 * Math.max(width, height)), 6 * unit);
  const [cx, cy] = [corner.endsWith("e") ? x + width : x, corner.startsWith("s") ? y + height : y];
  return (
    <g
      data-corner={corner}
      className={corner === "nw" || corner === "se" ? "cursor-nwse-resize" : "cursor-nesw-resize"}
    >
      <circle cx={cx} cy={cy} r={reach} fill="transparent" pointerEvents="all" />
      <circle cx={cx} cy={cy} r={6 * unit} fill="#fff" stroke="#1f55c0" strokeWidth={2 * unit} />
    </g>
  );
}
