import { useEffect, useState } from "react";
import { loadWorld } from "./api";
import { Guide } from "./guide";
import { type PhoneId, type PhoneSetup, rememberedPhones, rememberPhones, startingPhones } from "./people";
import { Phone } from "./phone";
import { PhoneTabs } from "./phone-tabs";
import { TopBar } from "./top-bar";
import { useDrafts } from "./use-drafts";
import { useLive } from "./use-live";
import type { WorldView } from "./world-view";

export function Simulator() {
  const live = useLive();
  const [world, setWorld] = useState<WorldView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    loadWorld().then(setWorld, (error: Error) => setFailure(error.message));
  }, []);

  if (failure) return <Notice text={failure} />;
  if (!world) return <Notice text="Menyiapkan ponsel…" />;
  if (world.showrooms.length === 0) {
    return (
      <Notice text="Belum ada showroom yang memakai simulator. Isi data contoh dulu, lalu muat ulang halaman ini." />
    );
  }
  return <Phones world={world} tick={live.tick} isConnected={live.isConnected} />;
}

type PhonesProps = { world: WorldView; tick: number; isConnected: boolean };

function Phones({ world, tick, isConnected }: PhonesProps) {
  const [phones, setPhones] = useState(() => startingPhones(world, rememberedPhones()));
  /** The phone in hand, or the guide where only one thing fits on the screen. */
  const [current, setCurrent] = useState<PhoneId | "guide">("owner");
  const [unread, setUnread] = useState<Record<PhoneId, number>>({ owner: 0, sales: 0, customer: 0 });
  const { drafts, setDraft, fill, focus } = useDrafts(setCurrent);

  useEffect(() => rememberPhones(phones), [phones]);
  useEffect(() => {
    const total = unread.owner + unread.sales + unread.customer;
    document.title = `${total > 0 ? `(${total}) ` : ""}Simulator WhatsApp · AutoLeads`;
  }, [unread]);

  const change = (changed: PhoneSetup) => setPhones((all) => all.map((one) => (one.id === changed.id ? changed : one)));

  return (
    <div className="simulator" data-current={current}>
      <TopBar isConnected={isConnected} />
      <PhoneTabs current={current} unread={unread} onChoose={setCurrent} />
      <div className="simulator-stage">
        <Guide world={world} onFill={fill} />
        <main className="phones">
          {phones.map((phone) => (
            <Phone
              key={phone.id}
              phone={phone}
              world={world}
              tick={tick}
              isCurrent={current === phone.id}
              draft={drafts[phone.id]}
              focusRequest={focus?.phone === phone.id ? focus.count : 0}
              unreadCount={unread[phone.id]}
              onHold={() => setCurrent(phone.id)}
              onChange={change}
              onDraft={(draft) => setDraft(phone.id, draft)}
              onFill={(text) => fill(phone.id, { text })}
              onUnread={(count) => setUnread((all) => (all[phone.id] === count ? all : { ...all, [phone.id]: count }))}
            />
          ))}
        </main>
      </div>
    </div>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <p className="opening" role="status">
      {text}
    </p>
  );
}
