/** A car's paint as the shades an illustration needs, from light to dark. */
export type Paint = {
  base: string;
  light: string;
  lighter: string;
  dark: string;
  darker: string;
  /** How strongly white reflections show on it, 0…1. */
  gloss: number;
  /** Light paint needs a darker studio to stand out. */
  isLight: boolean;
};

/** `colorName` is an Indonesian base colour ("Hitam", "Putih Mutiara", "abu-abu tua"); an unknown one becomes silver. */
export function paintFor(colorName: string): Paint {
  const wanted = colorName.toLowerCase();
  const base = baseColors.find(([name]) => wanted.includes(name))?.[1] ?? silver;
  const luminance = luminanceOf(base);

  return {
    base,
    light: mix(base, "#ffffff", 0.16 + 0.16 * luminance),
    lighter: mix(base, "#ffffff", 0.34 + 0.34 * luminance),
    dark: mix(base, "#0b0e14", 0.26),
    darker: mix(base, "#07090d", 0.58),
    gloss: 0.95 - 0.35 * luminance,
    isLight: luminance > 0.6,
  };
}

/** `share` of `other` mixed into `color`, both "#rrggbb". */
export function mix(color: string, other: string, share: number): string {
  const [from, to] = [channelsOf(color), channelsOf(other)];
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

const silver = "#b9bfc5";

/** Longer names first: "abu-abu" must not be taken for a shorter one inside it. */
const baseColors: [name: string, hex: string][] = [
  ["hitam", "#1b1e23"],
  ["putih", "#eceeef"],
  ["silver", silver],
  ["perak", silver],
  ["abu", "#6b737b"],
  ["marun", "#5f1522"],
  ["merah", "#b5161f"],
  ["oranye", "#df6418"],
  ["jingga", "#df6418"],
  ["kuning", "#efb614"],
  ["emas", "#b49a66"],
  ["gold", "#b49a66"],
  ["krem", "#d8ccb4"],
  ["beige", "#d8ccb4"],
  ["coklat", "#5b4032"],
  ["cokelat", "#5b4032"],
  ["hijau", "#2d5f4a"],
  ["biru", "#1d4f9f"],
  ["ungu", "#4d3678"],
];

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(hex);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

function channelsOf(hex: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
}
