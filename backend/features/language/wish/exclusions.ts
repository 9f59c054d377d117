import { colorOfWord } from "../colors";
import { bodyTypeOfWord, fuelOfWord, transmissionOfWord } from "../features-of-car";
import type { CarMention } from "../gazetteer";
import { plainWord } from "../normalize";
import { isFree, rawBetween, type Scan, take, wordAt } from "../scan";
import { isTrim } from "../trims";

export const excludedProperties = ["brand", "model", "variant", "color", "transmission", "fuel", "bodyType"] as const;
export type ExcludedProperty = (typeof excludedProperties)[number];

/** What is ruled out: "brand:Toyota", "variant:Pajero Sport DAKAR", "color:hitam". */
export type Excluded = `${ExcludedProperty}:${string}`;

type Value = { excluded: Excluded; end: number };

const ruledOutBy = /^(?:selain|bukan|jangan|kecuali|hindari|anti|non|tanpa|except|not|besides)$/;
const no = /^(?:tidak|ga|gak|ngga|nggak|ndak|ora|gk|tdk|g|don't|dont|do|no)$/;
const wanting = /^(?:mau|suka|pengen|ingin|usah|want|like|minat|jadi|gelem)$/;
/** Between the no and what it is said of. */
const between =
  /^(?:yang|yg|mau|warna|merek|merk|brand|mobil|unit|tipe|type|model|jenis|sing|seng|transmisi|transmission|bahan|bakar|dari|pakai|pake|the|a|any|color|colour|keluaran|buatan|lah|kalau|dengan|ber)$/;
const joining = /^(?:dan|atau|sama|maupun|juga|and|or|nor|n|karo|ambek|\/|&|serta)$/;
/** These begin a list of what is left out; "bukan" and "jangan" are as often followed by what is wanted instead. */
const listsOut = /^(?:selain|kecuali|except|besides|than)$/;
const wished = /^(?:ada|onok|ono|enek|aja|saja|ae|wae|only|boleh|ready|available|kalau|mau)$/;
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
  return [...new Set(found)].filter((excluded) => !isWishedFor(scan, cars, excluded));
}

/** "innova bukan innova lama": the name that is wished for beside it is not ruled out. */
function isWishedFor(scan: Scan, cars: readonly CarMention[], excluded: Excluded): boolean {
  return cars.some(
    ({ brand, model, start }) => isFree(scan, start) && [`brand:${brand}`, `model:${model?.model}`].includes(excluded),
  );
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
  const values: Value[] = [];
  for (let index = start, gap = 0; index < scan.tokens.length && gap <= longestGap; ) {
    const last = values.at(-1);
    const value = valueAt(scan, cars, index);
    if (value && last && !goesOn(scan, start, index, value, last)) break;
    if (value) {
      values.push(value);
      [index, gap] = [value.end, 0];
      continue;
    }
    const word = wordAt(scan, index);
    const isLink = word === "," || joining.test(word) || noEnd(scan, index) !== null;
    if (!between.test(word) && !(last && isLink)) break;
    if (last && beginsWish(scan, index)) break;
    [index, gap] = [index + 1, gap + 1];
  }
  return { values: values.map(({ excluded }) => excluded), end: values.at(-1)?.end ?? start };
}

/** "jangan hitam, yang putih ada?", "bukan honda yang matic": a new wish begins. */
function beginsWish(scan: Scan, index: number): boolean {
  const before = wordAt(scan, index - 1);
  return (
    !joining.test(before) && (pointed.test(wordAt(scan, index)) || (before === "," && wordAt(scan, index) === "mau"))
  );
}

/**
 * "selain putih atau matic" goes on; "bukan diesel suv" does not, another property is wished for. After a comma only
 * "selain" goes on, "selain putih, hitam ada apa?": "jangan hitam, putih" wants the white one.
 */
function goesOn(scan: Scan, start: number, index: number, value: Value, last: Value): boolean {
  if (joining.test(wordAt(scan, index - 1))) return true;
  if (kindOf(value.excluded) !== kindOf(last.excluded)) return false;
  const said = scan.tokens.slice(last.end, index).map((_, offset) => last.end + offset);
  if (said.some((at) => joining.test(wordAt(scan, at)) || noEnd(scan, at) !== null)) return true;
  const next = wordAt(scan, value.end);
  const isWanted = wished.test(next) && wordAt(scan, value.end + 1) !== "apa";
  const isList = listsOut.test(plainAt(scan, start - 1));
  const hasComma = said.some((at) => wordAt(scan, at) === ",");
  return hasComma ? isList && !isWanted && next !== "?" : isList || !isWanted;
}

/** Brand, model and trim are one kind: names. */
function kindOf(excluded: Excluded): string {
  return excluded.replace(/:.*/s, "").replace(/^(?:model|variant)$/, "brand");
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
  const end = wordAt(scan, index - 1) === "juga" ? index - 1 : index;
  const car = cars.find((each) => each.end === end);
  const start = car?.start ?? end - 1;
  const value = valueAt(scan, cars, start);
  return value && isFree(scan, start) ? { excluded: value.excluded, start } : null;
}

function valueAt(scan: Scan, cars: readonly CarMention[], index: number): Value | null {
  if (!isFree(scan, index)) return null;
  const car = cars.find(({ start }) => start === index);
  const trim = car && trimAt(scan, car, index);
  if (trim) return trim;
  if (car) return { excluded: car.model ? `model:${car.model.model}` : `brand:${car.brand}`, end: car.end };
  const word = wordAt(scan, index);
  const pair = bodyTypeOfWord(`${word} ${wordAt(scan, index + 1)}`);
  if (pair) return { excluded: `bodyType:${pair}`, end: index + 2 };
  const excluded = excludedByWord(word);
  if (excluded) return { excluded, end: index + 1 };
  const named = cars.find(({ start, model }) => model && isFree(scan, start));
  return named ? trimAt(scan, named, index) : null;
}

/** "pajero bukan dakar", "selain innova reborn": of the model only the trim is ruled out. */
function trimAt(scan: Scan, car: CarMention, index: number): Value | null {
  if (!car.model) return null;
  const [start, ownEnd] = car.start === index ? [car.variantStart, car.end] : [index, index];
  let end = ownEnd;
  while (isFree(scan, end) && isTrim(scan, end, car.model, "speech", "none")) end++;
  const trim = rawBetween(scan, start, end).toUpperCase();
  return trim === "" ? null : { excluded: `variant:${car.model.model} ${trim}`, end };
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
