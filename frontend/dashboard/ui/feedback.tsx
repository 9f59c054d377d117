import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type AlertProps = { tone?: "info" | "success" | "warning" | "danger"; title?: ReactNode; children?: ReactNode };

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** A word about the page; what just happened is a flash (see `seeOther`). */
export function Alert({ tone = "info", title, children }: AlertProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`alert alert-${tone}`} role={tone === "danger" ? "alert" : undefined}>
      <Icon aria-hidden="true" />
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}

export type EmptyStateProps = {
  /** An icon of lucide-react. */
  icon?: ReactNode;
  title: ReactNode;
  /** Why it is empty and what fills it. */
  children?: ReactNode;
  action?: ReactNode;
  headingLevel?: 2 | 3;
};

export function EmptyState({ icon, title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      {icon}
      <Heading className="text-[0.9375rem]">{title}</Heading>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
