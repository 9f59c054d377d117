import { pick, type Random } from "./random";

export type RimStyle = { spokes: number; twin: boolean; dark: boolean };

export function pickRim(random: Random): RimStyle {
  return pick(random, [
    { spokes: 5, twin: true, dark: false },
    { spokes: 10, twin: false, dark: false },
    { spokes: 6, twin: true, dark: true },
    { spokes: 5, twin: false, dark: false },
    { spokes: 8, twin: false, dark: true },
    { spokes: 7, twin: true, dark: false },
  ]);
}

export const wheelDefs = `
  <radialGradient id="tyre" cx="0.5" cy="0.5" r="0.5">
    <stop offset="0.7" stop-color="#0c0d0f"/><stop offset="0.8" stop-color="#24272a"/>
    <stop offset="0.93" stop-color="#1a1c1f"/><stop offset="1" stop-color="#08090a"/>
  </radialGradient>
  <linearGradient id="alloy" x1="0" y1="1" x2="0.3" y2="0">
    <stop offset="0" stop-color="#fbfcfd"/><stop offset="0.5" stop-color="#c9ced3"/><stop offset="1" stop-color="#878e95"/>
  </linearGradient>
  <linearGradient id="alloyDark" x1="0" y1="1" x2="0.3" y2="0">
    <stop offset="0" stop-color="#8d949b"/><stop offset="0.5" stop-color="#4b5157"/><stop offset="1" stop-color="#2b2f33"/>
  </linearGradient>
  <radialGradient id="barrel" cx="0.5" cy="0.42" r="0.55">
    <stop offset="0" stop-color="#3a3f45"/><stop offset="0.75" stop-color="#16181b"/><stop offset="1" stop-color="#0b0c0e"/>
  </radialGradient>`;

/** A wheel in centimetres around (x, y), y up. */
export function drawWheel(x: number, y: number, radius: number, rim: RimStyle, turn: number): string {
  const rimRadius = radius * 0.72;
  const alloy = rim.dark ? "url(#alloyDark)" : "url(#alloy)";
  const lip = rim.dark ? "#9aa1a8" : "#e6e9ec";

  return `<g transform="translate(${x} ${y})">
    <circle r="${radius}" fill="url(#tyre)"/>
    <circle r="${radius * 0.86}" fill="none" stroke="#34383c" stroke-width="0.5"/>
    <circle r="${radius * 0.95}" fill="none" stroke="#000" stroke-width="1.2" opacity="0.6"/>
    <circle r="${rimRadius}" fill="url(#barrel)"/>
    <circle r="${rimRadius * 0.66}" fill="#6f767d"/><circle r="${rimRadius * 0.66}" fill="none" stroke="#4a4f55" stroke-width="1"/>
    <circle r="${rimRadius * 0.3}" fill="#2b2f33"/>
    <path d="M ${-rimRadius * 0.62} ${rimRadius * 0.1} A ${rimRadius * 0.62} ${rimRadius * 0.62} 0 0 0 ${-rimRadius * 0.2} ${rimRadius * 0.6} L ${-rimRadius * 0.12} ${rimRadius * 0.38} A ${rimRadius * 0.4} ${rimRadius * 0.4} 0 0 1 ${-rimRadius * 0.38} ${rimRadius * 0.06} Z" fill="#8f1d1d" opacity="${rim.dark ? 0.9 : 0}"/>
    <g transform="rotate(${turn})">${spokesOf(rim, rimRadius, alloy)}</g>
    <circle r="${rimRadius * 0.965}" fill="none" stroke="${alloy}" stroke-width="${rimRadius * 0.075}"/>
    <circle r="${rimRadius}" fill="none" stroke="${lip}" stroke-width="0.7"/>
    <circle r="${rimRadius * 0.2}" fill="${alloy}"/>
    <circle r="${rimRadius * 0.13}" fill="#22262a"/><circle r="${rimRadius * 0.13}" fill="none" stroke="#aab0b6" stroke-width="0.5"/>
  </g>`;
}

function spokesOf(rim: RimStyle, radius: number, fill: string): string {
  const step = 360 / rim.spokes;
  return Array.from({ length: rim.spokes }, (_, index) => {
    const angle = index * step;
    if (!rim.twin) return spoke(angle, 0, radius, fill, rim.spokes > 6 ? 0.7 : 1.25);
    return spoke(angle, -step * 0.17, radius, fill, 0.62) + spoke(angle, step * 0.17, radius, fill, 0.62);
  }).join("");
}

/** From the hub to the rim, a little wider at both ends; a dark edge below gives it depth. */
function spoke(angle: number, lean: number, radius: number, fill: string, thickness: number): string {
  const [inner, middle, outer] = [2.6, 1.75, 2.5].map((half) => ((half * radius) / 23) * thickness);
  const shape =
    `M ${-(inner ?? 0)} ${radius * 0.12} C ${-(middle ?? 0)} ${radius * 0.4} ${-(middle ?? 0)} ${radius * 0.65} ${-(outer ?? 0)} ${radius * 0.97} ` +
    `L ${outer} ${radius * 0.97} C ${middle} ${radius * 0.65} ${middle} ${radius * 0.4} ${inner} ${radius * 0.12} Z`;
  return `<g transform="rotate(${angle + lean})"><path d="${shape}" fill="#08090b" opacity="0.55" transform="translate(0.9 -0.9)"/><path d="${shape}" fill="${fill}"/><path d="${shape}" fill="none" stroke="#fff" stroke-opacity="0.35" stroke-width="0.35"/></g>`;
}
