import data from "./data/cities.json";
import type { Token } from "./tokens";

export type CityMention = { name: string; start: number; end: number };

const cityOf = new Map<string, string>([
  ...data.names.map((name): [string, string] => [name.toLowerCase(), name.replace(/^Kota /, "")]),
  ...Object.entries(data.aliases),
]);

/** The city named at token `index`, by its full name in title case ("jogja" is "Yogyakarta"); null when none is. */
export function cityAt(tokens: readonly Token[], index: number): CityMention | null {
  const first = tokens[index];
  if (first?.kind !== "word") return null;
  const second = tokens[index + 1];

  const pair = second?.kind === "word" ? cityOf.get(`${first.text} ${second.text}`) : undefined;
  if (pair) return { name: pair, start: index, end: index + 2 };
  const single = cityOf.get(first.text) ?? cityOf.get(first.text.replace(/(?:nya|ne)$/, ""));
  return single && !isPartOfOtherName(tokens, index) ? { name: single, start: index, end: index + 1 } : null;
}

/** "Jl. Surabaya 12" is a street. */
function isPartOfOtherName(tokens: readonly Token[], index: number): boolean {
  const before = [1, 2, 3].map((distance) => tokens[index - distance]?.text ?? "");
  const skipped = before.filter((text) => !/^(?:\.|raya|ke)$/.test(text));
  return /^(?:jl|jln|jalan|alternatif|raya)$/.test(skipped[0] ?? "") && tokens[index - 1]?.kind !== "newline";
}
