import { normalizePhone } from "@/backend/platform/phone";
import { type Scan, take } from "./scan";

/** "0812-3456-7890", "+62 812 …", and "81234567890" in one piece. */
const phone = /(?<![\d.,])(?:(?:\+?62[\s.-]?|0)8\d{1,3}(?:[\s.-]?\d{2,5}){1,4}|8\d{9,11})(?!\d)/g;

/** Takes every telephone number; returns the first in digits from the country code, null when there is none. */
export function takePhones(scan: Scan): string | null {
  let first: string | null = null;
  for (const match of scan.source.matchAll(phone)) {
    const digits = match[0].replace(/\D/g, "");
    if (digits.length < 9 || digits.length > 15) continue;
    takeSpan(scan, match.index, match.index + match[0].length);
    first ??= normalizePhone(match[0]);
  }
  return first;
}

function takeSpan(scan: Scan, start: number, end: number): void {
  for (const [index, token] of scan.tokens.entries()) {
    if (token.start < end && token.end > start) take(scan, index, index + 1);
  }
}
