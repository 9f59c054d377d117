import { PhoneIcon } from "./icons";

export function TopBar({ isConnected }: { isConnected: boolean }) {
  return (
    <header className="top-bar">
      <span className="top-bar-mark">
        <PhoneIcon name="car" className="size-5" />
      </span>
      <h1 className="font-semibold text-ink tracking-tight">
        AutoLeads <span className="font-normal text-muted">· Simulator WhatsApp</span>
      </h1>
      <p className="top-bar-pitch">
        Tiga ponsel, satu showroom. Pesan lewat jalur yang sama seperti WhatsApp sungguhan.
      </p>
      <p className="live-state" data-connected={isConnected} role="status">
        <span className="live-dot" aria-hidden="true" />
        <span className="live-word">{isConnected ? "Tersambung" : "Menyambung…"}</span>
      </p>
    </header>
  );
}
