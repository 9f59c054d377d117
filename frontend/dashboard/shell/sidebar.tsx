import { ChevronsUpDown, ExternalLink } from "lucide-react";
import { Avatar } from "../ui/avatar";
import { Menu } from "../ui/menu";
import { SECTIONS, UnreadBadge } from "./sections";
import type { ShellView } from "./shell-view";
import { UserMenuItems } from "./user-menu";

/** The navigation on desktops. */
export function Sidebar({ shell }: { shell: ShellView }) {
  return (
    <aside className="sidebar" aria-label="Navigasi">
      <div className="mb-3 px-2.5 pt-1">
        <p className="line-clamp-2 font-semibold text-[0.9375rem] text-ink leading-snug">{shell.showroomName}</p>
        <a
          href={shell.siteHref}
          className="inline-flex min-h-6 items-center gap-1 text-[0.8125rem] text-muted hover:text-ink"
        >
          Lihat website
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </a>
      </div>
      <nav aria-label="Menu utama" className="flex-1">
        <ul className="flex flex-col gap-0.5">
          {shell.sections.map((section) => {
            const { href, label, Icon } = SECTIONS[section];
            return (
              <li key={section}>
                <a href={href} className="nav-link" aria-current={section === shell.active ? "page" : undefined}>
                  <Icon aria-hidden="true" />
                  <span className="flex-1">{label}</span>
                  {section === "inbox" && <UnreadBadge count={shell.unreadCount} />}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <Menu
        summaryClassName="nav-link py-1.5"
        listClassName="bottom-full left-0 mb-1 w-full"
        label={
          <>
            <Avatar name={shell.userName} />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block truncate text-ink">{shell.userName}</span>
              <span className="block text-xs font-normal text-muted">{shell.roleLabel}</span>
            </span>
            <ChevronsUpDown aria-hidden="true" className="size-4 text-muted" />
          </>
        }
      >
        <UserMenuItems />
      </Menu>
    </aside>
  );
}
