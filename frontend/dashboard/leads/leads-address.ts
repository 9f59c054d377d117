import type { LeadFilters } from "./leads-view";

export const LEADS = "/dashboard/leads";

export type LeadsPlace = Partial<LeadFilters> & { isBoard?: boolean; page?: number };

/** An address of the list that keeps every filter. */
export function leadsHref({ isBoard, page, ...filters }: LeadsPlace): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  if (isBoard) query.set("tampilan", "papan");
  if (page && page > 1) query.set("halaman", String(page));
  const text = query.toString();
  return text ? `${LEADS}?${text}` : LEADS;
}
