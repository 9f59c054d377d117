import type { OverlayOptions } from "sharp";

/** Shapes are drawn pixel by pixel: SVG would be shorter, and its loader is closed on purpose (see load-sharp). */
export type Rgb = { red: number; green: number; blue: number };

export function parseHexColor(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return { red, green, blue };
}

/** `share` of the colour, the rest white. */
export function mixWithWhite(color: Rgb, share: number): Rgb {
  const mix = (channel: number) => Math.round(channel * share + 255 * (1 - share));
  return { red: mix(color.red), green: mix(color.green), blue: mix(color.blue) };
}

/** White on all but light colours: large bold text needs 3:1 (WCAG), which white keeps up to a luminance of 0.3. */
export function readableOn({ red, green, blue }: Rgb): "#ffffff" | "#111827" {
  const luminance = 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
  return luminance > 0.3 ? "#111827" : "#ffffff";
}

/** A full-height area from the left edge to a slanted line, `topX` at the top and `bottomX` at the bottom. */
export function slantedPanel(topX: number, bottomX: number, height: number, color: Rgb): OverlayOptions {
  const width = Math.ceil(Math.max(topX, bottomX)) + 1;
  return paint(width, height, 0, 0, color, (x, y) => {
    const edge = topX + ((bottomX - topX) * y) / height;
    return edge - x;
  });
}

/** A box with round corners; one that starts at the left edge of the picture can keep its left corners square. */
export function roundedBox(
  box: { left: number; top: number; width: number; height: number; radius: number; squareLeft?: boolean },
  color: Rgb,
): OverlayOptions {
  const { width, height, radius } = box;
  return paint(width, height, box.left, box.top, color, (x, y) => {
    const fromRight = Math.max(x - (width - radius), 0);
    const fromLeft = box.squareLeft ? 0 : Math.max(radius - x, 0);
    const fromEdgeY = Math.max(radius - y, y - (height - radius), 0);
    return radius - Math.hypot(Math.max(fromRight, fromLeft), fromEdgeY);
  });
}

/** `insideBy` tells how many pixels a point lies inside the shape; half a pixel around zero is the soft edge. */
function paint(
  width: number,
  height: number,
  left: number,
  top: number,
  color: Rgb,
  insideBy: (x: number, y: number) => number,
): OverlayOptions {
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const alpha = Math.min(Math.max(insideBy(x + 0.5, y + 0.5) + 0.5, 0), 1);
      pixels.set([color.red, color.green, color.blue, Math.round(alpha * 255)], (y * width + x) * 4);
    }
  }
  return { input: pixels, raw: { width, height, channels: 4 }, left, top };
}

function toLinear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
