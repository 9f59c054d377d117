import type { indonesian } from "./indonesian";

/** How one customer is spoken to in this answer. */
export type Tone = {
  /** "Kak Rina" */
  call: string;
  /** "Kak" */
  title: string;
  /** One of several wordings, the same for the same turn. */
  pick(options: [string, ...string[]]): string;
};

/** When the showroom opens next; `weekday` in the language of the copy, `time` as "09.00". */
export type OpeningWords = DayWords & { time: string };
/** A day as the copy names it: "hari ini", "besok (Sabtu)", "hari Senin". */
export type DayWords = { inDays: number; weekday: string };

export type Phrases = ReturnType<typeof indonesian>;
