import { Ellipsis, ExternalLink } from "lucide-react";
import { Avatar } from "../ui/avatar";
import { Menu, MenuLink } from "../ui/menu";
import { SECTIONS, UnreadBadge } from "./sections";
import type { Section, ShellView } from "./shell-view";
import { UserMenuItems } from "./user-menu";

const IN_BAR: readonly Section[] = ["ringkasan", "stok", "leads", "inbox"];

/** Whose showroom this is, and who is logged in; on phones and tablets. */
export function TopBar({ shell }: { shell: ShellView }) {
  return (
    <header className="topbar">
      <p className="min-w-0 flex-1 truncate text-[0.9375rem] font-semibold text-ink">{shell.showroomName}</p>
      <Menu
        ariaLabel={`Menu ${shell.userName}`}
        summaryClassName="flex size-10 items-center justify-center rounded-full"
        label={<Avatar name={shell.userName} />}
      >
        <p className="px-2.5 py-1.5 leading-tight">
          <b className="block truncate">{shell.userName}</b>
          <span className="text-xs text-muted">{shell.roleLabel}</span>
        </p>
        <UserMenuItems />
      </Menu>
    </header>
  );
}

/** The navigation on phones and tablets: the four places of every day, the rest behind "Lainnya". */
export function BottomBar({ shell }: { shell: ShellView }) {
  const more = shell.sections.filter((section) => !IN_BAR.includes(section));
  const isMoreActive = shell.active !== null && more.includes(shell.active);
  return (
    <nav aria-label="Menu bawah" className="bottombar">
      {IN_BAR.map((section) => {
        const { href, label, Icon } = SECTIONS[section];
        return (
          <a
            key={section}
            href={href}
            className="bar-link"
            aria-current={section === shell.active ? "page" : undefined}
          >
            <Icon aria-hidden="true" />
            {label}
            {section === "inbox" && <UnreadBadge count={shell.unreadCount} />}
          </a>
        );
      })}
      <Menu
        summaryClassName={isMoreActive ? "bar-link font-semibold text-accent-strong" : "bar-link"}
        listClassName="right-2 bottom-full mb-2"
        label={
          <>
            <Ellipsis aria-hidden="true" />
            Lainnya
          </>
        }
      >
        {more.map((section) => {
          const { href, label, Icon } = SECTIONS[section];
          return (
            <MenuLink key={section} href={href} icon={<Icon aria-hidden="true" />} isCurrent={section === shell.active}>
              {label}
            </MenuLink>
          );
        })}
        <MenuLink href={shell.siteHref} icon={<ExternalLink aria-hidden="true" />}>
          Lihat website
        </MenuLink>
      </Menu>
    </nav>
  );
}
