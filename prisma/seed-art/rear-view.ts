import { drawEnd, screenPath } from "./end-body";
import type { EndShape } from "./end-shape";
import type { Paint } from "./paint";
import { both, line, symmetricPath } from "./symmetric-path";

export function drawRearView(shape: EndShape, paint: Paint): string {
  return drawEnd(
    shape,
    paint,
    `
    ${rearWindow(shape)}
    ${lid(shape, paint)}
    ${both(tailLamp(shape))}
    ${handleBar(shape)}
    ${bumper(shape, paint)}
    ${plateRecess(shape)}
    ${shape.rear === "hatch" ? spoiler(shape, paint) : ""}`,
  );
}

function rearWindow(shape: EndShape): string {
  const half = shape.width / 2;
  const { rearGlassBase: base, height } = shape;
  const streak = (x: number, width: number, opacity: number) =>
    `<path d="M ${x} ${base - 6} L ${x + 24} ${height} L ${x + 24 + width} ${height} L ${x + width} ${base - 6} Z" fill="#fff" opacity="${opacity}"/>`;
  const headrest = (x: number) =>
    `<path d="M ${x - 15} ${base - 6} C ${x - 15} ${base + 8} ${x - 10} ${base + 13} ${x} ${base + 13} C ${x + 10} ${base + 13} ${x + 15} ${base + 8} ${x + 15} ${base - 6} Z"/><rect x="${x - 8}" y="${base + 14.5}" width="16" height="9" rx="4"/>`;
  const heaterLines = Array.from({ length: 6 }, (_, index) => `M ${-half} ${base + 6 + index * 5} H ${half}`).join(" ");

  return `
  <clipPath id="screenClip"><path d="${screenPath(shape, base, 2.2)}"/></clipPath>
  <path d="${screenPath(shape, base, 0)}" fill="#090b0e"/>
  <path d="${screenPath(shape, base, 2.2)}" fill="url(#glass)"/>
  <g clip-path="url(#screenClip)">
    <g fill="#0a0e12" opacity="0.6">${headrest(-half * 0.42)}${headrest(half * 0.42)}</g>
    <path d="${heaterLines}" stroke="#000" stroke-opacity="0.25" stroke-width="0.5"/>
    ${streak(-half * 0.6, 24, 0.12)}${streak(-half * 0.22, 7, 0.09)}${streak(half * 0.36, 16, 0.07)}
  </g>
  ${shape.rear === "tailgate" || shape.rear === "boot" ? "" : `<path d="M -2 ${base - 1} L ${half * 0.42} ${base + 7}" stroke="#050607" stroke-width="1.8" stroke-linecap="round"/><circle cx="-2" cy="${base - 1}" r="2.4" fill="#0b0d10"/>`}`;
}

/** The seams of boot lid, hatch, tailgate or rear door, and the light on them. */
function lid(shape: EndShape, paint: Paint): string {
  const half = shape.width / 2;
  const { rearGlassBase: base, clearance } = shape;
  const white = (opacity: number) => (opacity * paint.gloss).toFixed(2);
  const bottom = clearance + 19;
  const reach = half - 11;
  const start = shape.rear === "boot" || shape.rear === "tailgate" ? shape.screenBase - 8 : base + 4;
  const outline = `M ${-reach} ${start} C ${-reach + 1} ${base - 22} ${-reach + 3} ${bottom + 12} ${-reach + 7} ${bottom + 3} C ${-reach + 9} ${bottom} ${-reach + 12} ${bottom} ${-reach + 16} ${bottom} L ${reach - 16} ${bottom} C ${reach - 12} ${bottom} ${reach - 9} ${bottom} ${reach - 7} ${bottom + 3} C ${reach - 3} ${bottom + 12} ${reach - 1} ${base - 22} ${reach} ${start}`;
  const top = shape.rear === "boot" || shape.rear === "tailgate" ? deck(shape, paint) : "";
  return `${top}
  <path d="${outline}" fill="none" stroke="#fff" stroke-opacity="0.2" stroke-width="0.9" transform="translate(0 -1)"/>
  <path d="${outline}" fill="none" stroke="#000" stroke-opacity="0.5" stroke-width="0.9"/>
  <path d="M ${-reach + 2} ${base - 12} C ${-half * 0.4} ${base - 15} ${half * 0.4} ${base - 15} ${reach - 2} ${base - 12}" fill="none" stroke="#fff" stroke-opacity="${white(0.4)}" stroke-width="4" filter="url(#blur1)"/>
  <path d="M ${-reach + 4} ${bottom + 20} C ${-half * 0.4} ${bottom + 16} ${half * 0.4} ${bottom + 16} ${reach - 4} ${bottom + 20}" fill="none" stroke="#000" stroke-opacity="0.3" stroke-width="6" filter="url(#blur2)"/>
  <path d="M ${-reach + 4} ${bottom + 15} C ${-half * 0.4} ${bottom + 11} ${half * 0.4} ${bottom + 11} ${reach - 4} ${bottom + 15}" fill="none" stroke="#fff" stroke-opacity="${white(0.3)}" stroke-width="1.6" filter="url(#blur1)"/>
  `;
}

/** The flat top of a boot, or the upper edge of a tailgate, seen as a bright band under the window. */
function deck(shape: EndShape, paint: Paint): string {
  const half = shape.width / 2;
  const top = shape.rearGlassBase - 5;
  const edge = shape.rear === "boot" ? top - 8 : top - 4;
  const band = symmetricPath(top, [
    line(0, top, half - 13, top + 1),
    line(half - 13, top + 1, half - 7, edge - 1),
    [half * 0.6, edge, half * 0.3, edge + 1, 0, edge + 1],
  ]);
  return `<path d="${band}" fill="${paint.lighter}"/><path d="M ${-half + 7} ${edge - 1} C ${-half * 0.6} ${edge} ${half * 0.6} ${edge} ${half - 7} ${edge - 1}" fill="none" stroke="#000" stroke-opacity="0.4" stroke-width="1.2"/>`;
}

function tailLamp(shape: EndShape): string {
  const half = shape.width / 2;
  const outer = half - 1.5;
  const lamp = shape.rear === "box" || shape.rear === "tailgate" ? uprightLamp(shape, outer) : sweptLamp(shape, outer);
  return `
  <clipPath id="rearLampClip"><path d="${lamp.outline}"/></clipPath>
  <path d="${lamp.outline}" fill="url(#tail)" stroke="#2c0407" stroke-width="1.4" stroke-linejoin="round"/>
  <g clip-path="url(#rearLampClip)">${lamp.inside}</g>
  <path d="${lamp.outline}" fill="none" stroke="#fff" stroke-opacity="0.4" stroke-width="0.5"/>`;
}

function uprightLamp(shape: EndShape, outer: number): { outline: string; inside: string } {
  const top = shape.rear === "tailgate" ? shape.rearGlassBase - 12 : shape.screenBase + 2;
  const height = shape.rear === "tailgate" ? 40 : 46;
  const inner = outer - 11;
  return {
    outline: `M ${inner} ${top} L ${outer - 2.5} ${top - 1} C ${outer} ${top - 14} ${outer + 0.5} ${top - height + 12} ${outer} ${top - height} L ${inner} ${top - height + 2} Z`,
    inside: `<rect x="${inner}" y="${top - height * 0.62}" width="14" height="${height * 0.2}" fill="#f2efe9" opacity="0.92"/><rect x="${inner}" y="${top - height * 0.82}" width="14" height="${height * 0.18}" fill="#ef9a3a"/><rect x="${inner + 2.5}" y="${top - height * 0.56}" width="1.6" height="${height}" fill="#ffb3a8" opacity="0.8"/>`,
  };
}

function sweptLamp(shape: EndShape, outer: number): { outline: string; inside: string } {
  const top = shape.rear === "boot" ? shape.screenBase - 4 : shape.screenBase - 2;
  const inner = outer - 38;
  return {
    outline: `M ${inner} ${top - 12} C ${inner + 14} ${top - 6} ${outer - 10} ${top - 1} ${outer - 2} ${top - 1} C ${outer + 0.5} ${top - 10} ${outer + 0.5} ${top - 20} ${outer - 1} ${top - 25} C ${outer - 14} ${top - 25} ${inner + 6} ${top - 22} ${inner} ${top - 12} Z`,
    inside: `<path d="M ${inner + 3} ${top - 13} C ${inner + 14} ${top - 8} ${outer - 12} ${top - 5} ${outer} ${top - 5}" fill="none" stroke="#ff9d8f" stroke-width="2"/><path d="M ${inner + 6} ${top - 18} C ${outer - 14} ${top - 21} ${outer - 8} ${top - 20} ${outer} ${top - 19}" fill="none" stroke="#ff8576" stroke-width="1.6"/><rect x="${outer - 34}" y="${top - 18}" width="13" height="6" rx="1.5" fill="#f2efe9" opacity="0.9"/>`,
  };
}

/** The chrome grip above the plate, with the same plain badge as at the front. */
function handleBar(shape: EndShape): string {
  const y = shape.rearGlassBase - 24;
  return `<rect x="-30" y="${y - 2}" width="60" height="5" rx="2" fill="url(#chrome)" stroke="#000" stroke-opacity="0.25" stroke-width="0.5"/>
  <g transform="translate(0 ${y + 10})"><ellipse rx="6.5" ry="4" fill="#14181c" stroke="url(#chrome)" stroke-width="1.4"/><ellipse rx="2.6" ry="1.5" fill="url(#chrome)"/></g>`;
}

/** Empty on purpose: no number plate in any picture. */
function plateRecess(shape: EndShape): string {
  const y = shape.rearGlassBase - 44;
  return `<path d="M -29 ${y + 16} L 29 ${y + 16} L 25 ${y - 2} L -25 ${y - 2} Z" fill="#000" opacity="0.28"/>
  <rect x="-22" y="${y}" width="44" height="13" rx="1.6" fill="#1a1d21" stroke="#3a4047" stroke-width="0.8"/><rect x="-19.5" y="${y + 2}" width="39" height="9" rx="1" fill="#23272c"/>`;
}

function bumper(shape: EndShape, paint: Paint): string {
  const half = shape.width / 2;
  const { clearance } = shape;
  const blackHeight = clearance + (shape.offRoad ? 14 : 8);
  return `
  <path d="M ${-half + 4} ${clearance + 17} C ${-half * 0.5} ${clearance + 15} ${half * 0.5} ${clearance + 15} ${half - 4} ${clearance + 17}" fill="none" stroke="#fff" stroke-opacity="${(0.5 * paint.gloss).toFixed(2)}" stroke-width="1.8" filter="url(#blur1)"/>
  <g clip-path="url(#bodyClip)"><rect x="${-half}" y="0" width="${half * 2}" height="${blackHeight}" fill="#15171a"/><rect x="${-half}" y="${blackHeight}" width="${half * 2}" height="0.8" fill="#fff" opacity="0.2"/></g>
  ${both(`<rect x="${half - 26}" y="${clearance + 10}" width="17" height="3.6" rx="1.4" fill="#b5161f"/>`)}
  ${shape.offRoad ? `<path d="M ${-half * 0.36} ${clearance + 7} L ${half * 0.36} ${clearance + 7} L ${half * 0.3} ${clearance} L ${-half * 0.3} ${clearance} Z" fill="url(#chrome)" opacity="0.8"/>` : ""}
  <ellipse cx="${half * 0.5}" cy="${clearance + 1}" rx="5" ry="2.6" fill="#050607" stroke="url(#chrome)" stroke-width="1.2"/>`;
}

function spoiler(shape: EndShape, paint: Paint): string {
  const reach = shape.roofWidth / 2 - 3;
  const top = shape.height - 4;
  return `<path d="M ${-reach} ${top - 2} C ${-reach * 0.5} ${top + 2} ${reach * 0.5} ${top + 2} ${reach} ${top - 2} L ${reach + 2} ${top - 9} C ${reach * 0.5} ${top - 6} ${-reach * 0.5} ${top - 6} ${-reach - 2} ${top - 9} Z" fill="${paint.light}" stroke="#000" stroke-opacity="0.35" stroke-width="0.7"/>
  <rect x="-9" y="${top - 6}" width="18" height="1.8" rx="0.9" fill="#a3141b"/>`;
}
