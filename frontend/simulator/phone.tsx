import { Chat, type ChatProps } from "./chat";
import { ROLE_NAMES, roleAt } from "./people";
import { PhoneOwner } from "./phone-owner";

type PhoneProps = ChatProps & { unreadCount: number; onHold(): void };

export function Phone(props: PhoneProps) {
  const { phone, world, isCurrent, onHold } = props;
  const role = ROLE_NAMES[roleAt(world, phone)];

  return (
    <section
      className="phone"
      data-phone={phone.id}
      data-current={isCurrent}
      data-unread={props.unreadCount > 0}
      aria-label={`Ponsel ${role}: ${phone.name}`}
      onPointerEnter={onHold}
      onFocusCapture={onHold}
    >
      <PhoneOwner phone={phone} world={world} unreadCount={props.unreadCount} onChange={props.onChange} />
      <div className="phone-body">
        <div className="phone-screen">
          <StatusBar />
          <Chat {...props} key={`${phone.device} ${phone.number}`} />
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
