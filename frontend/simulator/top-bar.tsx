import type { ReactNode } from "react";
import { PhoneIcon } from "./icons";

type TopBarProps = {
  isConnected: boolean;
  isGuideShown: boolean;
  onGuide(isShown: boolean): void;
  /** What can be done to the phones. */
  children: ReactNode;
};

export function TopBar({ isConnected, isGuideShown, onGuide, children }: TopBarProps) {
  return (
    <header className="top-bar">
      <button
        type="button"
        className="guide-switch"
        aria-expanded={isGuideShown}
        title={isGuideShown ? "Sembunyikan panduan" : "Tampilkan panduan"}
        onClick={() => onGuide(!isGuideShown)}
      >
        <PhoneIcon name="book" />
        <span className="sr-only">Panduan</span>
      </button>
      <span className="top-bar-mark">
        <PhoneIcon name="car" className="size-5" />
      </span>
      <h1 className="font-semibold text-ink tracking-tight">
        AutoLeads <span className="font-normal text-muted">· Simulator WhatsApp</span>
      </h1>
      <p className="top-bar-pitch">Satu showroom, semua ponselnya. Jalurnya sama dengan WhatsApp sungguhan.</p>
      <p className="live-state" data-connected={isConnected} role="status">
        <span className="live-dot" aria-hidden="true" />
        <span className="live-word">{isConnected ? "Tersambung" : "Menyambung…"}</span>
      </p>
      {children}
    </header>
  );
}
