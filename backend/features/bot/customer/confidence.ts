import type { CustomerIntent, CustomerReading } from "@/backend/features/language";

/** The language feature's mark: up to here no rule spoke and words alone were weighed. */
const SUREST_GUESS = 0.5;

/** Of what the conversation makes plain although the words alone do not. */
export const PLAIN_FROM_CONTEXT = 0.7;

/** A wrong guess at one of these would alarm people, or promise one. */
const COSTLY = new Set<CustomerIntent>([
  ...(["negotiate", "trade_in", "sell_car", "visit", "reserve", "contact_human", "complaint"] as const),
]);

export function isGuess({ confidence }: Pick<CustomerReading, "confidence">): boolean {
  return confidence <= SUREST_GUESS;
}

/** A guess that must not be acted on: better to say that a person will answer. */
export function isRiskyGuess({ confidence, intents }: CustomerReading): boolean {
  return isGuess({ confidence }) && intents.some((intent) => COSTLY.has(intent));
}
