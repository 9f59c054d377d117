import type { ImageHeader } from "./image-header";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}

/** An animated PNG carries a still picture for old readers; that one is used, so it does not count as animated. */
export function readPngHeader(bytes: Buffer): ImageHeader {
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  return { ...size, complete: endsWithIend(bytes), animated: false };
}

function endsWithIend(bytes: Buffer): boolean {
  const chunkOverhead = 12;
  let position = signature.length;

  while (position + chunkOverhead <= bytes.length) {
    const type = bytes.toString("latin1", position + 4, position + 8);
    if (type === "IEND") return true;
    position += chunkOverhead + bytes.readUInt32BE(position);
  }
  return false;
}
