import { matchFaq } from "@/backend/features/assistant";
import { readSpokenTime, type SpokenTime } from "@/backend/features/language";
import { describeSpans, hoursOn, openingDayName, shortDate } from "@/backend/features/tenants";
import { askedHolidayLines } from "./asked-holidays";
import { inOwnersWords } from "./owners-words";
import { salesPromise } from "./person-promise";
import { type Place, placeOf, unitInMind } from "./place";
import { dayWords, opensNext, weekLines, whereLines } from "./place-words";
import type { Contribution, Talk } from "./talk";
import { CLOCK } from "./visit-clock";
import { type OpenDay, planVisit, type VisitPlan } from "./visit-plan";

/** Somebody wants to come: noted for sales as it was said, and said when nobody would be there then. */
export function answerVisit(talk: Talk, words = talk.understood.reading.slots.visitTime): Contribution {
  if (words === undefined) return welcomeVisit(talk);
  const { say, understood, showroom, now } = talk;
  const place = placeOf(talk);
  const noted = understood.memory.visit;
  const spoken = spokenIn(words, understood.text);
  const calendar = { hours: place.hours, timezone: showroom.tenant.timezone, now };
  const plan = planVisit(spoken, calendar, noted?.date ?? null);
  const wish = wishWords(talk, words, spoken, plan);
  const signals = [{ signal: "visit" as const, detail: forSales(wish, plan) }];
  const holidays = plan.type === "closed" ? [] : askedHolidayLines(talk);
  const where = [...holidays, ...whereLines(talk), salesPromise(talk)];
  if (plan.type === "closed") {
    const { parts, closing, memory } = closedThen(talk, place, wish, plan);
    return { parts: [[...parts, ...where].join("\n")], closing, memory, signals, handover: "visit" };
  }
  const isMoved = noted?.words != null && noted.words !== wish;
  const date = plan.type === "open" ? plan.day.date : null;
  return {
    parts: [[isMoved ? say.visitMoved(wish) : say.visitNoted(wish), ...branchDay(talk, plan), ...where].join("\n")],
    memory: { asked: null, proposed: null, visit: { words: wish, date, offered: null } },
    signals,
    handover: "visit",
  };
}

const CALLS_OFF =
  /\b(?:batal\p{L}*|dibatal\p{L}*|(?:ga|gak|nggak|ngga|tidak|ndak|gk|tdk|ora|mboten)\s*(?:jadi|sido|sios|saged|bisa|iso)|cancel\p{L}*|can'?t (?:come|make it))\b/iu;
const OF_THE_DEAL = /\b(?:beli|ambil|booking|dp|tanda jadi|kredit|tukar|tt|harga|kurang|nego)\b/i;

/** "besok ga jadi ya kak": a visit that was noted is called off; null when it is about something else. */
export function answerVisitCalledOff({ say, understood }: Talk): Contribution | null {
  const { reading, memory, text } = understood;
  const noted = memory.visit?.words;
  if (!noted || !CALLS_OFF.test(text) || OF_THE_DEAL.test(text) || /\?/.test(text)) return null;
  if (reading.slots.visitTime !== undefined && reading.intents.includes("visit") && !isSameDay(reading, noted))
    return null;
  return {
    parts: [say.visitCalledOff(noted)],
    memory: { visit: null, asked: null, proposed: null },
    signals: [{ signal: "visit", detail: `${noted}, dibatalkan` }],
  };
}

/** "maaf besok batal": the day named is the one that was noted. */
function isSameDay({ slots }: Talk["understood"]["reading"], noted: string): boolean {
  return noted.toLowerCase().includes((slots.visitTime ?? "").toLowerCase());
}

function welcomeVisit(talk: Talk): Contribution {
  const { say, understood, showroom } = talk;
  const welcome = showroom.knowledge.settings.testDriveBooking ? say.visitWelcome() : say.visitNoTestDrive();
  const faq = matchFaq(understood.text, showroom.knowledge.faqs);
  const asked = askedHolidayLines(talk);
  const week = unitInMind(talk)?.branch ? weekLines(talk).filter((line) => !asked.includes(line)) : [];
  return {
    parts: [
      [faq ? inOwnersWords(talk, faq.faq) : welcome, ...asked, ...whereLines(talk), ...week, salesPromise(talk)].join(
        "\n",
      ),
    ],
    closing: say.askVisitTime(),
    memory: { asked: "visit_time", proposed: null },
    signals: [{ signal: "visit" }],
    handover: "visit",
    ...(faq && { faq: faq.faq }),
  };
}

/** A branch may keep other hours than people know of the showroom: those of the day they come. */
function branchDay(talk: Talk, plan: VisitPlan): string[] {
  if (!unitInMind(talk)?.branch || plan.type !== "open") return [];
  const { name, hours } = placeOf(talk);
  return [talk.say.openOn(name, dayWords(talk, plan.day), describeSpans(hoursOn(hours, plan.day).spans))];
}

/** That it is closed or over then, why, and the nearest time somebody is there. */
function closedThen(talk: Talk, place: Place, wish: string, plan: Extract<VisitPlan, { type: "closed" }>) {
  const { say } = talk;
  const day = dayWords(talk, plan.day);
  const isSameDay = plan.next?.day.date === plan.day.date;
  const why = plan.isPast
    ? say.timeIsPast(day)
    : plan.spans.length === 0
      ? say.closedOn(place.name, day, plan.holiday)
      : say.closedAt(place.name, day, describeSpans(plan.spans));
  const until = plan.isPast && isSameDay ? plan.next?.spans.at(-1)?.[1] : undefined;
  const stillOpen = until ? [say.stillOpen(until.replace(":", "."))] : [];
  const next = plan.next && !isSameDay ? [opensNext(talk, plan.next)] : stillOpen;
  const offered = plan.next && !isSameDay ? firstMoment(talk, plan.next) : null;
  return {
    parts: [[why, ...next].join(" "), ...(plan.isPast ? [] : [say.visitWish(wish)])],
    closing: offered ? say.askVisitThen(offered) : isSameDay ? say.askOtherTime() : say.askVisitTime(),
    memory: {
      asked: "visit_time" as const,
      proposed: "visit" as const,
      visit: { words: null, date: plan.next?.day.date ?? null, offered },
    },
  };
}

function firstMoment({ say }: Talk, { day, spans }: OpenDay): string {
  const time = (spans[0]?.[0] ?? "").replace(":", ".");
  return say.openingAt({ inDays: day.inDays, weekday: openingDayName(day), time });
}

/** "besok saya kesana jam 10": the slot holds one of the two, the message both. */
function spokenIn(words: string, text: string): SpokenTime {
  const own = readSpokenTime(words);
  const all = readSpokenTime(text);
  const isWhole = own.spans.length > 0 && !saysClockApart(words, text);
  return { day: own.day ?? all.day, spans: isWhole ? own.spans : all.spans };
}

/** "senin sore aja jam 4": the hour stands beside the words that were read. */
function saysClockApart(words: string, text: string): boolean {
  return !/\d/.test(words.replace(/\b(?:tgl|tanggal) \d+/i, "")) && CLOCK.test(text);
}

/** The words as typed, with the day or the clock that was said apart from them. */
function wishWords(talk: Talk, words: string, spoken: SpokenTime, plan: VisitPlan): string {
  const own = readSpokenTime(words);
  const known = spoken.day ?? talk.understood.memory.visit?.date;
  if (own.day === null && plan.type !== "unknown" && (known || plan.day.inDays > 0)) {
    return `${dayWords(talk, plan.day)} ${words}`;
  }
  const { text } = talk.understood;
  const clock = spoken.spans.length > 0 && saysClockApart(words, text) ? CLOCK.exec(text)?.[0] : undefined;
  return clock ? `${words} ${clock}` : words;
}

/** With the date, for "besok" is soon another day, and with what is in the way. */
function forSales(wish: string, plan: VisitPlan): string {
  if (plan.type === "unknown") return wish;
  const isNot = plan.type === "closed" ? [plan.isPast ? "sudah lewat" : "showroom tutup"] : [];
  return [wish, shortDate(plan.day.date), ...isNot].join(", ");
}
