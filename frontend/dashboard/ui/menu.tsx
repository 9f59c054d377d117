import type { ReactNode } from "react";

export type MenuProps = {
  /** What the summary shows. */
  label: ReactNode;
  /** Classes of the summary: "btn btn-secondary", "nav-link" … */
  summaryClassName?: string;
  /** Where the list stands: "right-0 top-full mt-1", "bottom-full mb-1 left-0" … */
  listClassName?: string;
  /** For a summary that shows only an icon. */
  ariaLabel?: string;
  children: ReactNode;
};

/** A menu that opens without a script. Items: MenuLink, MenuButton. */
export function Menu({
  label,
  summaryClassName = "btn btn-secondary",
  listClassName = "right-0 top-full mt-1",
  ariaLabel,
  children,
}: MenuProps) {
  return (
    <details className="menu" name="menu">
      <summary className={summaryClassName}>
        {label}
        {ariaLabel && <span className="sr-only">{ariaLabel}</span>}
      </summary>
      <div className={`menu-list ${listClassName}`}>{children}</div>
    </details>
  );
}

export function MenuLink({
  href,
  icon,
  isCurrent,
  children,
}: {
  href: string;
  icon?: ReactNode;
  isCurrent?: boolean;
  children: ReactNode;
}) {
  return (
    <a href={href} className="menu-item" aria-current={isCurrent ? "page" : undefined}>
      {icon}
      {children}
    </a>
  );
}

/** Posts to `action`. */
export function MenuButton(props: {
  action: string;
  icon?: ReactNode;
  isDanger?: boolean;
  fields?: Record<string, string>;
  children: ReactNode;
}) {
  const { action, icon, isDanger, fields = {}, children } = props;
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className={isDanger ? "menu-item menu-item-danger" : "menu-item"}>
        {icon}
        {children}
      </button>
    </form>
  );
}
