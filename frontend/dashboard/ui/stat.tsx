import type { ReactNode } from "react";

export type StatProps = {
  label: ReactNode;
  /** Already formatted. */
  value: ReactNode;
  hint?: ReactNode;
  /** Where the number comes from. */
  href?: string;
};

/** One number; several stand in a StatGrid. */
export function Stat({ label, value, hint, href }: StatProps) {
  const content = (
    <>
      <span className="block truncate text-muted">{label}</span>
      <span className="num mt-0.5 block text-xl font-semibold text-ink">{value}</span>
      {hint && <span className="block text-[0.8125rem] text-muted">{hint}</span>}
    </>
  );
  if (!href) return <div className="card stat">{content}</div>;
  return (
    <a className="card stat" href={href}>
      {content}
    </a>
  );
}

export function StatGrid({ children }: { children: ReactNode }) {
  return <div className="stat-grid">{children}</div>;
}
