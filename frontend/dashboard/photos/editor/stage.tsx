import { type Box, turnBox, WHOLE } from "./box";
import { BoxOnStage } from "./box-on-stage";
import type { EditsState } from "./use-edits";
import { useGesture } from "./use-gesture";
import { useUnit } from "./use-unit";

export type Size = { width: number; height: number };

type StageProps = {
  state: EditsState;
  src: string;
  /** Of the upright original, in pixels. */
  size: Size;
  maskColor: string;
  /** Shows what will be seen on the site. */
  isPreview: boolean;
  /** The part of the upright picture that fills the stage; null: all of it. */
  zoom: Box | null;
};

/** The photo with its boxes. SVG, because its attributes place things under a policy that forbids inline styles. */
export function Stage({ state, src, size, maskColor, isPreview, zoom }: StageProps) {
  const { edits, selected } = state;
  const { quarterTurns, crop, masks } = edits;
  const shown = quarterTurns % 2 === 0 ? size : { width: size.height, height: size.width };
  const { groupRef, handlers } = useGesture(state, size);
  const frame = turnBox((isPreview ? crop : zoom) ?? WHOLE, quarterTurns);
  const { svgRef, unit } = useUnit(frame.width * shown.width, frame.height * shown.height);
  const viewBox = [
    frame.x * shown.width,
    frame.y * shown.height,
    frame.width * shown.width,
    frame.height * shown.height,
  ].join(" ");

  return (
    <svg
      ref={svgRef}
      viewBox={viewBox}
      role="img"
      aria-label={describe(masks.length, crop !== null)}
      className={`max-h-[70vh] w-full touch-none rounded-lg bg-sunken select-none ${isPreview ? "" : "cursor-crosshair"}`}
      {...(isPreview ? {} : handlers)}
    >
      <g ref={groupRef} transform={turnTransform(quarterTurns, size)}>
        <image href={src} width={size.width} height={size.height} />
        {crop && !isPreview && <CroppedAway crop={crop} size={size} />}
        {masks.map((mask, index) => (
          <BoxOnStage
            // biome-ignore lint/suspicious/noArrayIndexKey: a mask is nothing but its place in the list
            key={index}
            target={index}
            box={mask}
            size={size}
            fill={maskColor}
            opacity={isPreview ? 1 : 0.6}
            isSelected={!isPreview && selected === index}
            unit={unit}
          />
        ))}
        {crop && !isPreview && (
          <BoxOnStage
            target="crop"
            box={crop}
            size={size}
            fill="none"
            opacity={1}
            isSelected={selected === "crop"}
            unit={unit}
          />
        )}
      </g>
    </svg>
  );
}

/** Darkens what the crop leaves out. */
function CroppedAway({ crop, size: { width, height } }: { crop: Box; size: Size }) {
  const [left, top] = [crop.x * width, crop.y * height];
  const [right, bottom] = [left + crop.width * width, top + crop.height * height];
  const around = `M0 0H${width}V${height}H0ZM${left} ${top}V${bottom}H${right}V${top}Z`;
  return <path d={around} fill="#000" fillOpacity={0.55} pointerEvents="none" />;
}

function turnTransform(quarterTurns: number, { width, height }: Size): string {
  if (quarterTurns === 1) return `translate(${height} 0) rotate(90)`;
  if (quarterTurns === 2) return `translate(${width} ${height}) rotate(180)`;
  if (quarterTurns === 3) return `translate(0 ${width}) rotate(270)`;
  return "";
}

function describe(maskCount: number, isCropped: boolean): string {
  return `Foto asli dengan ${maskCount} kotak penutup${isCropped ? ", dipotong" : ""}`;
}
