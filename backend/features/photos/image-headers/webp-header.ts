import type { ImageHeader } from "./image-header";

const animationFlag = 0b10;

export function isWebp(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
}

/** The three kinds of first chunk: `VP8 ` (lossy), `VP8L` (lossless), `VP8X` (either, with alpha, EXIF, animation). */
export function readWebpHeader(bytes: Buffer): ImageHeader {
  const complete = bytes.length >= 8 + bytes.readUInt32LE(4);

  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8 ":
      return {
        width: bytes.readUInt16LE(26) & 0x3fff,
        height: bytes.readUInt16LE(28) & 0x3fff,
        complete,
        animated: false,
      };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, complete, animated: false };
    }
    case "VP8X": {
      const animated = (bytes.readUInt8(20) & animationFlag) !== 0;
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, complete, animated };
    }
    default:
      return { width: 0, height: 0, complete, animated: false };
  }
}
