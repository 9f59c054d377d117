import { type CustomerSlots, normalizeText, parseCustomerMessage } from "@/backend/features/language";
import type { AnswerFacts, FactViolation } from "./answer-facts";
import { readIdentities } from "./claims/identities";
import type { Check, CustomerWords } from "./claims/marks";
import { readMonths } from "./claims/months";
import { readNumbers } from "./claims/number-claims";
import { readWords } from "./claims/word-claims";
import { knowCar } from "./facts/known-cars";
import { contentWords, numbersIn, readOwnerText } from "./facts/owner-text";
import { judgeClaims } from "./judge/judge";
import { checkAddresses } from "./rules/addresses";
import { checkHours } from "./rules/hours-check";
import { takeLinks } from "./rules/links";
import { takePhones } from "./rules/phones";
import { findPlates } from "./rules/plates";
import { checkPromises } from "./rules/promises";
import { findPromptLeaks } from "./rules/prompt-leak";
import { findSuspicious } from "./rules/suspicious";
import { readAnswer } from "./text/answer-reading";
import { withJoinedDigits } from "./text/joined-digits";
import { withPlainNumberWords } from "./text/number-words";
import { readPlainAnswer } from "./text/plain-answer";

/** As long as a WhatsApp message may be; nothing longer is read. */
const longestAnswerChars = 4_096;

/**
 * Why an answer a model wrote may not be sent; empty when everything in it can be traced to `facts`. Every number must be
 * accounted for, so what the check does not understand is a violation too. Pure and bounded in time.
 */
export function checkFacts(answer: string, facts: AnswerFacts): FactViolation[] {
  if (answer.length > longestAnswerChars) return [{ kind: "suspicious", text: `${answer.length} characters` }];
  const { text, strangeSigns } = readPlainAnswer(answer);
  const links = takeLinks(text, facts);
  const phones = takePhones(withoutOwnNames(links.text, facts), facts);
  const plain = withPlainNumberWords(withJoinedDigits(phones.text));

  const cars = facts.cars.map(knowCar);
  const check: Check = {
    reading: readAnswer(plain, links.carSigns),
    facts,
    cars,
    owner: readOwnerText(facts),
    customer: readCustomerWords(facts.customerText),
    marks: [],
    violations: [
      ...findSuspicious(text, strangeSigns),
      ...findPromptLeaks(text, facts.secrets),
      ...findPlates(
        links.text,
        cars.map(({ code }) => code),
      ),
      ...links.violations,
      ...phones.violations,
    ],
  };
  checkAddresses(check);
  checkHours(check);
  readMonths(check);
  readIdentities(check);
  readWords(check);
  readNumbers(check);
  checkPromises(check);
  return [...check.violations, ...judgeClaims(check.reading, check.marks, check.cars)];
}

/** A showroom's name may hold digits and car names ("Auto 2000", "Honda Jaya"): they are no claims. */
function withoutOwnNames(text: string, { showroom }: AnswerFacts): string {
  const names = [showroom.name, ...showroom.branches.map(({ name }) => name)].filter((name) => name.trim().length > 3);
  return names.reduce((rest, name) => rest.replaceAll(name, "kami"), text);
}

function readCustomerWords(customerText: string): CustomerWords {
  const text = withPlainNumberWords(withJoinedDigits(readPlainAnswer(customerText).text));
  const { intents, slots } = parseCustomerMessage(text);
  return {
    text,
    plain: normalizeText(text),
    words: new Set([...contentWords(text), ...(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]),
    numbers: new Set([...numbersIn(text), ...sumsOfSlots(slots)]),
    makesOffer: slots.offer !== undefined || intents.includes("negotiate"),
  };
}

/** "budget 200" is 200 million once it is understood. */
function sumsOfSlots(slots: CustomerSlots): string[] {
  const { priceMin, priceMax, offer, downPayment, instalment } = slots;
  return [priceMin, priceMax, offer, downPayment, instalment].flatMap((sum) =>
    sum === undefined ? [] : [`rp:${sum}`],
  );
}
