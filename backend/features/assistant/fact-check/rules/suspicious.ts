import type { FactViolation } from "../answer-facts";
import { findTurnedText } from "./turned-text";

const signs: RegExp[] = [
  /<\/?[a-z!?][^>\n]*>?/i,
  /<\||\|>|\[\/?(?:INST|SYS|SYSTEM|ADMIN|TOOL)\b|<<|>>/i,
  /```|\{\{|\}\}|\$\{|\{%|\{\s*"|"\s*:\s*["{[]|\\[nux]|&#?\w+;/,
  /!?\[[^\]\n]*\]\s*\(/,
  /(?:^|\n)\s*(?:#{1,6}\s|\|.*\|.*\|)/,
  /(?:^|\n)\s*\W{0,3}(?:system|sistem|assistant|asisten|user|developer|tool|function|human|bot|ai)\b\W{0,3}\s*:/i,
  /\b(?:function_call|tool_call|tool_use|json|xml|yaml|sql)\b|\b(?:select|drop|insert|update) .*\b(?:from|table|into|set)\b/i,
  /%[0-9a-f]{2}%[0-9a-f]{2}/i,
  /\b(?:base ?64|rot ?13|hex(?:adecimal)?|ascii|morse|cipher|decode)\b/i,
  /[.-]{2,} [.-]{2,} [.-]{1,} [.-]{2,}/,
  /\[(?:nomor|plat|email|tautan|nama|identitas|link|url|harga|redacted)[^\]]*\]/i,
];
const blob =
  /(?<![\w/.])(?=[A-Za-z0-9+/_=-]*\d)(?=[A-Za-z0-9+/_=-]*[a-z])(?=[A-Za-z0-9+/_=-]*[A-Z])[A-Za-z0-9+/_-]{14,}={0,2}|[A-Za-z0-9+/]{20,}={0,2}|\b(?:[0-9a-f]{2}[ :]){5,}[0-9a-f]{2}\b|\b[0-9a-f]*\d[0-9a-f]*[a-f][0-9a-f]{8,}\b/;
const spelledOut = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*·]+\p{L}){4,}(?![\p{L}\p{N}])/u;
const signInWord =
  /\p{L}[@$!|€£¥]\p{L}|(?<![\p{L}\d])(?!rp|km|odo)\p{L}+[013457](?!jt|juta|rb|ribu|km|cc|th|an\b)\p{L}{2,}|\p{L}\$\d/iu;

/** Violations for what belongs to machines, not to a chat: markup, encodings, spelled-out or disguised words. */
export function findSuspicious(text: string, strangeSigns: readonly string[]): FactViolation[] {
  const found: string[] = [];
  if (strangeSigns.length > 0) found.push(strangeSigns.slice(0, 8).join(""));
  for (const pattern of [...signs, spelledOut, signInWord]) {
    const match = pattern.exec(text)?.[0];
    if (match) found.push(match.trim());
  }
  const withoutLinks = text.replace(/https?:\S+|www\.\S+/gi, " ");
  const encoded = blob.exec(withoutLinks)?.[0];
  if (encoded) found.push(encoded);
  const turned = findTurnedText(text);
  if (turned) found.push(turned);
  return found.map((sign) => ({ kind: "suspicious", text: sign }));
}
