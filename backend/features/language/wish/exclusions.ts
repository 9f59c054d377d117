import { colorOfWord } from "../colors";
import { bodyTypeOfWord, fuelOfWord, transmissionOfWord } from "../features-of-car";
import type { CarMention } from "../gazetteer";
import { plainWord } from "../normalize";
import { isFree, type Scan, take, wordAt } from "../scan";

export const excludedProperties = ["brand", "model", "color", "transmission", "fuel", "bodyType"] as const;
export type ExcludedProperty = (typeof excludedProperties)[number];

/** What is ruled out: "brand:Toyota", "color:hitam". */
export type Excluded = `${ExcludedProperty}:${string}`;

type Value = { excluded: Excluded; end: number };

const ruledOutBy = /^(?:selain|bukan|jangan|kecuali|hindari|anti|non|tanpa|except|not|besides)$/;
const no = /^(?:tidak|ga|gak|ngga|nggak|ndak|ora|gk|tdk|g|don't|dont|do|no)$/;
const wanting = /^(?:mau|suka|pengen|ingin|usah|want|like|minat|jadi|gelem)$/;
/** Between the no and what it is said of. */
const between =
  /^(?:yang|yg|mau|warna|merek|merk|brand|mobil|unit|tipe|type|model|jenis|sing|seng|transmisi|transmission|bahan|bakar|dari|pakai|pake|the|a|any|color|colour|keluaran|buatan|lah|kalau|dengan|ber)$/;
const joining = /^(?:dan|atau|sama|maupun|juga|and|or|nor|n|karo|ambek|,|\/|&|serta)$/;
const pointed = /^(?:yang|yg|asal|asalkan|penting|sing|seng)$/;
const longestGap = 4;

/**
 * What a shopper rules out: "selain toyota", "jangan yg hitam atau putih", "asal bukan matic", "honda ga mau". The words
 * are taken, so that nothing reads them as wished for.
 */
export function takeExclusions(scan: Scan, cars: readonly CarMention[]): Excluded[] {
  const found: Excluded[] = [];
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!isFree(scan, index)) continue;
    const after = noEnd(scan, index);
    const behind = after === null ? null : valuesAfter(scan, cars, after);
    if (!behind || after === null) continue;
    const before = behind.values.length === 0 && endsThere(scan, after) ? valueBefore(scan, cars, index) : null;
    found.push(...behind.values, ...(before ? [before.excluded] : []));
    if (before) take(scan, before.start, after);
    if (behind.values.length > 0) take(scan, index, behind.end);
  }
  return [...new Set(found)];
}

/** Where the words that say no end: "bukan", "ga mau", "other than", and a bare "ga" after "yang". */
function noEnd(scan: Scan, index: number): number | null {
  const word = plainAt(scan, index);
  const [next, third] = [plainAt(scan, index + 1), plainAt(scan, index + 2)];
  if (word === "other" && next === "than") return index + 2;
  if (ruledOutBy.test(word) || word === "tidak mau") return index + 1;
  if (!no.test(word)) return null;
  if (word === "do" && next === "not" && wanting.test(third)) return index + 3;
  if (wanting.test(next)) return index + 2;
  return pointed.test(wordAt(scan, index - 1)) ? index + 1 : null;
}

function valuesAfter(scan: Scan, cars: readonly CarMention[], start: number): { values: Excluded[]; end: number } {
  const values: Excluded[] = [];
  let end = start;
  for (let index = start, gap = 0; index < scan.tokens.length && gap <= longestGap; ) {
    const value = valueAt(scan, cars, index);
    if (value && !goesOn(scan, index, value.excluded, values.at(-1))) break;
    if (value) {
      values.push(value.excluded);
      [index, end, gap] = [value.end, value.end, 0];
      continue;
    }
    const word = wordAt(scan, index);
    if (!between.test(word) && !(values.length > 0 && (joining.test(word) || noEnd(scan, index) !== null))) break;
    if (values.length > 0 && beginsWish(scan, index)) break;
    [index, gap] = [index + 1, gap + 1];
  }
  return { values, end };
}

/** "jangan hitam, yang putih ada?", "bukan honda yang matic": a new wish begins. */
function beginsWish(scan: Scan, index: number): boolean {
  const before = wordAt(scan, index - 1);
  const isJoined = before !== "," && joining.test(before);
  return !isJoined && (pointed.test(wordAt(scan, index)) || (before === "," && wordAt(scan, index) === "mau"));
}

/** "selain putih, matic" and "bukan diesel suv" go on with what is wanted; "putih, hitam" and "putih atau matic" do not. */
function goesOn(scan: Scan, index: number, excluded: Excluded, last: Excluded | undefined): boolean {
  const kindOf = (value: Excluded) => value.split(":")[0]?.replace("model", "brand");
  const before = wordAt(scan, index - 1);
  return last === undefined || kindOf(excluded) === kindOf(last) || (before !== "," && joining.test(before));
}

/** "hitam jangan", "honda ga mau": the message or its clause ends with the no. */
function endsThere(scan: Scan, index: number): boolean {
  const rest = wordAt(scan, index);
  return rest === "" || /^(?:\n|[,.!|]|ya|kak|dong|deh|lah|pak|bu|mas|mbak|min|bos|gan|om|bang)$/.test(rest);
}

function valueBefore(
  scan: Scan,
  cars: readonly CarMention[],
  index: number,
): { excluded: Excluded; start: number } | null {
  // "matic bukan?" asks; "matic bukan" alone as well.
  if (/^(?:bukan|non|tanpa|selain|kecuali|anti|hindari)$/.test(plainAt(scan, index))) return null;
  const car = cars.find(({ end }) => end === index);
  const start = car?.start ?? index - 1;
  const value = valueAt(scan, cars, start);
  return value && isFree(scan, start) ? { excluded: value.excluded, start } : null;
}

function valueAt(scan: Scan, cars: readonly CarMention[], index: number): Value | null {
  if (!isFree(scan, index)) return null;
  const car = cars.find(({ start }) => start === index);
  if (car) return { excluded: car.model ? `model:${car.model.model}` : `brand:${car.brand}`, end: car.end };
  const word = wordAt(scan, index);
  const pair = bodyTypeOfWord(`${word} ${wordAt(scan, index + 1)}`);
  if (pair) return { excluded: `bodyType:${pair}`, end: index + 2 };
  const excluded = excludedByWord(word);
  return excluded && { excluded, end: index + 1 };
}

function excludedByWord(word: string): Excluded | null {
  const color = colorOfWord(word);
  if (color) return `color:${color}`;
  const transmission = transmissionOfWord(word);
  if (transmission) return `transmission:${transmission}`;
  const fuel = fuelOfWord(word);
  if (fuel) return `fuel:${fuel}`;
  const bodyType = bodyTypeOfWord(word);
  return bodyType && `bodyType:${bodyType}`;
}

function plainAt(scan: Scan, index: number): string {
  const word = wordAt(scan, index);
  return word && plainWord(word);
}
