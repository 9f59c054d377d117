import type { BrainRequest } from "./fake-model-server";

const NOTHING_KNOWN = "Maaf Kak, soal itu belum ada di catatan saya. Saya teruskan ke tim kami, ya.";
const GREETING = /^(halo+|hai|hi|hello|pagi|siang|sore|malam|assalam\S*|permisi)\b[^a-z]*(kak|min|gan|pak|bu)?\W*$/;
const STOP_WORDS = new Set(
  "yang dan di ke dari ini itu ada apa apakah saya kak min gan pak bu mau tanya dong ya sih nih kah untuk dengan berapa bisa masih the is a of".split(
    " ",
  ),
);
/** A word of a question → the words that stand in the fact it asks for. */
const MEANS: Record<string, string[]> = {
  dimana: ["alamat", "showroom", "cabang"],
  lokasi: ["alamat", "showroom", "cabang"],
  alamat: ["alamat", "showroom", "cabang"],
  where: ["alamat", "showroom", "cabang"],
  tutup: ["buka"],
  open: ["buka"],
  hrg: ["harga"],
  price: ["harga"],
  kilometer: ["km"],
  matik: ["matic"],
  wa: ["telepon"],
  nomor: ["telepon"],
};

/**
 * Answers from the facts of the system prompt, word for word: the lines under a heading FACTS or FAKTA, up to the next
 * heading (a line in capitals, or with "#" or "<"), and single lines "FACT: …". Of a line "Tanya: … Jawab: …" it says the
 * answer. Where no fact fits it says the one word that the prompt names for that, or a sentence of its own.
 */
export function ruleBrain({ system, messages }: BrainRequest): string {
  const question = messages.at(-1)?.text.toLowerCase() ?? "";
  const call = /Sapa pelanggan dengan "([^"]{1,40})"/.exec(system)?.[1] ?? "Kak";
  if (GREETING.test(question.trim())) return `Halo ${call}! Ada yang bisa saya bantu?`;
  const asked = wordsOf(question);
  const scored = factLines(system)
    .map((fact) => ({ fact, score: scoreOf(fact, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored.filter(({ score }) => score === scored[0]?.score).map(({ fact }) => answerIn(fact));
  const [only, second] = best;
  if (!only) return /satu kata: ([A-Z]{3,})/.exec(system)?.[1] ?? NOTHING_KNOWN;
  if (!second) return `Siap ${call}, ${only.replace(/[.\s]*$/, "")}.`;
  const lines = best.slice(0, 3).map((fact) => `- ${fact}`);
  return `Siap ${call}, ini datanya:\n${lines.join("\n")}`;
}

/** The facts a system prompt holds, without bullets. */
export function factLines(system: string): string[] {
  const facts: string[] = [];
  let isInside = false;
  for (const line of system.split("\n").map((text) => text.trim())) {
    const single = /^(?:FACT|FAKTA):\s*(\S.*)$/.exec(line)?.[1];
    if (single) facts.push(single);
    else if (/^\W*(FACTS|FAKTA)\b/.test(line)) isInside = true;
    else if (isHeading(line)) isInside = false;
    else if (isInside && line) facts.push(line.replace(/^[-*•]\s*/, ""));
  }
  return facts;
}

function isHeading(line: string): boolean {
  return /^(#|<|[A-Z][A-Z ]{3,}:?$)/.test(line);
}

function scoreOf(fact: string, asked: string[]): number {
  const words = new Set(wordsOf(fact.toLowerCase()));
  return asked.filter((word) => [word, ...(MEANS[word] ?? [])].some((meant) => words.has(meant))).length;
}

function answerIn(fact: string): string {
  return /^Tanya:.*?Jawab:\s*(\S.*)$/.exec(fact)?.[1] ?? fact;
}

/** Without the endings that questions carry: "lokasinya". */
function wordsOf(text: string): string[] {
  const words = text.match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => word.replace(/(?<=.{3})nya$/, "")).filter((word) => !STOP_WORDS.has(word));
}
