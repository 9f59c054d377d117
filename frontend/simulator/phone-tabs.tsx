import type { PhoneId } from "./people";

type Choice = PhoneId | "guide";

const TABS: { id: Choice; label: string }[] = [
  { id: "owner", label: "Pemilik" },
  { id: "sales", label: "Sales" },
  { id: "customer", label: "Pelanggan" },
  { id: "guide", label: "Panduan" },
];

type PhoneTabsProps = { current: Choice; unread: Record<PhoneId, number>; onChoose(choice: Choice): void };

/** Only where one phone fits on the screen at a time. */
export function PhoneTabs({ current, unread, onChoose }: PhoneTabsProps) {
  return (
    <nav className="phone-tabs" aria-label="Pilih ponsel">
      {TABS.map(({ id, label }) => (
        <button key={id} type="button" aria-current={current === id} onClick={() => onChoose(id)}>
          {label}
          {id !== "guide" && <UnreadBadge count={unread[id]} />}
        </button>
      ))}
    </nav>
  );
}

export function UnreadBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="unread-badge">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> belum dibaca</span>
    </span>
  );
}
