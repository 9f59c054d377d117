import { normalizePhone } from "@/backend/platform/phone";
import type { AnswerFacts, FactViolation } from "../answer-facts";

const phone =
  /(?<![\d.,])(?:\+ ?\d{1,3}[ .-]?\(?\d|\(?0[2-9]\d{1,3}\)?[ .-]?\d|(?<![\d] )62[ .-]?[2-9]|08\d|\(08\d)(?:[ .\-()]{0,2}\d){5,13}(?![\d])/g;
const longDigits = /(?<![\d.,])\d{9,}(?![\d.,]*\d)/g;

/** Takes every telephone number out of the answer; one that is not the showroom's own is a violation. */
export function takePhones(text: string, facts: AnswerFacts): { text: string; violations: FactViolation[] } {
  const own = ownPhones(facts);
  const violations: FactViolation[] = [];
  const rest = text.replace(phone, (found) => {
    const ownPart = longestOwnPart(found, own);
    if (ownPart !== null) return ` ${found.slice(ownPart)}`;
    violations.push({ kind: "phone", text: found });
    return " ";
  });
  return {
    text: rest.replace(longDigits, (found) => (own.has(normalizePhone(found) ?? "") ? " " : found)),
    violations,
  };
}

/** Digits of every telephone number in a text, country code first. */
export function phonesIn(text: string): string[] {
  return [...text.matchAll(phone), ...text.matchAll(longDigits)].flatMap(([found]) => normalizePhone(found) ?? []);
}

function ownPhones({ showroom, faqs, knowledge }: AnswerFacts): Set<string> {
  const listed = [showroom.phone, ...showroom.branches.map((branch) => branch.phone)];
  const written = [...faqs.map(({ answer }) => answer), knowledge].flatMap(phonesIn);
  return new Set([...listed.flatMap((text) => normalizePhone(text) ?? []), ...written]);
}

/** Length of the beginning that is an own number ("0812-3456-789 2020" ends with a year); null when none is. */
function longestOwnPart(found: string, own: ReadonlySet<string>): number | null {
  if (own.has(normalizePhone(found) ?? "")) return found.length;
  for (let end = found.length - 1; end > 7; end--) {
    if (/[ .-]/.test(found[end] ?? "") && own.has(normalizePhone(found.slice(0, end)) ?? "")) return end;
  }
  return null;
}
