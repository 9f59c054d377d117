import type { Claim, Identity } from "../claims/marks";
import type { KnownCar } from "../facts/known-cars";

/** The cars a name may mean, what the name itself says ("Avanza 2020 Hitam #A01") and what is said of them. */
export type Subject = { cars: KnownCar[]; own: Claim[]; claims: Claim[] };

/** "#A02 lebih murah dari #A01" goes on about #A02. */
const comparison = /^(?:dari|daripada|dibanding|dibandingkan|ketimbang|timbang|than|tinimbang)$/;

type Named = { cars: KnownCar[]; isExact: boolean; start: number; end: number };

/**
 * Groups of subjects: "Avanza 2020 Hitam #A01" is one, "#A01 dan #A02" is a group. A claim belongs to the car named
 * before it; to the one after it in "185 juta untuk #A01, 180 juta untuk #A02".
 */
export function buildSubjects(
  identities: readonly Identity[],
  claims: readonly Claim[],
  between: (from: number, to: number) => string,
): Subject[][] {
  const meant = identities.filter(({ start }, place) => place === 0 || !comparison.test(between(start - 1, start)));
  const named = mergeNames(meant, between);
  const isClaimFirst =
    named.length > 1 &&
    claims.some(({ start }) => start < (named[0]?.start ?? 0)) &&
    named.every(
      ({ start }) =>
        /\b(?:untuk|buat|utk|for|kanggo|itu|adalah)\W*$/.test(between(Math.max(0, start - 3), start)) ||
        /[(]\W*$/.test(between(Math.max(0, start - 1), start)),
    );

  const isPrefix = ({ start }: Claim) => start < (named[0]?.start ?? 0);
  const prefix = named.length > 1 && !isClaimFirst ? claims.filter(isPrefix) : [];
  const isOfAll = prefix.some(({ slot }, place) => prefix.findIndex((other) => other.slot === slot) < place);

  const subjects = named.map((name) => ({ name, cars: name.cars, ...noClaims() }));
  for (const claim of isOfAll ? claims.filter((claim) => !isPrefix(claim)) : claims) {
    const place =
      isClaimFirst || isAdjective(claim, named)
        ? subjects.findIndex(({ name }) => name.start > claim.start)
        : subjects.findLastIndex(({ name }) => name.start <= claim.start);
    const owner = place >= 0 ? subjects[place] : isClaimFirst ? subjects.at(-1) : subjects[0];
    const isOwn = owner && claim.start >= owner.name.start && claim.start < owner.name.end;
    (isOwn ? owner.own : owner?.claims)?.push(claim);
  }
  const groups = groupsOf(subjects, between);
  return isOfAll ? [[{ cars: named.flatMap(({ cars }) => cars), own: [], claims: prefix }], ...groups] : groups;
}

/** "yang putih Innova", "the black Avanza": the word belongs to the name right after it. */
function isAdjective({ slot, start }: Claim, named: readonly Named[]): boolean {
  return /^(?:color|transmission|fuel)$/.test(slot) && named.some((name) => name.start === start + 1);
}

function noClaims(): Pick<Subject, "own" | "claims"> {
  return { own: [], claims: [] };
}

/** A model and the code after it are one name; so are a code and the model said again of the same car. */
function mergeNames(identities: readonly Identity[], between: (from: number, to: number) => string): Named[] {
  const names: Named[] = [];
  for (const [place, identity] of identities.entries()) {
    const last = names.at(-1);
    const common = last?.cars.filter((car) => identity.cars.includes(car)) ?? [];
    if (!last || common.length === 0 || beginsNextName(identities, place, last, between)) {
      names.push({ cars: [...identity.cars], isExact: identity.isExact, start: identity.start, end: identity.end });
      continue;
    }
    last.cars = common;
    last.isExact ||= identity.isExact;
    last.end = identity.end;
  }
  return names;
}

/** In "#A01 185 juta, Avanza lainnya #A02" the second "Avanza" belongs to the code after it. */
function beginsNextName(
  identities: readonly Identity[],
  place: number,
  last: Named,
  between: (from: number, to: number) => string,
): boolean {
  const identity = identities[place];
  const next = identities[place + 1];
  if (!identity || identity.isExact) return false;
  const isAnother = /\b(?:lain\w*|satunya|satu lagi|another|other)\b/.test(between(identity.start, identity.end + 2));
  if (!last.isExact) return isAnother;
  const isNextElse =
    next?.isExact === true &&
    !next.cars.some((car) => last.cars.includes(car)) &&
    next.cars.some((car) => identity.cars.includes(car));
  return (
    isAnother || (isNextElse && next.start - identity.end < identity.start - last.end + 3 && identity.start > last.end)
  );
}

type NamedSubject = Subject & { name: Named };

/** Cars joined by "dan" or commas alone, nothing said of them in between. */
function groupsOf(subjects: readonly NamedSubject[], between: (from: number, to: number) => string): Subject[][] {
  const groups: NamedSubject[][] = [];
  for (const subject of subjects) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const gap = previous ? between(previous.name.end, subject.name.start) : "";
    const isJoined =
      previous &&
      previous.name.end <= subject.name.start &&
      /^(?:\W|\b(?:dan|and|atau|or|serta|sama|dengan|juga|maupun|unit|kode|karo)\b)*$/.test(gap);
    if (group && isJoined) group.push(subject);
    else groups.push([subject]);
  }
  for (const group of groups) shareWordsBefore(group);
  return groups;
}

/** "yang hitam #A01 dan #A02": what is said before the group is said of all of it. */
function shareWordsBefore([first, ...others]: NamedSubject[]): void {
  const before = first?.claims.filter(({ start }) => start < first.name.start) ?? [];
  for (const other of others) other.own.push(...before);
}
