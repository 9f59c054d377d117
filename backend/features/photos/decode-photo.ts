import type { Sharp } from "sharp";
import { AppError } from "@/backend/platform/errors";
import { type ImageFormat, inspectImage } from "./image-intake";
import { decodesHevc, loadSharp, type SharpModule, untrustedInput } from "./load-sharp";
import type { Box } from "./photo-edits";
import { PhotoError } from "./photo-error";
import { type Pixels, toPixels } from "./photo-pixels";

export type DecodeOptions = {
  /** Only this part of the upright picture. */
  crop?: Box | null;
  maxWidth: number;
  maxHeight: number;
};

const timeoutSeconds = 10;
const nearWhite = "#fafafa";

/**
 * A photo as it came in → its pixels: upright, sRGB, on near-white where it was transparent, at most this size, never
 * enlarged. Throws PhotoError for what is not a whole photo.
 */
export async function decodePhoto(bytes: Uint8Array, options: DecodeOptions): Promise<Pixels> {
  const format = await requirePhoto(bytes);
  const sharp = await loadSharp();
  try {
    return await decodeOnce(sharp, bytes, format === "jpeg" ? "warning" : "error", options).catch((error: unknown) => {
      if (!isHarmlessWarning(error)) throw error;
      return decodeOnce(sharp, bytes, "error", options);
    });
  } catch (cause) {
    throw explainDecodeFailure(cause);
  }
}

async function requirePhoto(bytes: Uint8Array): Promise<ImageFormat> {
  const inspection = await inspectImage(bytes, { decodesHevc: await decodesHevc() });
  if (!inspection.ok) throw new PhotoError(`photo refused: ${inspection.reason}`, inspection.userMessage);
  return inspection.format;
}

async function decodeOnce(
  sharp: SharpModule,
  bytes: Uint8Array,
  failOn: "warning" | "error",
  { crop, maxWidth, maxHeight }: DecodeOptions,
): Promise<Pixels> {
  const upright = sharp(bytes, { ...untrustedInput, failOn }).autoOrient();
  const image = (crop ? await cut(sharp, bytes, upright, crop) : upright)
    .flatten({ background: nearWhite })
    .resize({ width: maxWidth, height: maxHeight, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .timeout({ seconds: timeoutSeconds });
  return toPixels(image);
}

async function cut(sharp: SharpModule, bytes: Uint8Array, upright: Sharp, crop: Box): Promise<Sharp> {
  const { autoOrient } = await sharp(bytes, untrustedInput).metadata();
  const left = Math.min(Math.floor(crop.x * autoOrient.width), autoOrient.width - 1);
  const top = Math.min(Math.floor(crop.y * autoOrient.height), autoOrient.height - 1);
  const width = Math.max(1, Math.min(Math.round(crop.width * autoOrient.width), autoOrient.width - left));
  const height = Math.max(1, Math.min(Math.round(crop.height * autoOrient.height), autoOrient.height - top));
  return upright.extract({ left, top, width, height });
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
