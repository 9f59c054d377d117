import { useEffect, useState } from "react";
import type { PhoneId, PhoneSetup } from "./phone-setup";

export type Unread = { of(phone: PhoneId): number; report(phone: PhoneId, count: number): void };

/** How much every phone has not read yet; all of it together stands in the tab's title. */
export function useUnread(phones: PhoneSetup[]): Unread {
  const [counts, setCounts] = useState<Record<PhoneId, number>>({});
  const of = (phone: PhoneId) => counts[phone] ?? 0;
  const total = phones.reduce((sum, { id }) => sum + of(id), 0);

  useEffect(() => {
    document.title = `${total > 0 ? `(${total}) ` : ""}Simulator WhatsApp · AutoLeads`;
  }, [total]);

  return {
    of,
    report: (phone, count) => setCounts((all) => (all[phone] === count ? all : { ...all, [phone]: count })),
  };
}
