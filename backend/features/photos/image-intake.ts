import { isHeic, isIsoMedia, readHeifHeader } from "./image-headers/heif-header";
import type { ReadImageHeader } from "./image-headers/image-header";
import { isJpeg, readJpegHeader } from "./image-headers/jpeg-header";
import { isPng, readPngHeader } from "./image-headers/png-header";
import { isWebp, readWebpHeader } from "./image-headers/webp-header";

export type ImageFormat = "jpeg" | "png" | "webp" | "heif";

export type ImageRefusalReason =
  | "not_an_image"
  | "too_large"
  | "truncated"
  | "unsupported"
  | "too_many_pixels"
  | "animated";

/** Width and height in pixels as stored (EXIF orientation not applied); `userMessage` is Indonesian, for the sender. */
export type ImageInspection =
  | { ok: true; format: ImageFormat; width: number; height: number }
  | { ok: false; reason: ImageRefusalReason; userMessage: string };

export const maxImageBytes = 10 * 1024 * 1024;
export const maxImagePixels = 40_000_000;

/**
 * Judges a file by its content, never by its name, without decoding it: milliseconds even for 10 MB, and it never
 * throws. What passes may still have broken pixels; `renderVariants` finds those. `decodesHevc` says whether this
 * machine's decoder reads iPhone pictures (`decodesHevc()` in load-sharp); the one from npm does not.
 */
export async function inspectImage(bytes: Uint8Array, options = { decodesHevc: false }): Promise<ImageInspection> {
  if (bytes.length > maxImageBytes) return refuse("too_large", messages.tooLarge);

  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kind = imageKinds.find((candidate) => candidate.matches(buffer));
  if (!kind) return refuseOtherFile(buffer);
  if (kind.format === "heif" && !options.decodesHevc) return refuse("unsupported", messages.heic);

  return judgeHeader(kind, buffer);
}

type ImageKind = { format: ImageFormat; matches: (bytes: Buffer) => boolean; readHeader: ReadImageHeader };

const imageKinds: ImageKind[] = [
  { format: "jpeg", matches: isJpeg, readHeader: readJpegHeader },
  { format: "png", matches: isPng, readHeader: readPngHeader },
  { format: "webp", matches: isWebp, readHeader: readWebpHeader },
  { format: "heif", matches: isHeic, readHeader: readHeifHeader },
];

function judgeHeader(kind: ImageKind, buffer: Buffer): ImageInspection {
  try {
    const { width, height, complete, animated } = kind.readHeader(buffer);
    if (width * height > maxImagePixels) return refuse("too_many_pixels", messages.tooManyPixels);
    if (!complete || width === 0 || height === 0) return refuse("truncated", messages.truncated);
    if (animated) return refuse("animated", messages.animated);
    return { ok: true, format: kind.format, width, height };
  } catch (error) {
    if (error instanceof RangeError) return refuse("truncated", messages.truncated);
    throw error;
  }
}

/** Not a photo we take: say what it is when that helps the sender. */
function refuseOtherFile(buffer: Buffer): ImageInspection {
  const start = buffer.toString("latin1", 0, 1024).replace(/^ï»¿/, "").trimStart().toLowerCase();

  if (start.startsWith("gif8")) return refuse("unsupported", messages.gif);
  if (start.startsWith("%pdf")) return refuse("unsupported", messages.pdf);
  if (start.includes("<svg")) return refuse("unsupported", messages.svg);
  if (isIsoMedia(buffer)) return refuse("unsupported", messages.video);
  if (start.startsWith("bm") || start.startsWith("ii*\0") || start.startsWith("mm\0*")) {
    return refuse("unsupported", messages.otherPicture);
  }
  return refuse("not_an_image", messages.notAnImage);
}

function refuse(reason: ImageRefusalReason, userMessage: string): ImageInspection {
  return { ok: false, reason, userMessage };
}

const messages = {
  tooLarge: "Ukuran fotonya lebih dari 10 MB. Kirim sebagai foto biasa (bukan dokumen) supaya otomatis diperkecil.",
  tooManyPixels: "Resolusi fotonya terlalu besar (maksimal 40 megapiksel). Perkecil dulu, lalu kirim lagi.",
  truncated: "Fotonya belum terkirim utuh, mungkin koneksi sempat terputus. Silakan kirim ulang foto ini.",
  animated: "Ini gambar bergerak atau stiker. Kirim foto biasa, ya: JPG, PNG, atau WebP.",
  heic:
    "Foto iPhone ini berformat HEIC, dan belum bisa kami buka. Kirim lewat WhatsApp sebagai foto (bukan dokumen) supaya " +
    "otomatis menjadi JPG, atau di iPhone buka Pengaturan > Kamera > Format lalu pilih Paling Kompatibel.",
  gif: "File GIF tidak bisa dipakai sebagai foto mobil. Kirim foto JPG, PNG, atau WebP.",
  pdf: "Ini dokumen PDF, bukan foto. Kirim foto mobilnya langsung, ya: JPG, PNG, atau WebP.",
  svg: "Gambar SVG tidak bisa dipakai sebagai foto mobil. Kirim foto JPG, PNG, atau WebP.",
  video: "File ini video atau format yang belum didukung. Kirim foto JPG, PNG, atau WebP.",
  otherPicture: "Format gambar ini belum didukung. Simpan dulu sebagai JPG atau PNG, lalu kirim lagi.",
  notAnImage: "File ini bukan foto. Kirim foto mobil dalam format JPG, PNG, atau WebP.",
};
