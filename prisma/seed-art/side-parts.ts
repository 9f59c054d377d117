import type { Paint } from "./paint";
import type { SideShape } from "./side-shapes/side-shape";

export function drawGlass(shape: SideShape): string {
  const each = (attributes: string) => shape.panes.map((pane) => `<path d="${pane}" ${attributes}/>`).join("");
  const top = shape.height;
  const belt = shape.mirror[1] - 6;
  const streak = (x: number, width: number, opacity: number) =>
    `<path d="M ${x} ${belt} L ${x + 34} ${top} L ${x + 34 + width} ${top} L ${x + width} ${belt} Z" fill="#fff" opacity="${opacity}"/>`;

  return `
  ${each('fill="#d5dade" stroke="#d5dade" stroke-width="9.4" stroke-linejoin="round"')}
  ${each('fill="#0b0d10" stroke="#0b0d10" stroke-width="7.6" stroke-linejoin="round"')}
  ${each('fill="url(#glass)" stroke="url(#glass)" stroke-width="1.6" stroke-linejoin="round"')}
  <g clip-path="url(#glassClip)">
    ${seats(shape, belt)}
    ${streak(168, 30, 0.13)}${streak(206, 9, 0.1)}${streak(282, 36, 0.1)}${streak(378, 26, 0.1)}
    <path d="M 0 ${belt + 3} L ${shape.length} ${belt + 6}" stroke="#fff" stroke-width="3" opacity="0.16" filter="url(#blur1)"/>
  </g>`;
}

/** Dark outlines of seats and steering wheel behind the glass. */
function seats(shape: SideShape, belt: number): string {
  const seat = (x: number) =>
    `<g transform="translate(${x} ${belt})" fill="#090d11" opacity="0.55">
      <path d="M -2 -8 L 4 14 C 6 21 10 24 15 24 C 20 24 23 20 23 14 L 24 -8 Z"/>
      <path d="M 9 24 L 17 24 L 16 21 L 10 21 Z"/><rect x="6" y="26" width="15" height="9.5" rx="4" transform="rotate(6 13 30)"/>
    </g>`;
  const first = shape.mirror[0] + 66;
  const rows = shape.length > 440 && shape.height > 165 && !shape.bed ? [0, 88, 172] : [0, 84];
  const wheel = `<ellipse cx="${first - 30}" cy="${belt + 5}" rx="3.6" ry="12" transform="rotate(20 ${first - 30} ${belt + 5})" fill="none" stroke="#090d11" stroke-width="2.4" opacity="0.55"/>`;
  return wheel + rows.map((offset) => seat(first + offset)).join("");
}

export function drawLamps(shape: SideShape): string {
  const [left, bottom, right, top] = boundsOf(shape.headlight);
  return `
  <path d="${shape.headlight}" fill="#14181c" stroke="#14181c" stroke-width="1.8" stroke-linejoin="round"/>
  <path d="${shape.headlight}" fill="url(#lamp)"/>
  <g clip-path="url(#lampClip)">
    ${lampEye(left + (right - left) * 0.4, bottom + (top - bottom) * 0.47, 3.9)}
    ${lampEye(left + (right - left) * 0.6, bottom + (top - bottom) * 0.62, 3.3)}
    <rect x="${right - 12}" y="${bottom}" width="12" height="30" fill="#e08a2c" opacity="0.75"/>
  </g>
  <path d="${shape.headlight}" fill="none" stroke="#fff" stroke-opacity="0.85" stroke-width="0.8"/>
  <path d="${shape.taillight}" fill="url(#tail)" stroke="#3d0508" stroke-width="0.9" stroke-linejoin="round"/>
  <g clip-path="url(#tailClip)"><path d="${shape.shoulder}" transform="translate(0 -12)" fill="none" stroke="#ff9d8f" stroke-width="2.4"/></g>
  <path d="${shape.taillight}" fill="none" stroke="#fff" stroke-opacity="0.35" stroke-width="0.5"/>`;
}

function lampEye(x: number, y: number, radius: number): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="#2a323a"/><circle cx="${x}" cy="${y}" r="${radius * 0.72}" fill="#e9f1f7"/><circle cx="${x - 0.5}" cy="${y + 0.6}" r="${radius * 0.3}" fill="#fff"/>`;
}

/** Left, bottom, right, top of a path, taken from its control points. */
function boundsOf(path: string): [number, number, number, number] {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Everything screwed on: handles, mirror, arches, rails. */
export function drawFittings(shape: SideShape, paint: Paint): string {
  const [mirrorX, mirrorY] = shape.mirror;
  return `
  ${shape.cladding ? cladding(shape) : archLips(shape, paint)}
  ${(shape.trim ?? []).map((path) => `<path d="${path}" fill="none" stroke="#000" stroke-opacity="0.6" stroke-width="1.8" stroke-linecap="round"/>`).join("")}
  ${shape.roofRail ? `<path d="${shape.roofRail}" fill="${shape.bed ? "#16181b" : "none"}" stroke="#16181b" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/><path d="${shape.roofRail}" fill="none" stroke="#fff" stroke-opacity="0.35" stroke-width="0.7" transform="translate(0 1)"/>` : ""}
  ${shape.handles.map(([x, y]) => handle(x, y, paint)).join("")}
  <g transform="translate(${mirrorX} ${mirrorY})">
    <path d="M 4 -4 L 12 -5 L 12 2 L 4 2 Z" fill="#0b0d10"/>
    <path d="M -5 1 C -6 9 0 14 9 14 C 16 14 18 10 18 5 C 18 1 15 -1 10 -1 L 0 -1 C -3 -1 -5 0 -5 1 Z" fill="${paint.base}" stroke="${paint.darker}" stroke-width="0.8"/>
    <path d="M -3 6 C -1 11 4 12.5 9 12.5 C 13 12.5 15.5 11 16 8" fill="none" stroke="#fff" stroke-opacity="${0.7 * paint.gloss}" stroke-width="1.8" stroke-linecap="round"/>
    <path d="M -5 1 C -3 -1 14 -2 17.5 3 C 12 0.5 2 0.5 -5 2.5 Z" fill="#000" opacity="0.45"/>
  </g>`;
}

function handle(x: number, y: number, paint: Paint): string {
  return `<g transform="translate(${x} ${y})">
    <ellipse cx="10" cy="0" rx="11" ry="3.6" fill="#000" opacity="0.28"/>
    <rect x="-1" y="-1.6" width="22" height="4.4" rx="2.2" fill="${paint.base}" stroke="${paint.darker}" stroke-width="0.6"/>
    <rect x="0.5" y="1" width="19" height="1.2" rx="0.6" fill="#fff" opacity="${0.75 * paint.gloss}"/>
  </g>`;
}

function archLips(shape: SideShape, paint: Paint): string {
  return (
    arches(shape, shape.wheels.archRadius, `stroke="${paint.darker}" stroke-width="1.6"`) +
    arches(
      shape,
      shape.wheels.archRadius + 1.4,
      `stroke="#fff" stroke-opacity="${0.3 * paint.gloss}" stroke-width="0.8"`,
    )
  );
}

function cladding(shape: SideShape): string {
  return (
    arches(shape, shape.wheels.archRadius + 2.2, 'stroke="#1b1e21" stroke-width="7.5"') +
    arches(shape, shape.wheels.archRadius + 5.8, 'stroke="#fff" stroke-opacity="0.16" stroke-width="0.8"')
  );
}

function arches(shape: SideShape, archRadius: number, attributes: string): string {
  const { front, rear, radius } = shape.wheels;
  const half = Math.sqrt(archRadius ** 2 - (radius - shape.sill) ** 2);
  return [front, rear]
    .map(
      (x) =>
        `<path d="M ${x + half} ${shape.sill} A ${archRadius} ${archRadius} 0 1 1 ${x - half} ${shape.sill}" fill="none" ${attributes}/>`,
    )
    .join("");
}
