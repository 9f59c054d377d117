import { formatClock } from "../ui/time";
import type { ChatMessageView } from "./inbox-view";

export type MessageDay = { key: string; label: string; messages: ChatMessageView[] };

/** Messages under the days of the showroom's own calendar: "Hari ini", "Kemarin", "Rabu, 18 November 2026". */
export function messageDays(messages: readonly ChatMessageView[], now: string, timezone: string): MessageDay[] {
  const keyOf = dayKey(timezone);
  const today = keyOf(new Date(now));
  const yesterday = keyOf(new Date(new Date(now).getTime() - 86_400_000));
  const long = new Intl.DateTimeFormat("id-ID", {
    ...{ timeZone: timezone, weekday: "long", day: "numeric", month: "long", year: "numeric" },
  });
  const days: MessageDay[] = [];
  for (const message of messages) {
    const at = new Date(message.createdAt);
    const key = keyOf(at);
    const label = key === today ? "Hari ini" : key === yesterday ? "Kemarin" : long.format(at);
    if (days.at(-1)?.key !== key) days.push({ key, label, messages: [] });
    days.at(-1)?.messages.push(message);
  }
  return days;
}

/** In a list: "10.42" today, "Kemarin", else "18/11". */
export function shortMoment(at: string, now: string, timezone: string): string {
  const keyOf = dayKey(timezone);
  const key = keyOf(new Date(at));
  if (key === keyOf(new Date(now))) return formatClock(at, timezone);
  if (key === keyOf(new Date(new Date(now).getTime() - 86_400_000))) return "Kemarin";
  return `${key.slice(8)}/${key.slice(5, 7)}`;
}

/** "2026-11-20" in the showroom's time. */
function dayKey(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  return (at) => format.format(at);
}
