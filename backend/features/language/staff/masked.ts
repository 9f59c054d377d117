import { plainWords } from "../normalize";
import type { Scan } from "../scan";

/**
 * The message in plain words with every taken token as "·": what is left to find the command in.
 * "harga brio #B02 turun jadi 150" with the unit taken is "harga · · turun jadi 150".
 */
export function maskedText(scan: Scan): string {
  const free = scan.tokens.map((token, index) =>
    scan.taken[index] ? { ...token, kind: "symbol" as const, text: "·" } : token,
  );
  return plainWords(free)
    .map(({ text }) => text)
    .join(" ")
    .replace(/(?:· ?)+/g, "· ")
    .trim();
}
