/** Indonesia's national days whose date never moves; the others follow the moon and are for people to enter. */
const FIXED = [
  ["01-01", "Tahun Baru"],
  ["05-01", "Hari Buruh"],
  ["06-01", "Hari Lahir Pancasila"],
  ["08-17", "Hari Kemerdekaan"],
  ["12-25", "Natal"],
] as const;

/** Those of the year that begins on this local day ("2026-11-20"), soonest first. */
export function fixedHolidays(today: string): { date: string; name: string }[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1]
    .flatMap((one) => FIXED.map(([monthDay, name]) => ({ date: `${one}-${monthDay}`, name })))
    .filter(({ date }) => date >= today)
    .slice(0, FIXED.length);
}
