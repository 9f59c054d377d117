import type { FactViolation } from "../answer-facts";
import { reversed, rotated } from "./turned-text";

const wordsOfALeak = 7;
const leastLetters = 12;

const talkOfInstructions =
  /\b(?:system ?prompt|prompt ?(?:sistem|system|saya|awal|rahasia|injection)|prompt|(?:instruksi|aturan|perintah|pedoman|arahan) (?:saya|sistem|system|internal|rahasia|awal|asli|dari (?:sistem|developer|pengembang))|(?:my|the|system|internal|hidden|initial|original|previous) (?:instructions?|rules|guidelines|system message)|instructions? (?:above|i was given)|ignore (?:all |the )?previous|developer (?:mode|message)|mode (?:developer|pengembang|debug|dewa|admin|sudo)|debug mode|jailbreak\w*|DAN mode|do anything now|context window|knowledge cut-?off|(?:bahasa|language) model|model (?:bahasa|ai)|large language|llm|retrieved|conteks? data|data konteks|konteks yang diberikan|i (?:was|am|have been) (?:told|instructed|programmed|not allowed)|i'm (?:told|instructed|programmed|not allowed)|saya (?:diinstruksikan|diperintahkan|diprogram|dilarang)|fakta di (?:bawah|atas)|the facts (?:below|above|given))\b/i;
const vendors =
  /\b(?:open ?ai|chat ?gpt|gpt(?:-?\d\w*)?|gemini|bard|google ai|vertex ai|claude|anthropic|llama|meta ai|mistral|mixtral|deepseek|qwen|tongyi|glm(?:-?\d\w*)?|chatglm|z\.?ai|zhipu\w*|grok|copilot|kimi|moonshot|ernie|gemma|phi-\d|token limit|temperature \d)\b/i;

/**
 * Violations for words of the system prompt (seven in a row, also reversed, spelled out or encoded) and for talk about
 * instructions, models and their makers.
 */
export function findPromptLeaks(text: string, secrets: readonly string[]): FactViolation[] {
  const violations: FactViolation[] = [];
  for (const pattern of [talkOfInstructions, vendors]) {
    const found = [text, rotated(text), reversed(text)].map((reading) => pattern.exec(reading)?.[0]).find(Boolean);
    if (found) violations.push({ kind: "prompt_leak", text: found });
  }
  const readings = readingsOf(text);
  const leaked = secretRuns(secrets).find((run) => readings.some((reading) => reading.includes(run)));
  if (leaked) violations.push({ kind: "prompt_leak", text: leaked });
  return violations;
}

/** Seven words in a row, run together; a shorter secret counts as a whole. */
function secretRuns(secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) => {
    const words =
      secret
        .normalize("NFKC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const length = Math.min(wordsOfALeak, words.length);
    const starts = Array.from({ length: words.length - length + 1 }, (_, start) => start);
    return starts
      .map((start) => words.slice(start, start + length).join(""))
      .filter((run) => run.length >= leastLetters);
  });
}

function readingsOf(text: string): string[] {
  const encoded = [...text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].flatMap(([blob]) => [
    Buffer.from(blob, "base64").toString("utf8"),
    /^[0-9a-f]+$/i.test(blob) ? Buffer.from(blob, "hex").toString("utf8") : "",
  ]);
  return [text, plainLeet(text), rotated(text), ...encoded]
    .map((reading) => reading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""))
    .flatMap((letters) => [letters, reversed(letters)]);
}

const leet: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i" };

function plainLeet(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign);
}
