import { isFree, type Scan, take, wordAt } from "./scan";
import type { BodyType, Fuel, Transmission } from "./values";

const matic =
  /^(?:matic|matik|mtik|mtic|maatic|matc|metic|metik|matict|matix|matics|maticnya|at|automatic|automatik|auto|otomatis|otomatic|otomatik|cvt|ivt|dct|ags|amt|dsg|tiptronic|triptonic|triptronic|steptronic)$/;
const manual = /^(?:manual|mt|mnl|manuall|manualan|manualnya|menual)$/;

/** The gearbox a single word names; null for another word. */
export function transmissionOfWord(text: string): Transmission | null {
  if (matic.test(text)) return "matic";
  return manual.test(text) ? "manual" : null;
}

const fuelWords: [Fuel, RegExp][] = [
  ["diesel", /^(?:diesel|solar|disel|diesl|diesal|desel|dsl|dieselnya)$/],
  ["hybrid", /^(?:hybrid|hibrid|hev|phev|hybird|hybridnya)$/],
  ["listrik", /^(?:listrik|ev|bev|elektrik|electric)$/],
  ["bensin", /^(?:bensin|bensn|bnsin|gasoline|petrol|bensinnya|pertalite)$/],
];

/** The fuel a single word names; null for another word. */
export function fuelOfWord(text: string): Fuel | null {
  return fuelWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The gearbox said in the message; a manual book is none. */
export function takeTransmission(scan: Scan): Transmission | null {
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!isFree(scan, index)) continue;
    const slashed =
      /^[am]$/.test(wordAt(scan, index)) && wordAt(scan, index + 1) === "/" && wordAt(scan, index + 2) === "t";
    const transmission = slashed
      ? wordAt(scan, index) === "a"
        ? "matic"
        : "manual"
      : transmissionOfWord(wordAt(scan, index));
    if (!transmission || isOtherThanGearbox(scan, index)) continue;
    take(scan, index, slashed ? index + 3 : index + 1);
    return transmission;
  }
  return null;
}

/** The fuel said in the message. "Pintu elektrik" is equipment, "irit bensin" is praise. */
export function takeFuel(scan: Scan): Fuel | null {
  for (let index = 0; index < scan.tokens.length; index++) {
    const fuel = isFree(scan, index) ? fuelOfWord(wordAt(scan, index)) : null;
    if (!fuel || isOtherThanFuel(scan, index)) continue;
    take(scan, index, index + 1);
    return fuel;
  }
  return null;
}

const bodyWords: [BodyType, RegExp][] = [
  ["mpv", /^(?:mpv)$/],
  ["suv", /^(?:suv|jip|offroad)$/],
  ["hatchback", /^(?:hatchback|hatcback|hatchbek|hb|citycar)$/],
  ["sedan", /^(?:sedan|sedans|sedannya)$/],
  ["pickup", /^(?:pickup|pikap|pikup|pikep|pick-up|bak)$/],
  ["minibus", /^(?:minibus|minbus|microbus|mikrobus)$/],
  ["van", /^(?:van|blindvan)$/],
];

const bodyPairs = new Map<string, BodyType>([
  ["pick up", "pickup"],
  ["mini bus", "minibus"],
  ["blind van", "van"],
  ["mobil bak", "pickup"],
]);

/** The body a single word or a pair names ("pick up", "sedan"); null for other words. */
export function bodyTypeOfWord(text: string): BodyType | null {
  const pair = bodyPairs.get(text);
  if (pair || text === "hb" || text === "bak") return pair ?? null;
  return bodyWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The body a customer asks for: "pick up", "mini bus", "blind van" included. */
export function takeBodyType(scan: Scan): BodyType | null {
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!isFree(scan, index)) continue;
    const pair = bodyTypeOfWord(`${wordAt(scan, index)} ${wordAt(scan, index + 1)}`.replace(" -", " "));
    if (pair) {
      take(scan, index, index + 2);
      return pair;
    }
    const bodyType = bodyTypeOfWord(wordAt(scan, index));
    if (bodyType) {
      take(scan, index, index + 1);
      if (isDenied(scan, index)) continue;
      return bodyType;
    }
  }
  return null;
}

/** "gak jadi nyari sedan", "bukan sedan", "selain suv". */
function isDenied(scan: Scan, index: number): boolean {
  const before = [1, 2, 3].map((distance) => wordAt(scan, index - distance));
  const [nearest = "", second = ""] = before;
  const rulesOut = /^(?:bukan|bkn|selain|kecuali|jangan|jgn)$/;
  if (rulesOut.test(nearest) || (/^(?:yg|yang|sing)$/.test(nearest) && rulesOut.test(second))) return true;
  return (
    before.includes("jadi") && /^(?:ga|gak|tidak|nggak|ngga|ndak|gk|batal|ora)$/.test(wordBefore(scan, index, "jadi"))
  );
}

function wordBefore(scan: Scan, index: number, text: string): string {
  const distance = [1, 2, 3].find((step) => wordAt(scan, index - step) === text) ?? 0;
  return wordAt(scan, index - distance - 1);
}

function isOtherThanGearbox(scan: Scan, index: number): boolean {
  const before = wordAt(scan, index - 1);
  const after = wordAt(scan, index + 1);
  return (
    /^(?:buku|service|servis|book|android|dijawab|dibalas|dibales|balas|jawab|balasan|jawaban|pesan)$/.test(before) ||
    after === "book" ||
    isTakenBack(scan, index + 1)
  );
}

/** "AT? ga, manual" */
function isTakenBack(scan: Scan, index: number): boolean {
  return wordAt(scan, index) === "?" && /^(?:ga|gak|nggak|tidak|bukan|salah|no)$/.test(wordAt(scan, index + 1));
}

function isOtherThanFuel(scan: Scan, index: number): boolean {
  const text = wordAt(scan, index);
  const before = wordAt(scan, index - 1);
  if (/^(?:irit|boros|hemat|konsumsi|isi|beli|bonus|gratis)$/.test(before)) return true;
  if (/^(?:elektrik|electric)$/.test(text)) return !/^(?:mobil|full|tenaga|:|=|bakar|bb)$/.test(before);
  return text === "listrik" && /^(?:rekening|rek|jok|kursi|spion|pintu|sunroof|bagasi)$/.test(before);
}
