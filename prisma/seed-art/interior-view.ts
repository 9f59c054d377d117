import { drawCluster, drawConsole, drawScreen, drawSteeringWheel, drawVents } from "./interior-controls";
import { pick, type Random } from "./random";
import { canvas } from "./studio";

export type Trim = {
  /** Upper and lower dashboard, upholstery, the decorative strip, the headliner. */
  upper: [light: string, dark: string];
  lower: [light: string, dark: string];
  seat: [light: string, dark: string];
  stitch: string;
  strip: [light: string, dark: string];
  roof: string;
};

const trims: [Trim, ...Trim[]] = [
  {
    upper: ["#43484f", "#212429"],
    lower: ["#30343a", "#15171a"],
    seat: ["#3c4147", "#1a1c20"],
    stitch: "#c2403a",
    strip: ["#d9dee2", "#878f96"],
    roof: "#d8d6d1",
  },
  {
    upper: ["#464a50", "#23262b"],
    lower: ["#d9c9ae", "#a18d6e"],
    seat: ["#dfd0b7", "#a5916f"],
    stitch: "#7b684a",
    strip: ["#8a5a35", "#4b2c17"],
    roof: "#e2dccf",
  },
  {
    upper: ["#3d4249", "#1e2126"],
    lower: ["#5a4034", "#2f1f18"],
    seat: ["#76523f", "#3b271d"],
    stitch: "#d0a989",
    strip: ["#3a3f46", "#0f1114"],
    roof: "#d3cec7",
  },
  {
    upper: ["#50565d", "#2a2e33"],
    lower: ["#80868d", "#4b5056"],
    seat: ["#8b9198", "#4e5359"],
    stitch: "#dfe3e6",
    strip: ["#4b525a", "#1b1e22"],
    roof: "#dcdcda",
  },
];

/** The dashboard as seen from between the front seats; the wheel is on the right, as on Indonesian roads. */
export function drawInteriorView(random: Random): string {
  const { width, height } = canvas;
  const trim = pick(random, trims);

  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <defs>${defs(trim)}</defs>
  <rect width="${width}" height="${height}" fill="#191b1f"/>
  ${outside()}
  ${roofAndPillars(trim)}
  ${dashboard(trim)}
  ${drawVents()}
  ${drawScreen(random)}
  ${drawConsole(trim)}
  ${drawCluster()}
  ${seats(trim)}
  ${drawSteeringWheel()}
  <rect width="${width}" height="${height}" fill="url(#vignette)"/>
</svg>`;
}

const windscreen = "M 140 560 L 318 168 C 560 118 1040 118 1282 168 L 1460 560 C 1150 470 450 470 140 560 Z";

function outside(): string {
  return `
  <clipPath id="outside"><path d="${windscreen}"/><path d="M -10 250 L 214 150 L 24 600 L -10 610 Z"/><path d="M 1610 250 L 1386 150 L 1576 600 L 1610 610 Z"/></clipPath>
  <g clip-path="url(#outside)">
    <rect width="1600" height="700" fill="url(#sky)"/>
    <rect y="330" width="40" height="290" fill="#7d9880"/><rect x="1560" y="330" width="40" height="290" fill="#76937a"/>
    <g filter="url(#far)">
      <rect x="-40" y="395" width="1700" height="260" fill="#9aa7a0"/>
      <ellipse cx="120" cy="390" rx="210" ry="120" fill="#6f8f73"/><ellipse cx="420" cy="410" rx="170" ry="80" fill="#86a384"/>
      <ellipse cx="1260" cy="385" rx="230" ry="110" fill="#7a9a7c"/><ellipse cx="1540" cy="400" rx="190" ry="130" fill="#678569"/>
      <rect x="690" y="290" width="120" height="130" fill="#c9cfd3"/><rect x="830" y="320" width="90" height="100" fill="#b7c0c6"/><rect x="560" y="330" width="90" height="90" fill="#d3d6d6"/>
      <path d="M 620 700 L 770 420 L 840 420 L 1010 700 Z" fill="#8b9196"/>
    </g>
    <path d="M 330 560 L 640 100 L 760 100 L 470 560 Z M 540 560 L 830 100 L 860 100 L 575 560 Z" fill="#fff" opacity="0.13"/>
  </g>`;
}

function roofAndPillars(trim: Trim): string {
  const pillar = `<path d="M 318 168 C 290 150 250 140 214 150 L 24 600 L 130 592 Z" fill="url(#pillar)"/><path d="M 318 168 L 140 560" stroke="#08090b" stroke-width="7"/>`;
  return `
  <path d="M -10 -10 H 1610 V 262 L 1386 152 C 1100 88 500 88 214 152 L -10 262 Z" fill="${trim.roof}"/>
  <path d="M -10 -10 H 1610 V 262 L 1386 152 C 1100 88 500 88 214 152 L -10 262 Z" fill="url(#roofShade)"/>
  ${pillar}<g transform="translate(1600 0) scale(-1 1)">${pillar}</g>
  ${sunVisor(350, trim.roof)}${sunVisor(940, trim.roof)}
  <path d="M 318 168 C 560 118 1040 118 1282 168" fill="none" stroke="#0b0d0f" stroke-width="9"/>
  <rect x="790" y="96" width="20" height="64" rx="8" fill="#0f1113"/>
  <rect x="672" y="150" width="256" height="76" rx="34" fill="#0d0f11"/>
  <rect x="684" y="159" width="232" height="58" rx="26" fill="url(#mirrorGlass)"/>`;
}

function sunVisor(x: number, roof: string): string {
  const shape = `M ${x} 62 C ${x + 90} 50 ${x + 220} 48 ${x + 310} 58 L ${x + 306} 112 C ${x + 220} 98 ${x + 90} 100 ${x + 4} 118 Z`;
  return `<path d="${shape}" fill="#000" opacity="0.2" transform="translate(0 7)" filter="url(#near)"/><path d="${shape}" fill="${roof}" stroke="#6f6c66" stroke-opacity="0.55" stroke-width="2"/>`;
}

function dashboard(trim: Trim): string {
  return `
  <path d="M -20 640 C 140 520 400 486 800 486 C 1200 486 1460 520 1620 640 L 1620 1220 L -20 1220 Z" fill="url(#upper)"/>
  <path d="M -20 640 C 140 520 400 486 800 486 C 1200 486 1460 520 1620 640" fill="none" stroke="#fff" stroke-opacity="0.28" stroke-width="5"/>
  <path d="M -20 668 C 150 556 410 520 800 520 C 1190 520 1450 556 1620 668" fill="none" stroke="${trim.stitch}" stroke-opacity="0.8" stroke-width="2.5" stroke-dasharray="9 6"/>
  <path d="M -20 742 C 240 682 500 672 800 672 C 1100 672 1360 682 1620 742 L 1620 806 C 1360 752 1100 742 800 742 C 500 742 240 752 -20 806 Z" fill="url(#strip)"/>
  <path d="M -20 744 C 240 684 500 674 800 674 C 1100 674 1360 684 1620 744" fill="none" stroke="#fff" stroke-opacity="0.45" stroke-width="3"/>
  <path d="M -20 806 C 240 752 500 742 800 742 C 1100 742 1360 752 1620 806 L 1620 1220 L -20 1220 Z" fill="url(#lower)"/>
  <path d="M -20 812 C 240 758 500 748 800 748 C 1100 748 1360 758 1620 812" fill="none" stroke="#000" stroke-opacity="0.4" stroke-width="10" filter="url(#near)"/>
  <path d="M 130 822 C 250 798 400 790 560 788 L 566 926 C 420 934 260 946 150 962 Z" fill="#000" opacity="0.08"/>
  <path d="M 130 822 C 250 798 400 790 560 788 L 566 926 C 420 934 260 946 150 962 Z" fill="none" stroke="#000" stroke-opacity="0.45" stroke-width="3"/>
  <rect x="318" y="812" width="86" height="22" rx="10" fill="#101214" opacity="0.75"/>`;
}

/** The front edge of both seats, as the lens sees them from above. */
function seats(trim: Trim): string {
  const seat = `
    <path d="M -20 1220 L -20 1010 C 120 938 330 934 440 978 C 520 1012 556 1100 566 1220 Z" fill="url(#seat)"/>
    <path d="M -20 1010 C 120 938 330 934 440 978 C 520 1012 556 1100 566 1220" fill="none" stroke="#fff" stroke-opacity="0.22" stroke-width="5"/>
    <path d="M -20 1092 C 110 1030 290 1020 378 1050 C 440 1076 470 1140 476 1220" fill="none" stroke="${trim.stitch}" stroke-width="3" stroke-dasharray="10 7"/>
    <path d="M 70 1046 L 96 1220 M 190 1024 L 210 1220 M 300 1030 L 322 1220" stroke="#000" stroke-opacity="0.25" stroke-width="6" filter="url(#near)"/>`;
  return `${seat}<g transform="translate(1600 0) scale(-1 1)">${seat}</g>`;
}

function defs(trim: Trim): string {
  const vertical = (id: string, [light, dark]: [string, string]) =>
    `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient>`;
  return `
  ${vertical("upper", trim.upper)}${vertical("lower", trim.lower)}${vertical("seat", trim.seat)}${vertical("strip", trim.strip)}
  ${vertical("sky", ["#cfe4f2", "#f5f3ea"])}${vertical("mirrorGlass", ["#aebdc7", "#59666f"])}
  <linearGradient id="pillar" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#4a4e54"/><stop offset="1" stop-color="#23262a"/></linearGradient>
  <linearGradient id="roofShade" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="220"><stop offset="0" stop-color="#000" stop-opacity="0.4"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient>
  <linearGradient id="metal" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f4f6f8"/><stop offset="0.5" stop-color="#9aa2a9"/><stop offset="1" stop-color="#5c646b"/></linearGradient>
  <linearGradient id="rubber" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4b5056"/><stop offset="0.5" stop-color="#24272b"/><stop offset="1" stop-color="#101214"/></linearGradient>
  <radialGradient id="vignette" cx="0.5" cy="0.48" r="0.75"><stop offset="0.6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.42"/></radialGradient>
  <filter id="far" x="-10%" y="-10%" width="120%" height="120%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="20"/></filter>
  <filter id="near" x="-10%" y="-40%" width="120%" height="180%" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="5"/></filter>`;
}
