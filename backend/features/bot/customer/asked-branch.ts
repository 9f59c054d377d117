import { type CustomerIntent, normalizeText, readSpokenTime } from "@/backend/features/language";
import { isGuess, PLAIN_FROM_CONTEXT } from "./confidence";
import { hasCriteria } from "./criteria";
import type { Showroom, Understood } from "./talk";

type Branch = Showroom["knowledge"]["branches"][number];

/** Readings of words that only a place is asked for with; what else a message wants is never overruled. */
const VAGUE = new Set<CustomerIntent>([
  ...(["stock_search", "location", "off_topic", "unit_availability", "select", "compare", "price"] as const),
]);
const ASKS_CARS =
  /\b(?:ada|onok|ono|stok|ready|jual|punya)\b.*\b(?:apa|opo|nopo|mobil|unit)\b|\b(?:mobil|unit|stok)\b.*\b(?:apa|ada|ready)\b|\b(?:what|which|any) (?:cars?|units?)\b/i;
const ASKS_PLACE = /\b(?:di ?mana|alamat|showroom|lokasi|jam)\b/i;
const THIS_ONE = /\b(?:ini|itu|iki|unitnya|mobilnya|unite|mobile|it|this)\b/i;
const LONGEST_FOLLOW_UP_WORDS = 5;

/** Reads what is asked of a branch by its name, and what goes on with it: "kalau di waru?", "minggu?". Pure. */
export function withBranch(understood: Understood, { knowledge, tenant }: Showroom): Understood {
  const { text, memory, reading } = understood;
  const own = namedBranch(text, knowledge.branches, tenant.name);
  const plain = normalizeText(text);
  const isShort = plain.split(/\s+/).length <= LONGEST_FOLLOW_UP_WORDS;
  if (!own && memory.topic?.type === "hours" && isShort && isDayAlone(plain)) {
    const branch = knowledge.branches.find(({ name }) => name === memory.topic?.branch) ?? null;
    return { ...meant(understood, "hours"), branch };
  }
  if (!own) return understood;
  const isVague = isGuess(reading) || reading.intents.every((intent) => VAGUE.has(intent));
  if (!isVague || hasCriteria(reading.slots)) return { ...understood, branch: own };
  if (memory.unit && isShort && THIS_ONE.test(plain)) return { ...meant(understood, "location"), branch: own };
  const goesOn = memory.topic?.type === "stock" && isShort;
  const isStock = (ASKS_CARS.test(plain) || goesOn) && !ASKS_PLACE.test(plain);
  return isStock
    ? { ...meant(understood, "stock_search"), branch: own, isBranchStock: true }
    : { ...understood, branch: own };
}

function meant(understood: Understood, intent: CustomerIntent): Understood {
  return { ...understood, reading: { intents: [intent], slots: {}, confidence: PLAIN_FROM_CONTEXT } };
}

/** "minggu?", "kalau hari minggu gimana kak" after hours were told: a day and nothing of coming. */
function isDayAlone(plain: string): boolean {
  const { day } = readSpokenTime(plain);
  return (
    day !== null && !/\b(?:saya|aku|kami|kita|datang|lihat|cek|mampir|bisa|jam|mau|ya|deh|aja|saja)\b/i.test(plain)
  );
}

const NO_NAME = new Set("cabang showroom dealer mobil kota branch pusat jaya motor auto".split(" "));

/** The one branch whose own word is said: "waru" of "Cabang Waru". */
function namedBranch(text: string, branches: readonly Branch[], showroomName: string): Branch | null {
  const said = new Set(wordsOf(text));
  const common = new Set(wordsOf(showroomName));
  const named = branches.filter(({ name }) =>
    wordsOf(name).some((word) => word.length >= 4 && !NO_NAME.has(word) && !common.has(word) && said.has(word)),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
