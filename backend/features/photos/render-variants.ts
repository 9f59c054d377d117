import { createHash } from "node:crypto";
import type { Sharp } from "sharp";
import { AppError } from "@/backend/platform/errors";
import { type ImageFormat, inspectImage } from "./image-intake";
import { decodesHevc, loadSharp, type SharpModule, untrustedInput } from "./load-sharp";
import { PhotoError } from "./photo-error";

export type VariantFormat = "avif" | "webp" | "jpeg";

export type PhotoVariant = {
  format: VariantFormat;
  width: number;
  height: number;
  bytes: Uint8Array;
  contentType: string;
  /** `<first 16 of sha256>-<width>.<extension>`: changes with the content, so it may be cached for ever. */
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
const timeoutSeconds = 10;
const nearWhite = "#fafafa";

/**
 * One photo as it came in → every size and format the pages use: upright, sRGB, on near-white where it was transparent,
 * without EXIF, GPS or profile, each at most 500 KB. Widths 320/640/1280, never enlarged: a smaller photo gives the
 * widths that fit and its own. About 1 s for 12 MP on one core. Throws PhotoError for what is not a whole photo.
 */
export async function renderVariants(bytes: Uint8Array): Promise<RenderedPhoto> {
  const inputFormat = await requirePhoto(bytes);
  const sharp = await loadSharp();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const base = await decode(sharp, bytes, inputFormat);
  const dominantColor = await findDominantColor(sharp, base);

  const variants: PhotoVariant[] = [];
  for (const width of widthsFor(base.width)) {
    const pixels = await scaleTo(sharp, base, width);
    for (const format of formats) {
      const encoded = await encodeWithinLimit(sharp, pixels, format);
      variants.push({
        format: format.name,
        width: pixels.width,
        height: pixels.height,
        bytes: encoded,
        contentType: `image/${format.name}`,
        name: `${sha256.slice(0, 16)}-${pixels.width}.${format.extension}`,
      });
    }
  }
  return { width: base.width, height: base.height, dominantColor, sha256, variants };
}

type Pixels = { data: Buffer; width: number; height: number };

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

async function requirePhoto(bytes: Uint8Array): Promise<ImageFormat> {
  const inspection = await inspectImage(bytes, { decodesHevc: await decodesHevc() });
  if (!inspection.ok) throw new PhotoError(`photo refused: ${inspection.reason}`, inspection.userMessage);
  return inspection.format;
}

/** Reads every pixel once; all variants are made from the result. */
async function decode(sharp: SharpModule, bytes: Uint8Array, format: ImageFormat): Promise<Pixels> {
  try {
    return await decodeOnce(sharp, bytes, format === "jpeg" ? "warning" : "error").catch((error: unknown) => {
      if (!isHarmlessWarning(error)) throw error;
      return decodeOnce(sharp, bytes, "error");
    });
  } catch (cause) {
    throw explainDecodeFailure(cause);
  }
}

function decodeOnce(sharp: SharpModule, bytes: Uint8Array, failOn: "warning" | "error"): Promise<Pixels> {
  const image = sharp(bytes, { ...untrustedInput, failOn })
    .autoOrient()
    .flatten({ background: nearWhite })
    .resize({ width: maxWidth, height: maxHeight, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .timeout({ seconds: timeoutSeconds });
  return toPixels(image);
}

/**
 * To libjpeg, a photo whose lower half never arrived is only worth a warning (it paints the rest gray), and so are two
 * quirks of phone cameras that do no harm.
 */
function isHarmlessWarning(error: unknown): boolean {
  return (
    error instanceof Error && /Invalid SOS parameters|\b\d{1,2} extraneous bytes before marker/.test(error.message)
  );
}

/** Running out of time says something about the machine, not about the photo: that one may be tried again. */
function explainDecodeFailure(cause: unknown): AppError {
  if (cause instanceof Error && /timeout/i.test(cause.message)) {
    return new AppError("unavailable", "photo took too long to decode", { cause });
  }
  return new PhotoError("photo cannot be decoded", brokenPhotoMessage, cause);
}

const brokenPhotoMessage = "Fotonya rusak atau tidak terkirim utuh. Silakan kirim ulang foto ini.";

async function scaleTo(sharp: SharpModule, base: Pixels, width: number): Promise<Pixels> {
  if (width === base.width) return base;
  return toPixels(open(sharp, base).resize({ width }));
}

/** Real photos fit at once; only noise (rain on gravel, a night picture) has to give up quality. */
async function encodeWithinLimit(sharp: SharpModule, pixels: Pixels, format: Format): Promise<Uint8Array> {
  for (let quality = format.quality; ; quality = Math.max(quality - 18, 1)) {
    const encoded = await format.encode(open(sharp, pixels), quality).toBuffer();
    if (encoded.length <= maxVariantBytes || quality === 1) return encoded;
  }
}

async function findDominantColor(sharp: SharpModule, base: Pixels): Promise<`#${string}`> {
  const small = await toPixels(open(sharp, base).resize({ width: 128, height: 128, fit: "inside" }));
  const { dominant } = await open(sharp, small).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((channel) => channel.toString(16).padStart(2, "0"));
  return `#${hex.join("")}`;
}

function widthsFor(baseWidth: number): number[] {
  return [...targetWidths.filter((width) => width < baseWidth), baseWidth];
}

function open(sharp: SharpModule, { data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Always three channels: gray becomes colour, and alpha is gone before this. */
async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
