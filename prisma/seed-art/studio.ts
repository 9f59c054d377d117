import { mix, type Paint } from "./paint";
import { pick, type Random } from "./random";

export const canvas = { width: 1600, height: 1200 };

type Backdrop = { wall: string; wallEdge: string; floor: string; floorEdge: string };

const forDarkCars: [Backdrop, ...Backdrop[]] = [
  { wall: "#f6f7f8", wallEdge: "#cfd5db", floor: "#eef0f2", floorEdge: "#bcc4cc" },
  { wall: "#f7f4ef", wallEdge: "#d9d0c4", floor: "#f0ebe4", floorEdge: "#c6baab" },
  { wall: "#f1f5f8", wallEdge: "#c3d0da", floor: "#e9eff3", floorEdge: "#aebecb" },
  { wall: "#f3f6f3", wallEdge: "#cbd5cd", floor: "#ebefeb", floorEdge: "#b5c2b8" },
];

const forLightCars: [Backdrop, ...Backdrop[]] = [
  { wall: "#b9c4ce", wallEdge: "#7d8b98", floor: "#a9b5c0", floorEdge: "#6b7986" },
  { wall: "#c6beb4", wallEdge: "#8e857a", floor: "#b7aea3", floorEdge: "#7d7468" },
  { wall: "#aebfca", wallEdge: "#6f8797", floor: "#9fb1bd", floorEdge: "#5f7686" },
  { wall: "#b6c2ba", wallEdge: "#7b8b81", floor: "#a7b4ab", floorEdge: "#6a7a70" },
];

export type Frame = { left: number; top: number; width: number; height: number };

export type Studio = {
  paint: Paint;
  random: Random;
  /** Where the floor begins to rise into the wall, in pixels from the top. */
  horizon: number;
  /** The part to show, in canvas pixels; without it the whole. */
  frame?: Frame;
};

/** Around a close-up, in pixels: blurs fade out at the edge of a drawing, so that edge is cut off afterwards. */
export const closeUpMargin = { left: 160, top: 120 };

/** The whole picture: a photo studio with a rounded wall, and `car` standing in it. */
export function drawStudio({ paint, random, horizon, frame }: Studio, car: string): string {
  const backdrop = pick(random, paint.isLight ? forLightCars : forDarkCars);
  const { width, height } = canvas;

  return `${openSvg(frame)}
  <defs>
    <radialGradient id="wall" gradientUnits="userSpaceOnUse" cx="${width / 2}" cy="${horizon - 300}" r="1050">
      <stop offset="0" stop-color="${mix(backdrop.wall, "#ffffff", 0.35)}"/><stop offset="0.4" stop-color="${backdrop.wall}"/>
      <stop offset="1" stop-color="${backdrop.wallEdge}"/>
    </radialGradient>
    <radialGradient id="floor" gradientUnits="userSpaceOnUse" cx="${width / 2}" cy="${horizon + 130}" r="1000" gradientTransform="translate(0 ${(horizon + 130) * 0.6}) scale(1 0.4)">
      <stop offset="0" stop-color="${backdrop.floor}"/><stop offset="1" stop-color="${backdrop.floorEdge}"/>
    </radialGradient>
    <linearGradient id="cove" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset="0.45" stop-color="#fff"/>
    </linearGradient>
    <mask id="coveMask"><rect x="0" y="${horizon - 130}" width="${width}" height="${height - horizon + 130}" fill="url(#cove)"/></mask>
    ${blurs}
  </defs>
  <rect width="${width}" height="${height}" fill="url(#wall)"/>
  <rect y="${horizon - 130}" width="${width}" height="${height - horizon + 130}" fill="url(#floor)" mask="url(#coveMask)"/>
  ${car}
</svg>`;
}

function openSvg(frame: Frame | undefined): string {
  const { width, height } = canvas;
  const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  if (!frame) return `<svg ${namespaces} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;

  const { left, top } = closeUpMargin;
  const [outerWidth, outerHeight] = [width + 2 * left, height + 2 * top];
  const unit = frame.width / width;
  const viewBox = [frame.left - left * unit, frame.top - top * unit, outerWidth * unit, outerHeight * unit];
  return `<svg ${namespaces} width="${outerWidth}" height="${outerHeight}" viewBox="${viewBox.join(" ")}">`;
}

/** The car's shadow: wide and soft around, dark and sharp where it nearly touches the floor. In pixels. */
export function drawShadow(left: number, right: number, ground: number, depth: number): string {
  const center = (left + right) / 2;
  const half = (right - left) / 2;
  return `
  <ellipse cx="${center}" cy="${ground + depth * 0.5}" rx="${half * 1.03}" ry="${depth * 1.1}" fill="#0a0d12" opacity="0.36" filter="url(#shadowWide)"/>
  <ellipse cx="${center}" cy="${ground}" rx="${half * 0.94}" ry="${depth * 0.5}" fill="#05070a" opacity="0.78" filter="url(#shadowNear)"/>`;
}

const blurs = [
  ...[1, 2, 4, 8].map((size) => blur(`blur${size}`, size, "-20%", "-300%", "140%", "700%")),
  blur("shadowNear", 12, "-10%", "-300%", "120%", "700%"),
  blur("shadowWide", 26, "-15%", "-300%", "130%", "700%"),
].join("");

/** In sRGB: the default, linear light in eight bits, turns a soft dark shadow green. */
function blur(id: string, size: number, x: string, y: string, width: string, height: string): string {
  return `<filter id="${id}" x="${x}" y="${y}" width="${width}" height="${height}" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${size}"/></filter>`;
}
