import type { EndShape } from "./end-shape";
import type { Paint } from "./paint";
import { canvas, drawShadow } from "./studio";
import { both, type Curve, line, symmetricPath } from "./symmetric-path";

/** What front and rear share: the stance, the painted shell with its light, the mirrors, the shadow and the gleam on the floor. */
export function drawEnd(shape: EndShape, paint: Paint, face: string): string {
  const scale = Math.min(4.9, 850 / shape.height);
  const ground = 620 + (shape.height * scale) / 2;
  const half = shape.width / 2;

  return `
  <defs>${endDefs(shape, paint)}</defs>
  ${drawShadow(canvas.width / 2 - half * scale * 1.02, canvas.width / 2 + half * scale * 1.02, ground - 4, 36)}
  <g transform="translate(${canvas.width / 2} ${ground}) scale(${scale} ${-scale})">
    <g id="car">
      ${tyres(shape)}
      ${both(mirror(shape, paint))}
      <path d="${shellPath(shape)}" fill="url(#paint)"/>
      <g clip-path="url(#bodyClip)">${shellLight(shape, paint)}</g>
      ${face}
    </g>
    <g mask="url(#reflectionMask)"><use xlink:href="#car" transform="scale(1 -1)" filter="url(#soft)"/></g>
  </g>`;
}

/** Glass between `base` and the roof; `inset` keeps the pillars visible. */
export function screenPath(shape: EndShape, base: number, inset: number): string {
  const bottomHalf = shape.width / 2 - 15 - inset;
  const topHalf = shape.roofWidth / 2 - 3 - inset * 0.6;
  const top = shape.height - 10 - inset * 0.6;
  const [aside, down] = direction(topHalf, top, bottomHalf, base);
  return symmetricPath(top + 2, [
    [topHalf * 0.5, top + 2, topHalf - 14, top + 1, topHalf - 7, top],
    [topHalf - 3, top - 0.6, topHalf + aside, top + down, topHalf + aside * 6, top + down * 6],
    [
      topHalf + aside * 20,
      top + down * 20,
      bottomHalf - aside * 16,
      base - down * 16,
      bottomHalf - aside * 5,
      base - down * 5,
    ],
    [bottomHalf, base, bottomHalf - 3, base - 0.8, bottomHalf - 8, base - 1.2],
    [bottomHalf * 0.6, base - 3.4, bottomHalf * 0.3, base - 4, 0, base - 4],
  ]);
}

function shellPath(shape: EndShape): string {
  const half = shape.width / 2;
  const roof = shape.roofWidth / 2;
  const { height, screenBase, clearance } = shape;
  const [pillarX, pillarY] = [half - 6, screenBase + 1];
  const [aside, down] = direction(roof + 3, height - 7, pillarX, pillarY);
  const curves: Curve[] = [
    [roof * 0.5, height, roof - 12, height - 0.8, roof - 6, height - 2.4],
    [roof, height - 4, roof + 3 + aside * 2, height - 7 + down * 2, roof + 3 + aside * 8, height - 7 + down * 8],
    [roof + 4 + aside * 22, height - 7 + down * 22, pillarX + 0.8 - aside * 16, pillarY - down * 16, pillarX, pillarY],
    [half - 2.5, screenBase - 4, half, screenBase - 15, half, screenBase - 30],
    [half + 0.5, clearance + 38, half, clearance + 20, half - 2, clearance + 10],
    [half - 3, clearance + 3, half - 8, clearance, half - 16, clearance],
    line(half - 16, clearance, 0, clearance),
  ];
  return symmetricPath(height, curves);
}

/** One centimetre along the way from one point to another. */
function direction(fromX: number, fromY: number, toX: number, toY: number): [aside: number, down: number] {
  const distance = Math.hypot(toX - fromX, toY - fromY);
  return [(toX - fromX) / distance, (toY - fromY) / distance];
}

function endDefs(shape: EndShape, paint: Paint): string {
  const { width, height, clearance, screenBase } = shape;
  return `
  <clipPath id="bodyClip"><path d="${shellPath(shape)}"/></clipPath>
  <linearGradient id="paint" gradientUnits="userSpaceOnUse" x1="0" y1="${height}" x2="0" y2="${clearance}">
    <stop offset="0" stop-color="${paint.lighter}"/><stop offset="0.12" stop-color="${paint.light}"/>
    <stop offset="0.4" stop-color="${paint.light}"/><stop offset="0.55" stop-color="${paint.base}"/>
    <stop offset="0.8" stop-color="${paint.dark}"/><stop offset="1" stop-color="${paint.darker}"/>
  </linearGradient>
  <linearGradient id="ends" gradientUnits="userSpaceOnUse" x1="${-width / 2}" y1="0" x2="${width / 2}" y2="0">
    <stop offset="0" stop-color="#000" stop-opacity="0.5"/><stop offset="0.1" stop-color="#000" stop-opacity="0.1"/>
    <stop offset="0.2" stop-color="#000" stop-opacity="0"/><stop offset="0.8" stop-color="#000" stop-opacity="0"/>
    <stop offset="0.9" stop-color="#000" stop-opacity="0.1"/><stop offset="1" stop-color="#000" stop-opacity="0.5"/>
  </linearGradient>
  <linearGradient id="glass" gradientUnits="userSpaceOnUse" x1="0" y1="${height}" x2="0" y2="${screenBase - 5}">
    <stop offset="0" stop-color="#0d1319"/><stop offset="0.4" stop-color="#222d37"/><stop offset="1" stop-color="#53636f"/>
  </linearGradient>
  <linearGradient id="lamp" x1="0" y1="1" x2="0" y2="0">
    <stop offset="0" stop-color="#f6fafd"/><stop offset="0.5" stop-color="#b4c1cb"/><stop offset="1" stop-color="#66727d"/>
  </linearGradient>
  <linearGradient id="tail" x1="0" y1="1" x2="0" y2="0">
    <stop offset="0" stop-color="#ff5a4d"/><stop offset="0.5" stop-color="#c3141b"/><stop offset="1" stop-color="#6d0a10"/>
  </linearGradient>
  <linearGradient id="chrome" x1="0" y1="1" x2="0" y2="0">
    <stop offset="0" stop-color="#ffffff"/><stop offset="0.5" stop-color="#aeb5bb"/><stop offset="0.55" stop-color="#6d757c"/><stop offset="1" stop-color="#d5dade"/>
  </linearGradient>
  <linearGradient id="tread" gradientUnits="objectBoundingBox" x1="0" y1="0" x2="1" y2="0">
    <stop offset="0" stop-color="#050607"/><stop offset="0.5" stop-color="#23262a"/><stop offset="1" stop-color="#050607"/>
  </linearGradient>
  <linearGradient id="fade" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="-50">
    <stop offset="0" stop-color="#fff" stop-opacity="0.26"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
  </linearGradient>
  <mask id="reflectionMask"><rect x="${-width}" y="-50" width="${width * 2}" height="50" fill="url(#fade)"/></mask>
  <filter id="soft" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="0.7"/></filter>`;
}

function tyres(shape: EndShape): string {
  const { width, tyreWidth, clearance } = shape;
  const left = width / 2 - tyreWidth - 2;
  const grooves = [0.3, 0.5, 0.7]
    .map(
      (share) =>
        `<rect x="${left + tyreWidth * share - 0.6}" y="1" width="1.2" height="${clearance}" fill="#000" opacity="0.7"/>`,
    )
    .join("");
  return `${both(`<rect x="${left}" y="0" width="${tyreWidth}" height="${clearance + 30}" rx="5" fill="url(#tread)"/>${grooves}`)}
  <rect x="${-width / 2 + 14}" y="${clearance - 9}" width="${width - 28}" height="22" rx="4" fill="#08090b"/>`;
}

function mirror(shape: EndShape, paint: Paint): string {
  const x = shape.width / 2 - 10;
  const y = shape.screenBase + 5;
  return `
  <path d="M ${x - 3} ${y} L ${x + 8} ${y + 2} L ${x + 8} ${y + 6} L ${x - 3} ${y + 5} Z" fill="#0b0d10"/>
  <path d="M ${x + 5} ${y + 2} C ${x + 4} ${y + 11} ${x + 8} ${y + 15} ${x + 15} ${y + 15} C ${x + 23} ${y + 15} ${x + 27} ${y + 11} ${x + 26} ${y + 5} C ${x + 25} ${y} ${x + 8} ${y - 2} ${x + 5} ${y + 2} Z" fill="${paint.base}" stroke="${paint.darker}" stroke-width="0.7"/>
  <path d="M ${x + 7} ${y + 8} C ${x + 9} ${y + 13} ${x + 21} ${y + 14.5} ${x + 24} ${y + 9}" fill="none" stroke="#fff" stroke-opacity="${0.7 * paint.gloss}" stroke-width="1.6" stroke-linecap="round"/>
  <path d="M ${x + 6} ${y + 1.5} C ${x + 12} ${y - 0.5} ${x + 24} ${y} ${x + 26} ${y + 4} C ${x + 20} ${y + 2.5} ${x + 12} ${y + 2.5} ${x + 6} ${y + 3.5} Z" fill="#000" opacity="0.5"/>`;
}

function shellLight(shape: EndShape, paint: Paint): string {
  const { width, height } = shape;
  return `
  <path d="${shellPath(shape)}" fill="none" stroke="#fff" stroke-opacity="${(0.5 * paint.gloss).toFixed(2)}" stroke-width="5" filter="url(#blur2)"/>
  <rect x="${-width / 2}" y="0" width="${width}" height="${height}" fill="url(#ends)"/>`;
}
