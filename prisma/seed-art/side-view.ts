import type { Paint } from "./paint";
import type { Random } from "./random";
import { drawFittings, drawGlass, drawLamps } from "./side-parts";
import type { SideShape } from "./side-shapes/side-shape";
import { canvas, drawShadow, type Frame } from "./studio";
import { drawWheel, pickRim, wheelDefs } from "./wheel";

const groundPx = 868;

/** The car from its left side, standing on the studio floor; SVG in canvas pixels. */
export function drawSideView(shape: SideShape, paint: Paint, random: Random): string {
  const { scale, left } = placementOf(shape);
  const body = bodyPath(shape);
  const rim = pickRim(random);
  const turn = Math.round(random() * 72);
  const { front, rear, radius } = shape.wheels;

  return `
  <defs>${defs(shape, paint, body)}</defs>
  ${drawShadow(left, left + shape.length * scale, groundPx, 26)}
  <g transform="translate(${left} ${groundPx}) scale(${scale} ${-scale})">
    <g id="car">
      ${underbody(shape)}
      <path d="${body}" fill="url(#paint)"/>
      <g clip-path="url(#bodyClip)">${shading(shape, paint)}</g>
      ${drawGlass(shape)}
      ${drawLamps(shape)}
      ${drawFittings(shape, paint)}
      ${drawWheel(front, radius, radius, rim, turn)}
      ${drawWheel(rear, radius, radius, rim, turn + 31)}
    </g>
    <g mask="url(#reflectionMask)"><use xlink:href="#car" transform="scale(1 -1)" filter="url(#soft)"/></g>
  </g>`;
}

/** A close look at the front or the rear corner, in canvas pixels. */
export function cornerFrame(shape: SideShape, end: "front" | "rear"): Frame {
  const { left } = placementOf(shape);
  const [width, height] = [720, 540];
  return {
    left: end === "front" ? left - 40 : canvas.width - left + 40 - width,
    top: groundPx + 70 - height,
    width,
    height,
  };
}

/** Long cars fill more of the picture than short ones, but not as much more as they are longer. */
function placementOf(shape: SideShape): { scale: number; left: number } {
  const scale = 1370 / (0.55 * shape.length + 0.45 * 460);
  return { scale, left: (canvas.width - shape.length * scale) / 2 };
}

/** The outline closed along the lower edge, with the two wheel arches cut out. */
function bodyPath(shape: SideShape): string {
  const { front, rear, radius, archRadius } = shape.wheels;
  const half = Math.sqrt(archRadius ** 2 - (radius - shape.sill) ** 2);
  const arch = (center: number) =>
    `L ${center + half} ${shape.sill} A ${archRadius} ${archRadius} 0 1 1 ${center - half} ${shape.sill}`;
  return `${shape.outline} ${arch(rear)} ${arch(front)} Z`;
}

function defs(shape: SideShape, paint: Paint, body: string): string {
  const { height, length, sill } = shape;
  return `${wheelDefs}
  <clipPath id="bodyClip"><path d="${body}"/></clipPath>
  <clipPath id="lampClip"><path d="${shape.headlight}"/></clipPath>
  <clipPath id="tailClip"><path d="${shape.taillight}"/></clipPath>
  <clipPath id="glassClip">${shape.panes.map((pane) => `<path d="${pane}"/>`).join("")}</clipPath>
  <linearGradient id="paint" gradientUnits="userSpaceOnUse" x1="0" y1="${height}" x2="0" y2="${sill}">
    <stop offset="0" stop-color="${paint.lighter}"/><stop offset="0.2" stop-color="${paint.light}"/>
    <stop offset="0.42" stop-color="${paint.base}"/><stop offset="0.62" stop-color="${paint.base}"/>
    <stop offset="0.86" stop-color="${paint.dark}"/><stop offset="1" stop-color="${paint.darker}"/>
  </linearGradient>
  <linearGradient id="ends" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="${length}" y2="0">
    <stop offset="0" stop-color="#000" stop-opacity="0.42"/><stop offset="0.07" stop-color="#000" stop-opacity="0.08"/>
    <stop offset="0.15" stop-color="#000" stop-opacity="0"/><stop offset="0.88" stop-color="#000" stop-opacity="0"/>
    <stop offset="0.96" stop-color="#000" stop-opacity="0.14"/><stop offset="1" stop-color="#000" stop-opacity="0.5"/>
  </linearGradient>
  <linearGradient id="glass" gradientUnits="userSpaceOnUse" x1="0" y1="${height}" x2="0" y2="${height * 0.58}">
    <stop offset="0" stop-color="#0e141a"/><stop offset="0.35" stop-color="#26323d"/><stop offset="1" stop-color="#51616e"/>
  </linearGradient>
  <linearGradient id="lamp" x1="0" y1="1" x2="0" y2="0">
    <stop offset="0" stop-color="#f6fafd"/><stop offset="0.5" stop-color="#aebbc6"/><stop offset="1" stop-color="#5f6b76"/>
  </linearGradient>
  <linearGradient id="tail" x1="0" y1="1" x2="0" y2="0">
    <stop offset="0" stop-color="#ff5a4d"/><stop offset="0.5" stop-color="#c3141b"/><stop offset="1" stop-color="#6d0a10"/>
  </linearGradient>
  <linearGradient id="fade" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="-75">
    <stop offset="0" stop-color="#fff" stop-opacity="0.24"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
  </linearGradient>
  <mask id="reflectionMask"><rect x="-40" y="-75" width="${length + 80}" height="75" fill="url(#fade)"/></mask>
  <filter id="soft" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="0.9"/></filter>`;
}

function underbody(shape: SideShape): string {
  const { front, rear, radius, archRadius } = shape.wheels;
  const arch = (x: number) => `<circle cx="${x}" cy="${radius + 1}" r="${archRadius + 3}" fill="#0a0b0d"/>`;
  return `<rect x="${front - 50}" y="${shape.sill - 5}" width="${rear - front + 92}" height="40" rx="6" fill="#0a0b0d"/>${arch(front)}${arch(rear)}`;
}

/** Light from a long softbox above: along the roof, on the shoulder, and a last gleam above the sill. */
function shading(shape: SideShape, paint: Paint): string {
  const white = (opacity: number) => (opacity * paint.gloss).toFixed(3);
  const { sill, length } = shape;
  const blackBelow = sill + (shape.cladding ? 13 : 4.5);

  return `
  <path d="${shape.outline}" fill="none" stroke="#fff" stroke-opacity="${white(0.6)}" stroke-width="7" filter="url(#blur2)"/>
  <path d="${shape.shoulder}" fill="none" stroke="#fff" stroke-opacity="${white(0.2)}" stroke-width="15" transform="translate(0 -9)" filter="url(#blur4)"/>
  <path d="${shape.shoulder}" fill="none" stroke="#000" stroke-opacity="0.34" stroke-width="7" transform="translate(0 -5)" filter="url(#blur2)"/>
  <path d="${shape.shoulder}" fill="none" stroke="#fff" stroke-opacity="${white(0.8)}" stroke-width="2.2" filter="url(#blur1)"/>
  <path d="${shape.lowerCrease}" fill="none" stroke="#000" stroke-opacity="0.38" stroke-width="8" stroke-linecap="round" transform="translate(0 3)" filter="url(#blur2)"/>
  <path d="${shape.lowerCrease}" fill="none" stroke="#fff" stroke-opacity="${white(0.42)}" stroke-width="3" stroke-linecap="round" transform="translate(0 -3)" filter="url(#blur1)"/>
  <rect x="0" y="0" width="${length}" height="${shape.height}" fill="url(#ends)"/>
  ${noseAndTail(shape)}
  <rect x="0" y="0" width="${length}" height="${blackBelow}" fill="#17191c"/>
  <rect x="0" y="${blackBelow - 0.9}" width="${length}" height="0.9" fill="#fff" opacity="0.16"/>
  ${shape.seams.map(seam).join("")}`;
}

function seam(path: string): string {
  return `<path d="${path}" fill="none" stroke="#fff" stroke-opacity="0.22" stroke-width="0.9" transform="translate(1 0)"/><path d="${path}" fill="none" stroke="#000" stroke-opacity="0.55" stroke-width="0.95"/>`;
}

/** The air intake at the nose and the reflector at the tail, as far as the side shows them. */
function noseAndTail(shape: SideShape): string {
  const { sill, length } = shape;
  const low = sill + 14;
  return `
  <path d="M 0 ${low + 17} C 9 ${low + 19} 18 ${low + 18} 25 ${low + 13} L 22 ${low + 3} C 14 ${low + 1} 6 ${low + 2} 0 ${low + 4} Z" fill="#101215"/>
  <path d="M 9 ${low + 10} L 21 ${low + 10}" stroke="#e9eef2" stroke-width="2.2" stroke-linecap="round" opacity="0.85"/>
  <rect x="${length - 17}" y="${low + 2}" width="11" height="4" rx="1.6" fill="#9d1319"/>`;
}
