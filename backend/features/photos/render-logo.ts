import { createHash } from "node:crypto";
import { ValidationError } from "@/backend/platform/errors";
import { type ImageRefusalReason, inspectImage } from "./image-intake";
import { loadSharp, untrustedInput } from "./load-sharp";

const MAX_BYTES = 3 * 1024 * 1024;
/** CSS pixels a logo has in the header of a page. */
const BOX = { width: 176, height: 48 };

/**
 * A showroom's logo for ordinary and for sharper screens: WebP, transparent where it was, fitted into the header, never
 * enlarged beyond the file. @throws ValidationError with a sentence under `logo`.
 */
export async function renderLogo(bytes: Uint8Array) {
  if (bytes.length > MAX_BYTES) throw refusal("too_large");
  const inspection = await inspectImage(bytes);
  if (!inspection.ok) throw refusal(inspection.reason);
  if (inspection.format === "heif") throw refusal("unsupported");

  const sharp = await loadSharp();
  try {
    const fitted = (scale: number) =>
      sharp(bytes, untrustedInput)
        .autoOrient()
        .resize(BOX.width * scale, BOX.height * scale, { fit: "inside", withoutEnlargement: true })
        .webp({ quality: 90, alphaQuality: 95 })
        .toBuffer({ resolveWithObject: true });
    const [plain, sharper] = [await fitted(1), await fitted(2)];
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const { width, height } = plain.info;
    return { hash, width, height, plain: new Uint8Array(plain.data), sharper: new Uint8Array(sharper.data) };
  } catch {
    throw refusal("truncated");
  }
}

function refusal(reason: ImageRefusalReason): ValidationError {
  return new ValidationError({ logo: SENTENCES[reason] });
}

const SENTENCES: Record<ImageRefusalReason, string> = {
  not_an_image: "File ini bukan gambar. Pilih logo dalam format PNG, JPG, atau WebP.",
  too_large: "Ukuran logo paling besar 3 MB. Perkecil dulu, lalu unggah lagi.",
  truncated: "Gambarnya rusak atau belum terunggah utuh. Coba unggah lagi.",
  unsupported:
    "Format ini belum bisa dipakai (termasuk SVG). Simpan sebagai PNG berlatar transparan, lalu unggah lagi.",
  too_many_pixels: "Resolusi logonya terlalu besar. Perkecil dulu, lalu unggah lagi.",
  animated: "Logo bergerak belum bisa dipakai. Pilih gambar diam: PNG, JPG, atau WebP.",
};
