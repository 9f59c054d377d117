import { useEffect, useRef } from "react";
import { type PhoneId, type PhoneSetup, shortNameOf } from "./phone-setup";
import { GUIDE } from "./use-scene";
import type { WorldView } from "./world-view";

type PhoneTabsProps = {
  world: WorldView;
  phones: PhoneSetup[];
  current: PhoneId;
  unreadOf(phone: PhoneId): number;
  onChoose(choice: PhoneId): void;
};

/** Only where one phone fits on the screen at a time. */
export function PhoneTabs({ world, phones, current, unreadOf, onChoose }: PhoneTabsProps) {
  const nav = useRef<HTMLElement>(null);
  const tabs = phones.map((phone) => ({ id: phone.id, label: shortNameOf(world, phone, phones) }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what to bring into sight
  useEffect(() => {
    nav.current?.querySelector("[aria-current=true]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [current]);

  return (
    <nav ref={nav} className="phone-tabs" aria-label="Pilih ponsel">
      {[...tabs, { id: GUIDE, label: "Panduan" }].map(({ id, label }) => (
        <button key={id} type="button" aria-current={current === id} onClick={() => onChoose(id)}>
          {label}
          <UnreadBadge count={unreadOf(id)} />
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
