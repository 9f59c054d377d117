import type { ImageHeader } from "./image-header";

const heicBrands = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx"]);

/** HEVC pictures only (HEIC): an AVIF or a video has the same container and other brands. */
export function isHeic(bytes: Buffer): boolean {
  return readBrands(bytes).some((brand) => heicBrands.has(brand));
}

/** Any file of the ISO container family: HEIC, AVIF, MP4, QuickTime … */
export function isIsoMedia(bytes: Buffer): boolean {
  return bytes.toString("latin1", 4, 8) === "ftyp";
}

/** A phone's picture is a grid of tiles, each with a size of its own; the largest is the whole picture. */
export function readHeifHeader(bytes: Buffer): ImageHeader {
  let largest = { width: 0, height: 0 };
  let position = bytes.indexOf("ispe");

  while (position >= 0) {
    const size = { width: bytes.readUInt32BE(position + 8), height: bytes.readUInt32BE(position + 12) };
    if (size.width * size.height > largest.width * largest.height) largest = size;
    position = bytes.indexOf("ispe", position + 4);
  }
  return { ...largest, complete: boxesFillFile(bytes), animated: false };
}

function readBrands(bytes: Buffer): string[] {
  if (!isIsoMedia(bytes)) return [];
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const names = [bytes.toString("latin1", 8, 12)];
  for (let position = 16; position + 4 <= end; position += 4) {
    names.push(bytes.toString("latin1", position, position + 4));
  }
  return names;
}

/** Top-level boxes: 32-bit size and name; size 1 means a 64-bit size follows, size 0 "to the end of the file". */
function boxesFillFile(bytes: Buffer): boolean {
  let position = 0;
  while (position + 8 <= bytes.length) {
    const shortSize = bytes.readUInt32BE(position);
    const size = shortSize === 1 ? Number(bytes.readBigUInt64BE(position + 8)) : shortSize;
    if (size === 0) return true;
    if (size < 8) return false;
    position += size;
  }
  return position === bytes.length;
}
