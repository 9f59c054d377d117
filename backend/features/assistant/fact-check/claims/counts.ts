import type { Sentence } from "../text/answer-reading";
import type { Check, Claim, Identity } from "./marks";

/** "Ada 2 unit Avanza hitam": as many as fit the sentence, or as many as the answer names one by one. */
export function isUnitCountTrue({ marks, cars }: Check, { start, end }: Sentence, count: number): boolean {
  const exact = new Set(marks.flatMap((mark) => (mark.type === "identity" && mark.isExact ? mark.cars : [])));
  const inside = marks.filter((mark) => mark.start >= start && mark.start < end);
  const models = inside.filter((mark): mark is Identity => mark.type === "identity" && !mark.isExact);
  const claims = inside.filter((mark): mark is Claim => mark.type === "claim" && mark.slot !== "limit");

  const named = models.length > 0 ? [...new Set(models.flatMap((mark) => mark.cars))] : cars;
  const fitting = named.filter((known) => claims.every((claim) => claim.holds(known, named)));
  const listed = inside.filter((mark): mark is Identity => mark.type === "identity");
  const codes = listed.some(({ isExact }) => isExact) ? listed.filter(({ isExact }) => isExact) : listed;
  const subjects = new Set(codes.map((mark) => mark.cars.map(({ code }) => code).join()));
  if (subjects.size > 1 && count === subjects.size) return true;
  return count === fitting.length || (claims.length === 0 && exact.size > 1 && count === exact.size);
}
