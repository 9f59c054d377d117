import { useEffect, useRef } from "react";
import { Chat } from "./chat";
import { PhoneOwner } from "./phone-owner";
import { nameOf, ROLE_NAMES, roleAt } from "./phone-setup";
import type { ScreenProps } from "./screen-props";
import { ShowroomScreen } from "./showroom-screen";

type PhoneProps = ScreenProps & {
  unreadCount: number;
  onHold(): void;
  /** null: the last phone stays. */
  onRemove: (() => void) | null;
};

export function Phone(props: PhoneProps) {
  const { phone, world, isCurrent, unreadCount, focusRequest, onHold } = props;
  const section = useRef<HTMLElement>(null);
  const role = roleAt(world, phone);

  useEffect(() => {
    if (focusRequest > 0) section.current?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [focusRequest]);

  return (
    <section
      ref={section}
      className="phone"
      data-role={role}
      data-current={isCurrent}
      data-unread={unreadCount > 0}
      aria-label={`Ponsel ${ROLE_NAMES[role]}: ${nameOf(world, phone)}`}
      onPointerEnter={onHold}
      onFocusCapture={onHold}
    >
      <PhoneOwner
        phone={phone}
        world={world}
        unreadCount={unreadCount}
        onChange={props.onChange}
        onRemove={props.onRemove}
      />
      <div className="phone-body">
        <div className="phone-screen">
          <StatusBar />
          {phone.kind === "person" ? (
            <Chat {...props} phone={phone} key={`${phone.device} ${phone.number}`} />
          ) : (
            <ShowroomScreen {...props} phone={phone} key={phone.device} />
          )}
        </div>
      </div>
    </section>
  );
}

const clockFormat = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit" });

function StatusBar() {
  return (
    <div className="status-bar" aria-hidden="true">
      <span>{clockFormat.format(new Date())}</span>
      <svg viewBox="0 0 46 12" className="h-3 w-auto" fill="currentColor" aria-hidden="true">
        <path d="M0 9h2.5v3H0zM4 6.5h2.5V12H4zM8 3.5h2.5V12H8zM12 0h2.5v12H12z" />
        <rect x="22.6" y="0.6" width="19.8" height="10.8" rx="3" fill="none" stroke="currentColor" opacity=".6" />
        <rect x="24.2" y="2.2" width="13.5" height="7.6" rx="1.6" />
        <path d="M44 4v4c.9-.3 1.5-1.1 1.5-2S44.9 4.3 44 4Z" opacity=".6" />
      </svg>
    </div>
  );
}
