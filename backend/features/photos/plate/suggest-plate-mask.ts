import { decodePhoto } from "../decode-photo";
import type { Box } from "../photo-edits";
import { type CharacterRow, findCharacterRows, heightOf, widthOf } from "./character-rows";
import { type GrayPicture, toGray } from "./gray-picture";
import { edgesOf, plateAround } from "./plate-around";
import { findStrokes } from "./strokes";

/** Small plates are read at the first width, those of close-ups at the last. */
const WIDTHS = [960, 640, 400];
const LEAST_SCORE = 3;
/** Of the picture's width: smaller writing is on buttons and stickers, and no plate that can be read. */
const LEAST_CHARACTER = 0.0125;

/**
 * Where a number plate seems to be: a row of characters of one height, darker or lighter than the plate. Made to be
 * looked at by a person: it misses plates, and takes other writing for one. null when nothing looks like a plate.
 */
export async function suggestPlateMask(bytes: Uint8Array): Promise<Box | null> {
  const pixels = await decodePhoto(bytes, { maxWidth: 960, maxHeight: 1920 });
  let best: { box: Box; score: number } | null = null;
  for (const width of WIDTHS) {
    const picture = await toGray(pixels, width);
    for (const polarity of ["dark", "light"] as const) {
      await breathe();
      for (const row of findCharacterRows(findStrokes(picture, polarity))) {
        const score = scoreOf(row, picture);
        if (score >= LEAST_SCORE && score > (best?.score ?? 0))
          best = { box: plateAround(row, picture, polarity), score };
      }
    }
  }
  return best?.box ?? null;
}

/** This is plain arithmetic on the thread that serves pages: let others in between. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** More characters, alike in height and evenly set, in the part of a photo where plates are. */
export function scoreOf(row: CharacterRow, picture: GrayPicture): number {
  const heights = row.map(heightOf);
  const height = mean(heights);
  const unevenness = spread(heights) / height;
  const { left, right, top, bottom } = edgesOf(row);
  const shape = (right - left) / height;
  if (shape < 2.2 || shape > 9 || height < LEAST_CHARACTER * picture.width) return 0;

  const inked = row.reduce((sum, character) => sum + widthOf(character), 0) / (right - left);
  const [middleX, middleY] = [(left + right) / 2 / picture.width, (top + bottom) / 2 / picture.height];
  const isWatermark = middleY > 0.93 && (middleX < 0.25 || middleX > 0.75);
  const place = isWatermark ? 0.3 : middleY < 0.25 ? 0.5 : 1;
  return Math.min(row.length, 7) * Math.max(0, 1 - 4 * unevenness) * place * (inked > 0.4 ? 1 : 0.6);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}
