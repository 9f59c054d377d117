import type { ReactNode } from "react";
import { FlashMessage } from "./flash-message";
import { BottomBar, TopBar } from "./phone-bars";
import type { FlashView, ShellView } from "./shell-view";
import { Sidebar } from "./sidebar";

export type ShellProps = {
  shell: ShellView;
  flash: FlashView | null;
  /** "full": the page takes the whole height and scrolls inside (inbox). */
  layout?: "page" | "full";
  children: ReactNode;
};

/** Navigation around a page: a sidebar on desktops, bars on top and bottom on phones. No script needed. */
export function Shell({ shell, flash, layout = "page", children }: ShellProps) {
  return (
    <div className="shell">
      <a href="#konten" className="btn btn-primary skip-link">
        Langsung ke isi
      </a>
      <Sidebar shell={shell} />
      <TopBar shell={shell} />
      <main id="konten" tabIndex={-1} className={layout === "full" ? "shell-full" : "shell-main"}>
        {flash && <FlashMessage flash={flash} />}
        {children}
      </main>
      <BottomBar shell={shell} />
    </div>
  );
}
