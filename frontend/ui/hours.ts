export type HoursGroup = { days: string; hours: string | null };

/** Joins neighbouring days with the same hours: Senin … Sabtu 09.00–18.00 → "Senin–Sabtu". */
export function groupHours(days: { day: string; hours: string | null }[]): HoursGroup[] {
  const groups: { first: string; last: string; hours: string | null }[] = [];

  for (const { day, hours } of days) {
    const current = groups.at(-1);
    if (current && current.hours === hours) current.last = day;
    else groups.push({ first: day, last: day, hours });
  }

  return groups.map(({ first, last, hours }) => ({ days: first === last ? first : `${first}–${last}`, hours }));
}
