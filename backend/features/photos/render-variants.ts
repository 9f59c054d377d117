import { createHash } from "node:crypto";
import type { Sharp } from "sharp";
import { applyTurnsAndMasks, type MaskLook } from "./cover-masks";
import { decodePhoto } from "./decode-photo";
import { loadSharp, type SharpModule } from "./load-sharp";
import type { PhotoEdits } from "./photo-edits";
import { openPixels, type Pixels, toPixels } from "./photo-pixels";

export type VariantFormat = "avif" | "webp" | "jpeg";

export type PhotoVariant = {
  format: VariantFormat;
  width: number;
  height: number;
  bytes: Uint8Array;
  contentType: string;
  /** `<name of the picture>-<width>.<extension>`: changes with the content, so it may be cached for ever. */
  name: string;
};

/** `width` and `height` of the largest variant, upright; `sha256` of the bytes as they came in. */
export type RenderedPhoto = {
  width: number;
  height: number;
  dominantColor: `#${string}`;
  sha256: string;
  variants: PhotoVariant[];
};

const targetWidths = [320, 640, 1280];
const maxWidth = 1280;
const maxHeight = 2560;
const maxVariantBytes = 500 * 1024;

/** What is done to the photo on its way, and how its files are named; without `name` by the first 16 of its sha256. */
export type RenderOptions = { edits?: PhotoEdits; maskLook?: MaskLook; name?: string };

const noEdits: PhotoEdits = { quarterTurns: 0, crop: null, masks: [] };
const plainLook: MaskLook = { color: "#1f2937", label: "" };

/**
 * One photo as it came in → every size and format the pages use: upright, sRGB, on near-white where it was transparent,
 * without EXIF, GPS or profile, each at most 500 KB, cropped, turned and masked as the showroom wants it. Widths
 * 320/640/1280, never enlarged: a smaller photo gives the widths that fit and its own. About 1 s for 12 MP on one core.
 * Throws PhotoError for what is not a whole photo.
 */
export async function renderVariants(bytes: Uint8Array, options: RenderOptions = {}): Promise<RenderedPhoto> {
  const { edits = noEdits, maskLook = plainLook } = options;
  const base = await applyTurnsAndMasks(await decodeFor(bytes, edits), edits, maskLook);
  const sharp = await loadSharp();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const name = options.name ?? sha256.slice(0, 16);
  const dominantColor = await findDominantColor(sharp, base);

  const variants: PhotoVariant[] = [];
  for (const width of widthsFor(base.width)) {
    const pixels = await scaleTo(sharp, base, width);
    for (const format of formats) {
      variants.push({
        format: format.name,
        width: pixels.width,
        height: pixels.height,
        bytes: await encodeWithinLimit(sharp, pixels, format),
        contentType: `image/${format.name}`,
        name: `${name}-${pixels.width}.${format.extension}`,
      });
    }
  }
  return { width: base.width, height: base.height, dominantColor, sha256, variants };
}

/** A picture that will lie on its side is measured lying on its side. */
function decodeFor(bytes: Uint8Array, { crop, quarterTurns }: PhotoEdits): Promise<Pixels> {
  const size = quarterTurns % 2 === 0 ? { maxWidth, maxHeight } : { maxWidth: maxHeight, maxHeight: maxWidth };
  return decodePhoto(bytes, { crop, ...size });
}

type Format = {
  name: VariantFormat;
  extension: string;
  quality: number;
  encode: (image: Sharp, quality: number) => Sharp;
};

/** Measured at 1280×960 on one core: AVIF effort 2 takes 0.4 s, effort 4 takes 3 s for a file of the same size. */
const formats: Format[] = [
  {
    name: "avif",
    extension: "avif",
    quality: 52,
    encode: (image, quality) => image.avif({ quality, effort: 2 }),
  },
  {
    name: "webp",
    extension: "webp",
    quality: 76,
    encode: (image, quality) => image.webp({ quality, effort: 4 }),
  },
  {
    name: "jpeg",
    extension: "jpg",
    quality: 78,
    encode: (image, quality) => image.jpeg({ quality, mozjpeg: true }),
  },
];

async function scaleTo(sharp: SharpModule, base: Pixels, width: number): Promise<Pixels> {
  if (width === base.width) return base;
  return toPixels(openPixels(sharp, base).resize({ width }));
}

/** Real photos fit at once; only noise (rain on gravel, a night picture) has to give up quality. */
async function encodeWithinLimit(sharp: SharpModule, pixels: Pixels, format: Format): Promise<Uint8Array> {
  for (let quality = format.quality; ; quality = Math.max(quality - 18, 1)) {
    const encoded = await format.encode(openPixels(sharp, pixels), quality).toBuffer();
    if (encoded.length <= maxVariantBytes || quality === 1) return encoded;
  }
}

async function findDominantColor(sharp: SharpModule, base: Pixels): Promise<`#${string}`> {
  const small = await toPixels(openPixels(sharp, base).resize({ width: 128, height: 128, fit: "inside" }));
  const { dominant } = await openPixels(sharp, small).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((channel) => channel.toString(16).padStart(2, "0"));
  return `#${hex.join("")}`;
}

function widthsFor(baseWidth: number): number[] {
  return [...targetWidths.filter((width) => width < baseWidth), baseWidth];
}
