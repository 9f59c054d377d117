const monthFormat = new Intl.DateTimeFormat("id-ID", { month: "long", year: "numeric", timeZone: "UTC" });

/** "2027-05" → "Mei 2027", as people say it and as a form reads it back. */
export function taxMonthText(taxMonth: string): string {
  const at = Date.parse(`${taxMonth}-01T00:00:00Z`);
  return Number.isNaN(at) ? taxMonth : monthFormat.format(at);
}
