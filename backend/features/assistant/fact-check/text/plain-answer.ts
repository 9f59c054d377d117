import { latinLookalikes } from "./latin-lookalikes";

export type PlainAnswer = {
  /** Latin letters, ASCII digits, single spaces, "\n" between lines. */
  text: string;
  /** Signs that no honest answer has: letters of other scripts, digits of other scripts, control characters. */
  strangeSigns: string[];
};

const invisible = /\p{Cf}|[\u{fe00}-\u{fe0f}]|\u{20e3}|[\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;
const blankSign = /[\p{Zs}\t\u{2800}]/gu;
const strangeSign = /[\p{Cc}\p{Co}\p{Cn}\p{Regional_Indicator}\u{1f130}-\u{1f189}]|(?![0-9])\p{N}|(?![a-zA-Z])\p{L}/gu;

/**
 * An answer as its reader sees it: compatibility forms, accents and invisible signs gone, letters that only look Latin
 * made Latin. Signs that remain strange, and the lookalikes themselves, are named.
 */
export function readPlainAnswer(answer: string): PlainAnswer {
  const unfolded = answer
    .replace(/\r\n?|[\u{2028}\u{2029}\u{85}]/gu, "\n")
    .replace(/\u{1f1ee}\u{1f1e9}/gu, "")
    .replace(/(\d)\u{fe0f}?\u{20e3}/gu, "$1. ")
    .replace(invisible, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");

  const strangeSigns: string[] = [];
  const latin = unfolded
    .replace(/[ªº℗℠™©®²³¹]/gu, " ")
    .replace(/[^\p{ASCII}]/gu, (sign) => {
      const lookalike = latinLookalikes.get(sign);
      if (lookalike === undefined) return sign;
      strangeSigns.push(sign);
      return lookalike;
    })
    .replace(blankSign, " ");

  const text = latin.replace(strangeSign, (sign) => {
    if (sign === "\n") return sign;
    strangeSigns.push(sign);
    return " ";
  });
  return { text: withPlainPunctuation(text), strangeSigns };
}

function withPlainPunctuation(text: string): string {
  return text
    .replace(/[‘’‛ʼ´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐‑‒–−]/gu, "-")
    .replace(/—/gu, " - ")
    .replace(/⁄/gu, "/")
    .replace(/ {2,}/g, " ");
}
