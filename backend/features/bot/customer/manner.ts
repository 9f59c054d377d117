import { readOwnTitle } from "@/backend/features/language";

/** How a customer is spoken to: "Kak", "Pak Budi". */
export type Manner = { title: string; name: string | null };

const VOCATIVES: Record<string, string> = {
  pak: "Pak",
  bpk: "Pak",
  bapak: "Pak",
  bu: "Bu",
  ibu: "Bu",
  bun: "Bun",
  mas: "Mas",
  mbak: "Mbak",
  mba: "Mbak",
  kak: "Kak",
  kakak: "Kak",
  ka: "Kak",
  sis: "Sis",
  bang: "Bang",
  om: "Om",
  tante: "Tante",
  gan: "Gan",
  bos: "Bos",
  boss: "Bos",
  cak: "Cak",
  ning: "Ning",
};

const NOT_NAMES = new Set(
  "toko mobil motor jual beli admin official store shop cv pt ud olshop customer user whatsapp penguji null undefined".split(
    " ",
  ),
);

/**
 * The title customers use for themselves wins over the one they use for us, which is mirrored unless it contradicts what
 * was known; else what was before.
 */
export function readTitle(text: string, before: string | null): string | null {
  const own = readOwnTitle(text);
  const mirrored = vocativeIn(text);
  if (own || !before) return own ?? mirrored;
  return mirrored && !contradicts(mirrored, before) ? mirrored : before;
}

const MEN = new Set(["Pak", "Mas", "Bang", "Om", "Cak"]);
const WOMEN = new Set(["Bu", "Bun", "Mbak", "Sis", "Tante", "Ning"]);

/** Bu Lina who writes "Pak" to us stays Bu Lina. */
function contradicts(title: string, before: string): boolean {
  return (MEN.has(title) && WOMEN.has(before)) || (WOMEN.has(title) && MEN.has(before));
}

/** "ada avanza pak?" → "Pak"; "mobil bapak saya" speaks of somebody. */
function vocativeIn(text: string): string | null {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, " ")
    .split(/\s+/)
    .filter(Boolean);
  for (const [index, word] of words.entries()) {
    const title = VOCATIVES[word];
    if (title && !/^(saya|aku|ku|sendiri|kandung|tetangga)$/.test(words[index + 1] ?? "")) return title;
  }
  return null;
}

/**
 * A first name that may be said back: from what they told us, else from their WhatsApp profile. A profile name is
 * anybody's text; only a plain short word is taken for a name.
 */
export function firstName(told: string | null, profileName: string): string | null {
  for (const source of [told ?? "", profileName]) {
    const words = source.split(/\s+/).filter((word) => !VOCATIVES[word.toLowerCase().replace(/\.$/, "")]);
    const [first] = words;
    if (words.length > 3 || !first || !/^\p{L}{3,14}$/u.test(first) || NOT_NAMES.has(first.toLowerCase())) continue;
    return `${first.charAt(0).toUpperCase()}${first.slice(1).toLowerCase()}`;
  }
  return null;
}

/** "Pak Budi" as a WhatsApp profile name says how its owner is called. */
export function titleOfProfile(profileName: string): string | null {
  return VOCATIVES[/^\s*(\p{L}+)\.?\s+\p{L}/u.exec(profileName)?.[1]?.toLowerCase() ?? ""] ?? null;
}

export function callOf({ title, name }: Manner): string {
  return name ? `${title} ${name}` : title;
}
