import { describeHolidays, describeHours, describeSpans, openingDayName } from "@/backend/features/tenants";
import { joined, placeOf, unitInMind } from "./place";
import type { Talk } from "./talk";
import type { OpenDay, PlannedDay } from "./visit-plan";

/** Where the car stands, or where the showroom is, with its map. */
export function whereLines(talk: Talk): string[] {
  const { say, showroom } = talk;
  const place = placeOf(talk);
  const unit = unitInMind(talk);
  if (!place.address && !unit?.branch) return [];
  const isOneOfSeveral = unit && showroom.knowledge.branches.length > 0;
  const line = isOneOfSeveral
    ? say.unitIsAt(unit.publicName, joined(place.name, place.address))
    : say.addressIs(place.name, place.address);
  return [line, ...(place.mapsUrl ? [say.mapAt(place.mapsUrl)] : [])];
}

/** "hari Senin", of a day further away with its date. */
export function dayWords({ say }: Talk, day: PlannedDay): string {
  return say.dayIs({ inDays: day.inDays, weekday: openingDayName(day) });
}

export function opensNext(talk: Talk, { day, spans }: OpenDay): string {
  return talk.say.opensNext(dayWords(talk, day), describeSpans(spans));
}

/** The week and the coming holidays of the place that is meant. */
export function weekLines(talk: Talk): string[] {
  const { say, showroom, now } = talk;
  const { name, hours } = placeOf(talk);
  const week = [...describeHours(hours), ...describeHolidays(hours, showroom.tenant.timezone, now)];
  return [say.hoursAre(name), ...week.map((line) => say.fixedWords(`${line.days}: ${line.hours}`))];
}
