import type { FactViolation } from "../answer-facts";
import type { Claim, Identity, Mark } from "../claims/marks";
import type { KnownCar } from "../facts/known-cars";
import { type AnswerReading, excerpt, type Sentence } from "../text/answer-reading";
import { buildSubjects, type Subject } from "./subjects";

/**
 * Every claim must be true of the car it is said of: all that is said of one car, of one and the same car. A sentence
 * that names no car speaks of the ones before it.
 */
export function judgeClaims(
  reading: AnswerReading,
  marks: readonly Mark[],
  cars: readonly KnownCar[],
): FactViolation[] {
  const violations: FactViolation[] = [];
  const ordered = [...marks].sort((left, right) => left.start - right.start);
  let context: KnownCar[][] = defaultContext(ordered, cars);

  for (const sentence of reading.sentences) {
    const inside = ordered.filter(({ start }) => start >= sentence.start && start < sentence.end);
    if (inside.length === 0) continue;
    const subjects = subjectsOf(reading, sentence, inside, context, cars);
    const limits = inside.filter((mark): mark is Claim => mark.type === "claim" && mark.slot === "limit");
    const meant: KnownCar[][] = [];
    for (const group of subjects) {
      const verdict = judgeGroup(group, limits);
      violations.push(...verdict.violations);
      meant.push(...verdict.meant);
    }
    if (meant.length > 0 && inside.some(isAboutCars)) context = meant;
  }
  return violations;
}

function isAboutCars(mark: Mark): boolean {
  return mark.type === "identity" || mark.slot !== "limit";
}

/** Before any car is named: the only one the answer names at all, else every car of the facts. */
function defaultContext(marks: readonly Mark[], cars: readonly KnownCar[]): KnownCar[][] {
  const named = new Set(marks.flatMap((mark) => (mark.type === "identity" && mark.isExact ? mark.cars : [])));
  return named.size === 1 ? [[...named]] : [[...cars]];
}

function subjectsOf(
  reading: AnswerReading,
  sentence: Sentence,
  marks: readonly Mark[],
  context: KnownCar[][],
  cars: readonly KnownCar[],
): Subject[][] {
  const between = (from: number, to: number) => excerpt(reading.scan, from, to).toLowerCase();
  const identities = marks.filter((mark): mark is Identity => mark.type === "identity");
  const claims = marks.filter((mark): mark is Claim => mark.type === "claim" && mark.slot !== "limit");
  if (identities.length > 0) return buildSubjects(identities, claims, between);

  const speaksOfOthers =
    /\b(?:lain|lainnya|liyane|satunya|satu lagi|juga ada|ada juga|another|others?|alternatif\w*|opsi lain|selain itu)\b/;
  if (/\b(?:keduanya|kedua unit|dua-duanya|ketiganya|semuanya|loro-lorone|both|all of them)\b/.test(sentence.text)) {
    const each = [...new Set(context.flat())];
    return [each.map((car, place) => ({ cars: [car], own: [], claims: place === each.length - 1 ? claims : [] }))];
  }
  const meant = speaksOfOthers.test(sentence.text) ? [[...cars]] : context;
  if (meant.length > 1 && longestRun(claims) !== meant.length) return [[{ cars: meant.flat(), own: [], claims }]];
  return [meant.map((of, place) => ({ cars: of, own: [], claims: place === meant.length - 1 ? claims : [] }))];
}

type Verdict = { violations: FactViolation[]; meant: KnownCar[][] };

/** A group is cars named in one breath ("#A01 dan #A02"): one value is said of all, as many values as cars in turn. */
function judgeGroup(group: readonly Subject[], limits: readonly Claim[]): Verdict {
  const [only] = group;
  if (only && group.length === 1) return judgeRecords(only.cars, [...only.own, ...only.claims], limits);

  const shared = group.at(-1)?.claims ?? [];
  const verdicts = group.map(({ cars, own, claims }, place) => {
    const before = place === group.length - 1 ? [] : claims;
    const turn = runsOf(shared).flatMap((run) => (run.length === group.length ? run.slice(place, place + 1) : run));
    return judgeRecords(cars, [...own, ...before, ...turn], limits);
  });
  return {
    violations: verdicts.flatMap((verdict) => verdict.violations),
    meant: verdicts.flatMap((verdict) => verdict.meant),
  };
}

/** Claims in turn: when a slot comes again, the next car of the same name is meant, unless there is only one. */
function judgeRecords(cars: readonly KnownCar[], claims: readonly Claim[], limits: readonly Claim[]): Verdict {
  const violations: FactViolation[] = [];
  const meant = new Set<KnownCar>();
  for (const record of cars.length === 1 ? [claims] : recordsOf(claims)) {
    const all = [...record, ...limits];
    const fitting = cars.filter((car) => all.every((claim) => claim.holds(car, cars)));
    if (fitting.length === 0) violations.push(...blame(cars, all));
    for (const car of fitting) meant.add(car);
  }
  return { violations, meant: meant.size > 0 ? [[...meant]] : [[...cars]] };
}

/** The claims nobody fulfils; when each is true of some car, the last one that does not go with the others. */
function blame(cars: readonly KnownCar[], claims: readonly Claim[]): FactViolation[] {
  const impossible = claims.filter((claim) => !cars.some((car) => claim.holds(car, cars)));
  const guilty = impossible.length > 0 ? impossible : claims.slice(-1);
  return guilty.map(({ kind, text }) => ({ kind, text }));
}

function recordsOf(claims: readonly Claim[]): Claim[][] {
  const runs = runsOf(claims);
  const longest = longestRun(claims);
  if (longest > 1) {
    const turns = Array.from({ length: longest }, (_, turn) => turn);
    return turns.map((turn) =>
      runs.flatMap((run) => (run.length === longest ? run.slice(turn, turn + 1) : run.length === 1 ? run : [])),
    );
  }
  const records: Claim[][] = [[]];
  for (const claim of claims) {
    const current = records.at(-1) ?? [];
    if (current.some(({ slot }) => slot === claim.slot)) records.push([claim]);
    else current.push(claim);
  }
  return records;
}

/** Neighbouring claims of one slot: "hitam dan putih", "185 dan 180 juta". */
function runsOf(claims: readonly Claim[]): Claim[][] {
  const runs: Claim[][] = [];
  for (const claim of claims) {
    const last = runs.at(-1);
    if (last?.[0]?.slot === claim.slot) last.push(claim);
    else runs.push([claim]);
  }
  return runs;
}

function longestRun(claims: readonly Claim[]): number {
  return Math.max(0, ...runsOf(claims).map((run) => run.length));
}
