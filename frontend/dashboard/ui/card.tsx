import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

export type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons or links at the right of the title. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** For a table or list that reaches the card's edges. */
  isFlush?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

export function Card({ title, description, actions, footer, isFlush, id, className = "", children }: CardProps) {
  return (
    <section className={`card ${className}`.trim()} id={id}>
      {(title || actions) && (
        <div className="card-head">
          <div className="min-w-0">
            {title && <h2>{title}</h2>}
            {description && <p className="text-muted">{description}</p>}
          </div>
          {actions && <div className="form-actions">{actions}</div>}
        </div>
      )}
      <div className={isFlush ? (title ? "pt-2" : "") : "card-body"}>{children}</div>
      {footer && <div className="card-foot">{footer}</div>}
    </section>
  );
}

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The page above this one. */
  back?: { href: string; label: string };
  /** Beside the title: a status. */
  badge?: ReactNode;
  actions?: ReactNode;
};

/** The page's only h1, with what can be done here. */
export function PageHeader({ title, description, back, badge, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-3 md:mb-5">
      <div className="min-w-0">
        {back && (
          <a
            href={back.href}
            className="mb-1 inline-flex min-h-6 items-center gap-1 font-medium text-muted hover:text-ink"
          >
            <ArrowLeft aria-hidden="true" className="size-4" />
            {back.label}
          </a>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-xl md:text-[1.375rem]">{title}</h1>
          {badge}
        </div>
        {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
      </div>
      {actions && <div className="form-actions">{actions}</div>}
    </header>
  );
}

/** Pairs of term and value; a value that is null is left out. */
export function Facts({ items }: { items: readonly { term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== "")
        .map(({ term, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a term may be any node, and the list never changes
          <div key={index} className="contents">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
