import type { ImageHeader } from "./image-header";

const marker = { startOfImage: 0xd8, endOfImage: 0xd9, temporary: 0x01 };

export function isJpeg(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes[0] === 0xff && bytes[1] === marker.startOfImage && bytes[2] === 0xff;
}

/**
 * Walks the markers up to the end-of-image one; what a phone appends after it (motion video, a second picture) does not
 * matter. The thumbnail in EXIF has an end marker of its own, so looking for the last `FF D9` would not do.
 */
export function readJpegHeader(bytes: Buffer): ImageHeader {
  let size = { width: 0, height: 0 };
  let position = 2;

  for (;;) {
    position = nextMarker(bytes, position);
    if (position < 0) return { ...size, complete: false, animated: false };

    const code = bytes.readUInt8(position);
    if (code === marker.endOfImage) return { ...size, complete: true, animated: false };
    if (isFrameHeader(code)) {
      size = { height: bytes.readUInt16BE(position + 4), width: bytes.readUInt16BE(position + 6) };
    }
    position += standsAlone(code) ? 1 : 1 + bytes.readUInt16BE(position + 1);
  }
}

/** Index of the next marker's code byte, or -1. `FF 00` is a data byte, `FF FF` is padding. */
function nextMarker(bytes: Buffer, from: number): number {
  let position = bytes.indexOf(0xff, from);
  while (position >= 0) {
    const code = bytes[position + 1];
    if (code === undefined) return -1;
    if (code !== 0x00 && code !== 0xff && !isRestart(code)) return position + 1;
    position = bytes.indexOf(0xff, position + (code === 0xff ? 1 : 2));
  }
  return -1;
}

function isRestart(code: number): boolean {
  return code >= 0xd0 && code <= 0xd7;
}

function standsAlone(code: number): boolean {
  return code === marker.startOfImage || code === marker.temporary;
}

/** SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC). */
function isFrameHeader(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}
