import type { CustomerIntent } from "./customer-message";

/**
 * Words that mean an intent, matched against plain words (`Sighting.plain`, where a car is "CAR", a code "CODE", a
 * telephone number "PHONE", a sentence break "|"). The rule is off when one of `unless` is there as well.
 */
export type IntentRule = { intent: CustomerIntent; says: readonly RegExp[]; unless?: readonly RegExp[] };

/** Where a rule's words begin; null when they are absent or mean something else here. */
export function placeOf({ says, unless }: IntentRule, plain: string): number | null {
  const places = says.map((pattern) => plain.search(pattern)).filter((at) => at >= 0);
  if (places.length === 0 || unless?.some((pattern) => pattern.test(plain))) return null;
  return Math.min(...places);
}
