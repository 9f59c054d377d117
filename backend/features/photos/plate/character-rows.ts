import type { Stroke } from "./strokes";

/** Characters side by side, left to right. */
export type CharacterRow = readonly Stroke[];

const LEAST_CHARACTERS = 4;
const MOST_CHARACTERS = 9;
/** Of a character's height: between the letters and the number of "B 1234 XYZ". */
const MOST_GAP = 1.1;

/** Rows of strokes that look like the characters of a plate: as high as each other, on one line, close together. */
export function findCharacterRows(strokes: readonly Stroke[]): CharacterRow[] {
  const characters = strokes.filter(isCharacter).toSorted((one, other) => one.left - other.left);
  const rows: Stroke[][] = [];
  const isTaken = new Set<Stroke>();
  for (const [index, first] of characters.entries()) {
    if (isTaken.has(first)) continue;
    const row = followRight(characters, index);
    if (row.length < LEAST_CHARACTERS || row.length > MOST_CHARACTERS) continue;
    for (const character of row) isTaken.add(character);
    rows.push(row);
  }
  return rows;
}

const HEIGHT = { least: 9, most: 60 };

function isCharacter(stroke: Stroke): boolean {
  const [width, height] = [widthOf(stroke), heightOf(stroke)];
  if (height < HEIGHT.least || height > HEIGHT.most) return false;
  const shape = width / height;
  const filled = stroke.pixelCount / (width * height);
  return shape > 0.1 && shape < 1.15 && filled > 0.18 && filled < (shape < 0.35 ? 1.01 : 0.85);
}

/** `characters` stand from left to right. */
function followRight(characters: readonly Stroke[], start: number): Stroke[] {
  const row: Stroke[] = [];
  for (let index = start; index >= 0 && row.length <= MOST_CHARACTERS; index = nextTo(characters, index)) {
    const character = characters[index];
    if (character) row.push(character);
  }
  return row;
}

function nextTo(characters: readonly Stroke[], index: number): number {
  const present = characters[index];
  if (!present) return -1;
  const reach = present.right + MOST_GAP * heightOf(present);
  for (let next = index + 1; next < characters.length; next += 1) {
    const candidate = characters[next];
    if (!candidate || candidate.left > reach) return -1;
    if (isNextTo(present, candidate)) return next;
  }
  return -1;
}

function isNextTo(present: Stroke, candidate: Stroke): boolean {
  const height = heightOf(present);
  const gap = candidate.left - present.right;
  const isLevel = Math.abs(middleOf(candidate) - middleOf(present)) < 0.25 * height;
  const isAlike = heightOf(candidate) > 0.78 * height && heightOf(candidate) < 1.28 * height;
  return gap > -0.1 * height && gap < MOST_GAP * height && isLevel && isAlike && candidate.left > present.left;
}

export function heightOf({ top, bottom }: Stroke): number {
  return bottom - top + 1;
}

export function widthOf({ left, right }: Stroke): number {
  return right - left + 1;
}

function middleOf({ top, bottom }: Stroke): number {
  return (top + bottom) / 2;
}
