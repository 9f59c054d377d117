import { createHash } from "node:crypto";
import { english } from "./english";
import { indonesian } from "./indonesian";
import { javanese } from "./javanese";
import type { Phrases, Tone } from "./tone";

export const registers = ["indonesian", "javanese", "english"] as const;
/** The way a customer is spoken to, as they speak to us. */
export type Register = (typeof registers)[number];

const speakers: Record<Register, (tone: Tone) => Phrases> = { indonesian, javanese, english };

/** What the assistant says to one customer, in their language. */
export function phrasesIn(register: Register, tone: Tone): Phrases {
  return speakers[register](tone);
}

/**
 * Chooses among wordings: always the same for a seed and options, so that a repeated turn says the same; another seed
 * (conversation and turn) chooses afresh.
 */
export function pickerFor(seed: string): Tone["pick"] {
  return (options) => {
    const digest = createHash("sha256")
      .update(JSON.stringify([seed, ...options]))
      .digest();
    return options[digest.readUInt32BE() % options.length] ?? options[0];
  };
}
