import { type BusinessHours, openingDayName, openStateAt } from "@/backend/features/tenants";
import { placeOf } from "./place";
import type { Talk } from "./talk";

/** Who goes on with the customer, and when: outside business hours the opening time is named. */
export function salesPromise(talk: Talk): string {
  const opening = nextOpening(talk);
  if (opening === null) return talk.say.salesWillWrite();
  return withOwnersText(talk, talk.say.salesAfterOpening(opening));
}

/** The same for a question that a person has to answer. */
export function teamPromise(talk: Talk): string {
  const opening = nextOpening(talk);
  if (opening === null) return talk.say.teamWillAnswer();
  return withOwnersText(talk, `${talk.say.teamWillAnswer()} ${talk.say.teamAfterOpening(opening)}`);
}

/** "besok pukul 09.00"; null while the showroom is open, or when its hours are not known. */
function nextOpening(
  { showroom: { tenant }, say, now }: Talk,
  hours: BusinessHours = tenant.businessHours,
): string | null {
  const state = openStateAt(hours, tenant.timezone, now);
  if (state.open || !state.opensAt) return null;
  const { inDays, time } = state.opensAt;
  return say.openingAt({ inDays, weekday: openingDayName(state.opensAt), time: time.replace(":", ".") });
}

function withOwnersText({ showroom }: Talk, promise: string): string {
  const { afterHoursText } = showroom.knowledge.settings;
  return afterHoursText ? `${promise}\n${afterHoursText}` : promise;
}

/** "Sekarang buka sampai pukul 18.00." or when it opens again, at the place of the car that is talked about. */
export function openStateWords(talk: Talk): string {
  const { showroom, say, now } = talk;
  const { hours } = placeOf(talk);
  const state = openStateAt(hours, showroom.tenant.timezone, now);
  if (state.open) return state.closesAt ? say.openNow(state.closesAt.replace(":", ".")) : "";
  const opening = nextOpening(talk, hours);
  return opening === null ? say.closedUnknown() : say.closedNow(opening);
}
