import { inspectImage } from "./image-intake";
import { decodesHevc, loadSharp, untrustedInput } from "./load-sharp";
import { PhotoError } from "./photo-error";

const MAX_WIDTH = 1600;
const MAX_HEIGHT = 2560;
const QUALITY = 80;
const TIMEOUT_SECONDS = 10;

/** A photo as it is sent in a chat: one JPEG, upright, sRGB, without EXIF and GPS. @throws PhotoError */
export async function renderChatPhoto(bytes: Uint8Array): Promise<Uint8Array> {
  const inspection = await inspectImage(bytes, { decodesHevc: await decodesHevc() });
  if (!inspection.ok) throw new PhotoError(`photo refused: ${inspection.reason}`, inspection.userMessage);
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { ...untrustedInput, failOn: "error" })
      .autoOrient()
      .flatten({ background: "#fafafa" })
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer();
  } catch (cause) {
    throw new PhotoError(
      "photo cannot be decoded",
      "Fotonya rusak atau tidak terkirim utuh. Coba pilih foto lain.",
      cause,
    );
  }
}
