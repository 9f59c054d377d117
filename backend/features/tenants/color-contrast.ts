/** What is written on a colour: white, or our near-black. */
export const INK = "#15171c";
const WHITE = "#ffffff";
/** WCAG 2.2 AA for text. */
export const READABLE_RATIO = 4.5;

export type ContrastVerdict = {
  color: string;
  /** The better of white and near-black on it. */
  textColor: string;
  /** 1–21, to two places. */
  ratio: number;
  isReadable: boolean;
  /** The nearest colour that passes; null when this one does. */
  suggestion: string | null;
};

/** Can a button of this colour be read? `color` is "#rgb" or "#rrggbb". */
export function judgeColor(color: string): ContrastVerdict {
  const textColor = readableOn(color);
  const ratio = contrastRatio(color, textColor);
  const isReadable = ratio >= READABLE_RATIO;
  return {
    color,
    textColor,
    ratio: Math.floor(ratio * 100) / 100,
    isReadable,
    suggestion: isReadable ? null : nearestReadable(color),
  };
}

/** White or near-black, whichever has the higher contrast (WCAG 2). */
export function readableOn(color: string): string {
  return contrastRatio(color, WHITE) >= contrastRatio(color, INK) ? WHITE : INK;
}

export function contrastRatio(first: string, second: string): number {
  const [lighter, darker] = [luminanceOf(first), luminanceOf(second)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** The same hue, a little darker or lighter: whichever passes first. */
function nearestReadable(color: string): string {
  const channels = channelsOf(color);
  for (let step = 1; step <= 100; step++) {
    for (const target of [0, 255]) {
      const mixed = channels.map((channel) => Math.round(channel + ((target - channel) * step) / 100));
      const candidate = `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
      if (contrastRatio(candidate, readableOn(candidate)) >= READABLE_RATIO) return candidate;
    }
  }
  return INK;
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(color: string): number[] {
  const digits = /^#(?:[0-9a-f]{3}){1,2}$/i.test(color) ? color.slice(1) : "1f3a5f";
  const long = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return [0, 2, 4].map((start) => Number.parseInt(long.slice(start, start + 2), 16));
}
