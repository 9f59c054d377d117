import { drawEnd, screenPath } from "./end-body";
import type { EndShape } from "./end-shape";
import type { Paint } from "./paint";
import { pick, type Random } from "./random";
import { both, line, symmetricPath } from "./symmetric-path";

export function drawFrontView(shape: EndShape, paint: Paint, random: Random): string {
  const grille = pick(random, ["bars", "mesh", "wide"]);
  return drawEnd(
    shape,
    paint,
    `
    ${bonnet(shape, paint)}
    ${windscreen(shape)}
    ${bumper(shape, paint)}
    ${upperGrille(shape, grille)}
    ${both(headlamp(shape))}
    ${badge(shape)}
    ${plateHolder(shape)}`,
  );
}

/** The bonnet catches the studio's light; two creases run from the screen to the badge. */
function bonnet(shape: EndShape, paint: Paint): string {
  const half = shape.width / 2;
  const { screenBase: base, nose } = shape;
  const white = (opacity: number) => (opacity * paint.gloss).toFixed(2);
  const surface = symmetricPath(base + 1, [
    line(0, base + 1, half - 14, base + 3),
    [half - 10, base - 3, half - 12, nose + 8, half - 20, nose],
    [half * 0.5, nose - 3, half * 0.2, nose - 4, 0, nose - 4],
  ]);
  return `
  <path d="${surface}" fill="${paint.light}"/>
  <path d="${surface}" fill="url(#bonnetLight)"/>
  <linearGradient id="bonnetLight" gradientUnits="userSpaceOnUse" x1="0" y1="${base}" x2="0" y2="${nose - 4}">
    <stop offset="0" stop-color="#000" stop-opacity="0.34"/><stop offset="0.4" stop-color="#fff" stop-opacity="${white(0.1)}"/>
    <stop offset="0.8" stop-color="#fff" stop-opacity="${white(0.42)}"/><stop offset="1" stop-color="#fff" stop-opacity="${white(0.12)}"/>
  </linearGradient>
  ${both(`<path d="M ${half * 0.42} ${base - 3} C ${half * 0.4} ${(base + nose) / 2} ${half * 0.32} ${nose + 4} ${half * 0.28} ${nose - 2}" fill="none" stroke="#000" stroke-opacity="0.28" stroke-width="2.6" filter="url(#blur1)"/>
  <path d="M ${half * 0.44} ${base - 3} C ${half * 0.42} ${(base + nose) / 2} ${half * 0.345} ${nose + 4} ${half * 0.3} ${nose - 2}" fill="none" stroke="#fff" stroke-opacity="${white(0.5)}" stroke-width="0.9"/>
  <path d="M ${half - 14} ${base + 2} C ${half - 10} ${base - 4} ${half - 12} ${nose + 8} ${half - 20} ${nose}" fill="none" stroke="#000" stroke-opacity="0.5" stroke-width="0.8"/>`)}
  <path d="M ${-half + 20} ${nose} C ${-half * 0.5} ${nose - 3} ${half * 0.5} ${nose - 3} ${half - 20} ${nose}" fill="none" stroke="#000" stroke-opacity="0.5" stroke-width="0.9"/>`;
}

function windscreen(shape: EndShape): string {
  const half = shape.width / 2;
  const { screenBase: base, height } = shape;
  const glass = screenPath(shape, base, 0);
  const streak = (x: number, width: number, opacity: number) =>
    `<path d="M ${x} ${base - 6} L ${x + 26} ${height} L ${x + 26 + width} ${height} L ${x + width} ${base - 6} Z" fill="#fff" opacity="${opacity}"/>`;
  const seat = (x: number) =>
    `<path d="M ${x - 14} ${base - 6} C ${x - 15} ${base + 14} ${x - 11} ${base + 24} ${x} ${base + 24} C ${x + 11} ${base + 24} ${x + 15} ${base + 14} ${x + 14} ${base - 6} Z"/><rect x="${x - 8}" y="${base + 26}" width="16" height="10" rx="4.5"/>`;

  return `
  <clipPath id="screenClip"><path d="${screenPath(shape, base, 2.2)}"/></clipPath>
  <path d="${glass}" fill="#090b0e"/>
  <path d="${screenPath(shape, base, 2.2)}" fill="url(#glass)"/>
  <g clip-path="url(#screenClip)">
    <g fill="#0a0e12" opacity="0.6">${seat(-half * 0.38)}${seat(half * 0.38)}</g>
    <path d="M ${-half} ${base - 8} L ${half} ${base - 8} L ${half} ${base + 6} C ${half * 0.4} ${base + 10} ${-half * 0.1} ${base + 8} ${-half * 0.2} ${base + 13} C ${-half * 0.35} ${base + 15} ${-half * 0.5} ${base + 13} ${-half * 0.6} ${base + 8} L ${-half} ${base + 6} Z" fill="#11161b" opacity="0.92"/>
    <ellipse cx="${-half * 0.38}" cy="${base + 11}" rx="15" ry="12" fill="none" stroke="#0b0e12" stroke-width="3"/>
    <rect x="-9" y="${height - 25}" width="18" height="6" rx="2.5" fill="#07090b"/><rect x="-1" y="${height - 20}" width="2" height="9" fill="#07090b"/>
    ${streak(-half * 0.75, 26, 0.13)}${streak(-half * 0.34, 8, 0.1)}${streak(half * 0.3, 20, 0.08)}
  </g>
  <path d="M ${-half * 0.62} ${base - 1} L ${-half * 0.02} ${base + 7} M ${half * 0.02} ${base - 2.5} L ${half * 0.58} ${base + 6}" stroke="#050607" stroke-width="1.7" stroke-linecap="round"/>`;
}

function upperGrille(shape: EndShape, style: string): string {
  const half = shape.width / 2;
  const { nose, clearance } = shape;
  const top = nose - 6;
  const tall = shape.offRoad ? 0.62 : 0.5;
  const bottom = nose - (nose - clearance) * tall;
  const reach = style === "wide" ? half * 0.56 : half * 0.47;
  const outline = symmetricPath(top, [
    line(0, top, reach - 4, top + 0.5),
    [reach + 1, top, reach + 2, top - 3, reach, top - 7],
    line(reach, top - 7, reach * 0.72, bottom + 2),
    [reach * 0.68, bottom, reach * 0.64, bottom, reach * 0.6, bottom],
    line(reach * 0.6, bottom, 0, bottom),
  ]);
  return `
  <clipPath id="grilleClip"><path d="${outline}"/></clipPath>
  <path d="${outline}" fill="#0c0e11" stroke="url(#chrome)" stroke-width="2.4" stroke-linejoin="round"/>
  <g clip-path="url(#grilleClip)">${grilleFilling(style, reach, top, bottom)}</g>`;
}

function grilleFilling(style: string, reach: number, top: number, bottom: number): string {
  if (style === "mesh") {
    const rows = Math.ceil((top - bottom) / 5);
    return Array.from(
      { length: rows },
      (_, row) =>
        `<path d="M ${-reach} ${top - 2 - row * 5} H ${reach}" stroke="#4a5158" stroke-width="1.6" stroke-dasharray="4.6 2.4" stroke-dashoffset="${row % 2 ? 3.5 : 0}"/>`,
    ).join("");
  }
  const count = style === "wide" ? 3 : 4;
  const gap = (top - bottom) / (count + 0.4);
  return Array.from(
    { length: count },
    (_, index) =>
      `<rect x="${-reach - 4}" y="${top - gap * (index + 0.85)}" width="${reach * 2 + 8}" height="${gap * 0.3}" fill="url(#chrome)" opacity="0.9"/>`,
  ).join("");
}

function headlamp(shape: EndShape): string {
  const half = shape.width / 2;
  const { nose } = shape;
  const inner = half * 0.5;
  const outer = half - 2.5;
  const lamp =
    `M ${inner} ${nose - 8} C ${inner + 12} ${nose - 5} ${outer - 14} ${nose + 1} ${outer} ${nose + 6} ` +
    `C ${outer + 1} ${nose - 2} ${outer - 0.5} ${nose - 8} ${outer - 4} ${nose - 12} C ${outer - 16} ${nose - 15} ${inner + 12} ${nose - 15} ${inner} ${nose - 8} Z`;
  const eye = (x: number, y: number, radius: number) =>
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="#1d242b"/><circle cx="${x}" cy="${y}" r="${radius * 0.78}" fill="#c9d6e0"/><circle cx="${x}" cy="${y}" r="${radius * 0.5}" fill="#f3f8fc"/><circle cx="${x - radius * 0.2}" cy="${y + radius * 0.25}" r="${radius * 0.18}" fill="#fff"/>`;
  const id = "lampClip";
  return `
  <clipPath id="${id}"><path d="${lamp}"/></clipPath>
  <path d="${lamp}" fill="#12161a" stroke="#12161a" stroke-width="1.8" stroke-linejoin="round"/>
  <path d="${lamp}" fill="url(#lamp)" opacity="0.9"/>
  <g clip-path="url(#${id})">
    ${eye(inner + (outer - inner) * 0.44, nose - 8.8, 4.3)}${eye(inner + (outer - inner) * 0.74, nose - 6.6, 4.6)}
    <path d="M ${inner - 2} ${nose - 8} C ${inner + 12} ${nose - 15.6} ${outer - 16} ${nose - 14.6} ${outer - 3} ${nose - 11}" fill="none" stroke="#fff" stroke-width="2.4"/>
  </g>
  <path d="${lamp}" fill="none" stroke="#fff" stroke-opacity="0.7" stroke-width="0.6"/>`;
}

/** Lower air intake, fog lamps, and a skid plate on cars that go off the road. */
function bumper(shape: EndShape, paint: Paint): string {
  const half = shape.width / 2;
  const { nose, clearance } = shape;
  const top = clearance + (nose - clearance) * 0.4;
  const intake = symmetricPath(top, [
    line(0, top, half * 0.52, top),
    [half * 0.57, top - 1, half * 0.6, clearance + 10, half * 0.64, clearance + 7],
    line(half * 0.64, clearance + 7, 0, clearance + 7),
  ]);
  const fog = `M ${half - 9} ${top + 7} L ${half - 27} ${top - 1} L ${half - 25} ${clearance + 11} L ${half - 8} ${clearance + 13} Z`;
  return `
  <g clip-path="url(#bodyClip)"><rect x="${-half}" y="0" width="${half * 2}" height="${clearance + (shape.offRoad ? 12 : 5)}" fill="#15171a"/></g>
  <path d="M ${-half + 6} ${top + 9} C ${-half * 0.5} ${top + 6} ${half * 0.5} ${top + 6} ${half - 6} ${top + 9}" fill="none" stroke="#fff" stroke-opacity="${(0.45 * paint.gloss).toFixed(2)}" stroke-width="2" filter="url(#blur1)"/>
  <path d="${intake}" fill="#0b0d10" stroke="#000" stroke-opacity="0.5" stroke-width="1"/>
  <path d="M ${-half * 0.56} ${(top + clearance) / 2 + 5} H ${half * 0.56} M ${-half * 0.58} ${(top + clearance) / 2} H ${half * 0.58}" stroke="#2b3036" stroke-width="1.6"/>
  ${both(`<path d="${fog}" fill="#0d0f12" stroke="#0d0f12" stroke-width="2" stroke-linejoin="round"/><path d="M ${half - 11} ${top + 4.5} L ${half - 24} ${top - 1}" stroke="#fdfefe" stroke-width="2" stroke-linecap="round"/><circle cx="${half - 17}" cy="${clearance + 15}" r="3.6" fill="#d9e3ea" stroke="#3a424a" stroke-width="0.8"/>`)}
  ${shape.offRoad ? `<path d="M ${-half * 0.5} ${clearance + 8} L ${half * 0.5} ${clearance + 8} L ${half * 0.42} ${clearance} L ${-half * 0.42} ${clearance} Z" fill="url(#chrome)" opacity="0.85"/>` : ""}`;
}

/** A plain disc: the cars are nobody's brand. */
function badge(shape: EndShape): string {
  return `<g transform="translate(0 ${shape.nose - 11})"><ellipse rx="7.5" ry="4.6" fill="#14181c" stroke="url(#chrome)" stroke-width="1.6"/><ellipse rx="3" ry="1.8" fill="url(#chrome)"/></g>`;
}

/** Empty on purpose: no number plate in any picture. */
function plateHolder(shape: EndShape): string {
  const y = shape.clearance + (shape.nose - shape.clearance) * 0.24;
  return `<rect x="-22" y="${y}" width="44" height="13" rx="1.6" fill="#1a1d21" stroke="#3a4047" stroke-width="0.8"/><rect x="-19.5" y="${y + 2}" width="39" height="9" rx="1" fill="#23272c"/>`;
}
