import type { AnswerFacts, FactViolation, FactViolationKind } from "../answer-facts";
import type { KnownCar } from "../facts/known-cars";
import type { OwnerText } from "../facts/owner-text";
import type { AnswerReading } from "../text/answer-reading";

/** Cars a word names: one by its code, link or place in the list (`isExact`), or all of a brand or model. */
export type Identity = {
  type: "identity";
  isExact: boolean;
  cars: KnownCar[];
  text: string;
  start: number;
  end: number;
};

/** Something said of a car. `slot` is what is said: a repeated slot begins to speak of the next car. */
export type Claim = {
  type: "claim";
  kind: FactViolationKind;
  slot: string;
  text: string;
  start: number;
  /** `among`: the cars the sentence may be about, for "termurah". */
  holds(car: KnownCar, among: readonly KnownCar[]): boolean;
};

export type Mark = Identity | Claim;

/** What the customer wrote in this turn. */
export type CustomerWords = {
  text: string;
  plain: string;
  words: Set<string>;
  numbers: Set<string>;
  makesOffer: boolean;
};

/** What every reader of an answer is given; readers add to `marks` and `violations` and take their tokens. */
export type Check = {
  reading: AnswerReading;
  facts: AnswerFacts;
  cars: KnownCar[];
  owner: OwnerText;
  customer: CustomerWords;
  marks: Mark[];
  violations: FactViolation[];
};
