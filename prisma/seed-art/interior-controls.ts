import type { Trim } from "./interior-view";
import { pick, type Random } from "./random";

const wheelCenter = { x: 1140, y: 742 };

export function drawSteeringWheel(): string {
  const spoke =
    '<path d="M -66 -22 C -110 -30 -160 -26 -196 -12 L -192 34 C -160 26 -112 34 -74 46 Z" fill="url(#rubber)"/><path d="M -92 -16 C -126 -20 -156 -16 -176 -8 L -174 12 C -150 8 -118 10 -94 16 Z" fill="#0d0f11"/><path d="M -168 2 h 14 M -140 0 h 14 M -112 2 h 10" stroke="#cfd5da" stroke-width="4" stroke-linecap="round"/>';
  return `<g transform="translate(${wheelCenter.x} ${wheelCenter.y})">
    <ellipse cx="6" cy="16" rx="226" ry="222" fill="none" stroke="#000" stroke-opacity="0.4" stroke-width="38" filter="url(#near)"/>
    ${spoke}<g transform="scale(-1 1)">${spoke}</g>
    <path d="M -40 64 L -30 206 L 30 206 L 40 64 Z" fill="url(#metal)"/><path d="M -24 74 L -16 200 L 16 200 L 24 74 Z" fill="#1b1e21"/>
    <path d="M -84 -38 C -62 -66 62 -66 84 -38 C 98 -8 88 46 56 76 C 30 92 -30 92 -56 76 C -88 46 -98 -8 -84 -38 Z" fill="url(#rubber)" stroke="#08090b" stroke-width="3"/>
    <path d="M -76 -34 C -56 -56 56 -56 76 -34" fill="none" stroke="#fff" stroke-opacity="0.25" stroke-width="3"/>
    <ellipse rx="30" ry="20" cy="6" fill="#15181b" stroke="url(#metal)" stroke-width="6"/><ellipse rx="11" ry="7" cy="6" fill="url(#metal)"/>
    <ellipse rx="214" ry="210" fill="none" stroke="#0c0e10" stroke-width="42"/>
    <ellipse rx="214" ry="210" fill="none" stroke="url(#rubber)" stroke-width="34"/>
    <path d="M -196 -84 A 214 210 0 0 1 196 -84" fill="none" stroke="#fff" stroke-opacity="0.3" stroke-width="5" stroke-linecap="round"/>
    <path d="M -150 150 A 214 210 0 0 0 150 150" fill="none" stroke="url(#metal)" stroke-width="5" opacity="0.6"/>
  </g>`;
}

/** Two dials under their hood, behind the wheel. */
export function drawCluster(): string {
  const { x } = wheelCenter;
  const dial = (centerX: number, angle: number) => {
    const ticks = Array.from(
      { length: 11 },
      (_, index) =>
        `<path d="M 0 -66 V -55" transform="rotate(${-125 + index * 25})" stroke="#e9eef2" stroke-width="3.5"/>`,
    );
    return `<g transform="translate(${centerX} 592)"><circle r="80" fill="#08090b" stroke="url(#metal)" stroke-width="4"/><circle r="72" fill="none" stroke="#3c9be0" stroke-opacity="0.5" stroke-width="2"/>${ticks.join("")}
      <path d="M -3 12 L 0 -60 L 3 12 Z" fill="#ff5a3c" transform="rotate(${angle})"/><circle r="11" fill="#1d2125" stroke="#59626a" stroke-width="2"/></g>`;
  };
  return `
  <path d="M ${x - 262} 640 C ${x - 250} 510 ${x - 130} 462 ${x} 462 C ${x + 130} 462 ${x + 250} 510 ${x + 262} 650 Z" fill="#1a1d20"/>
  <path d="M ${x - 262} 640 C ${x - 250} 510 ${x - 130} 462 ${x} 462 C ${x + 130} 462 ${x + 250} 510 ${x + 262} 650" fill="none" stroke="#fff" stroke-opacity="0.25" stroke-width="5"/>
  <path d="M ${x - 226} 674 C ${x - 220} 540 ${x - 120} 494 ${x} 494 C ${x + 120} 494 ${x + 220} 540 ${x + 226} 674 Z" fill="#050607"/>
  ${dial(x - 108, -58)}${dial(x + 108, -20)}
  <rect x="${x - 26}" y="552" width="52" height="76" rx="6" fill="#10202c"/><path d="M ${x - 14} 574 h 28 M ${x - 14} 590 h 20 M ${x - 14} 606 h 24" stroke="#7fc4ee" stroke-width="4"/>`;
}

export function drawScreen(random: Random): string {
  const [from, to] = pick(random, [
    ["#16344f", "#0b1622"],
    ["#2a2250", "#100c22"],
    ["#123f3a", "#081a18"],
  ]);
  const tile = (x: number, y: number, color: string) =>
    `<rect x="${x}" y="${y}" width="74" height="54" rx="12" fill="${color}" opacity="0.92"/><circle cx="${x + 37}" cy="${y + 27}" r="12" fill="#fff" opacity="0.9"/>`;
  return `
  <linearGradient id="display" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
  <rect x="588" y="520" width="270" height="182" rx="20" fill="#000" opacity="0.45" filter="url(#near)"/>
  <rect x="586" y="508" width="270" height="182" rx="18" fill="#0a0b0d" stroke="#596068" stroke-width="2"/>
  <rect x="600" y="522" width="242" height="154" rx="8" fill="url(#display)"/>
  <path d="M 600 640 C 640 610 660 650 700 622 C 726 604 736 580 752 560" fill="none" stroke="#59b7ff" stroke-width="7" stroke-linecap="round"/><circle cx="752" cy="558" r="9" fill="#fff"/>
  ${tile(612, 534, "#e5533d")}${tile(760, 534, "#3aa76d")}${tile(760, 608, "#e0a030")}
  <path d="M 602 524 L 720 524 L 640 674 L 602 674 Z" fill="#fff" opacity="0.07"/>`;
}

export function drawVents(): string {
  const vent = (x: number, y: number, width: number, turn: number) =>
    `<g transform="rotate(${turn} ${x + width / 2} ${y + 30})"><rect x="${x}" y="${y}" width="${width}" height="58" rx="16" fill="#0b0c0e" stroke="url(#metal)" stroke-width="4"/>
    ${[14, 27, 40].map((offset) => `<rect x="${x + 10}" y="${y + offset}" width="${width - 20}" height="6" rx="3" fill="#3a3f45"/>`).join("")}
    <rect x="${x + width / 2 - 5}" y="${y + 10}" width="10" height="38" rx="4" fill="#596068"/></g>`;
  return `${vent(36, 640, 130, -14)}${vent(440, 588, 124, -3)}${vent(1440, 640, 130, 14)}`;
}

/** Climate controls, gear lever and cup holders between the seats. */
export function drawConsole(trim: Trim): string {
  const knob = (x: number) =>
    `<circle cx="${x}" cy="838" r="38" fill="#0e1012"/><circle cx="${x}" cy="838" r="33" fill="url(#rubber)" stroke="url(#metal)" stroke-width="5"/><path d="M ${x} 810 V 824" stroke="#fff" stroke-width="5" stroke-linecap="round"/>`;
  return `
  <path d="M 566 770 C 640 760 800 760 878 770 L 900 930 L 990 1220 L 470 1220 L 546 930 Z" fill="#17191c"/>
  <path d="M 566 770 L 546 930 L 470 1220 M 878 770 L 900 930 L 990 1220" fill="none" stroke="url(#metal)" stroke-width="4" opacity="0.8"/>
  ${knob(622)}${knob(822)}
  <rect x="676" y="812" width="92" height="50" rx="8" fill="#0b1a24"/><path d="M 694 828 h 22 v 18 h -22 Z M 728 846 h 24" fill="none" stroke="#7fc4ee" stroke-width="5"/>
  <rect x="590" y="896" width="264" height="16" rx="8" fill="#2b2f34"/><path d="M 606 904 h 30 M 660 904 h 30 M 714 904 h 30 M 768 904 h 30 M 816 904 h 20" stroke="#aab2b9" stroke-width="4"/>
  <path d="M 600 956 L 848 956 L 878 1130 L 566 1130 Z" fill="url(#strip)" opacity="0.9"/>
  <path d="M 668 1096 C 672 1044 690 1014 722 1014 C 756 1014 774 1044 778 1096 C 760 1116 686 1116 668 1096 Z" fill="#1a1c1f" stroke="${trim.stitch}" stroke-width="3" stroke-dasharray="8 6"/>
  <rect x="714" y="962" width="18" height="80" rx="8" fill="url(#metal)"/>
  <path d="M 690 968 C 688 930 702 912 723 912 C 744 912 758 930 756 968 C 752 986 694 986 690 968 Z" fill="url(#rubber)" stroke="#08090b" stroke-width="2"/><path d="M 704 934 C 710 924 736 924 742 934" fill="none" stroke="#fff" stroke-opacity="0.5" stroke-width="4"/>
  <ellipse cx="640" cy="1176" rx="58" ry="30" fill="#08090a" stroke="url(#metal)" stroke-width="5"/><ellipse cx="810" cy="1176" rx="58" ry="30" fill="#08090a" stroke="url(#metal)" stroke-width="5"/>`;
}
