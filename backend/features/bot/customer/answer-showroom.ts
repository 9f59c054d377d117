import { readSpokenTime } from "@/backend/features/language";
import { describeSpans, hoursOn } from "@/backend/features/tenants";
import { formatPhone } from "@/backend/platform/phone";
import { askedHolidayLines } from "./asked-holidays";
import { numbered } from "./each-listed";
import { openStateWords } from "./person-promise";
import { joined, placeOf, placeOfUnit, unitInMind } from "./place";
import { dayWords, opensNext, weekLines, whereLines } from "./place-words";
import type { Contribution, ListedUnit, Talk } from "./talk";
import { askedDay, nextOpenDay } from "./visit-plan";

/** Where the car stands that is talked about; without one, the showroom and its branches. */
export function answerLocation(talk: Talk): Contribution {
  const { say, showroom, understood } = talk;
  const branches = showroom.knowledge.branches.filter((branch) => branch.address);
  const isAboutUnit = unitInMind(talk) !== null && branches.length > 0 && !asksForAllBranches(understood.text);
  if (talk.subject.type === "each" && branches.length > 0 && !asksForAllBranches(understood.text)) {
    return placeOfEach(talk, talk.subject.units);
  }
  const lines = isAboutUnit ? [...whereLines(talk), ...weekLines(talk)] : allPlaces(talk, branches);
  if (lines.length === 0) {
    return {
      parts: [say.addressUnknown(showroom.tenant.name)],
      question: "unknown",
      attention: "unknown_question",
    };
  }
  const asks = understood.reading.slots.visitTime === undefined;
  return {
    parts: [lines.join("\n")],
    ...(asks && { closing: say.askVisitTime(), memory: { asked: "visit_time" as const } }),
    signals: [{ signal: "asked_location" }],
  };
}

/** Where each of the cars stands that were listed and not picked from. */
function placeOfEach(talk: Talk, units: ListedUnit[]): Contribution {
  const places = units.map((unit) => placeOfUnit(unit, talk));
  const lines = places.map(({ name, address }) => joined(name, address));
  return {
    parts: [numbered(units, lines)],
    closing: talk.say.askVisitTime(),
    memory: { asked: "visit_time" },
    signals: [{ signal: "asked_location" }],
  };
}

function allPlaces({ say, showroom }: Talk, branches: Talk["showroom"]["knowledge"]["branches"]): string[] {
  const { name, address, city, mapsUrl } = showroom.tenant;
  const place = joined(address, city);
  if (!place) return [];
  return [
    say.addressIs(name, place),
    ...(mapsUrl ? [say.mapAt(mapsUrl)] : []),
    ...(branches.length > 0 ? [say.otherBranches()] : []),
    ...branches.map((branch) => say.branchLine(branch.name, joined(branch.address, branch.city))),
  ];
}

/** "ada cabang lain?", "cabangnya di mana saja": not only where this car is. */
function asksForAllBranches(text: string): boolean {
  return /\b(?:cabang|cabange|cabangnya|branch(?:es)?|showroom|showroomnya)\b.*\b(?:lain|laen|liyane|selain|saja|aja|ae|other|all|semua)\b|\b(?:other|all|semua|berapa|brp|piro) (?:cabang|branch(?:es)?)\b/i.test(
    text,
  );
}

/** Of the day that is asked about, else of the week; at the place of the car that is talked about. */
export function answerHours(talk: Talk): Contribution {
  const { say, showroom, now, understood } = talk;
  const { name, hours } = placeOf(talk);
  const calendar = { hours, timezone: showroom.tenant.timezone, now };
  const day = askedDay(readSpokenTime(understood.text), calendar);
  const memory = { topic: { type: "hours" as const, branch: understood.branch?.name ?? null } };
  if (!day) {
    const asked = askedHolidayLines(talk);
    const usual = [...weekLines(talk).filter((line) => !asked.includes(line)), openStateWords(talk)];
    return { parts: [...(asked.length > 0 ? [asked.join("\n")] : []), usual.filter(Boolean).join("\n")], memory };
  }

  const { spans, holiday } = hoursOn(hours, day);
  if (spans.length > 0) {
    const today = day.inDays === 0 ? [openStateWords(talk)] : [];
    return { parts: [[say.openOn(name, dayWords(talk, day), describeSpans(spans)), ...today].join("\n")], memory };
  }
  const next = nextOpenDay(day, calendar);
  const closed = say.closedOn(name, dayWords(talk, day), holiday);
  return { parts: [[closed, ...(next ? [opensNext(talk, next)] : [])].join(" ")], memory };
}

/** The number of the showroom, for those who would rather call. */
export function phoneLine(talk: Talk): string[] {
  const { say } = talk;
  const { phone } = placeOf(talk);
  return phone ? [say.phoneIs(formatPhone(phone))] : [];
}
