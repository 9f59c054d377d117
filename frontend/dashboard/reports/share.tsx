import type { ReactNode } from "react";
import { formatCount } from "../../ui/format";

/** A count as part of a whole: "24" and a bar. */
export function Share({ label, count, of, hint }: { label: string; count: number; of: number; hint?: ReactNode }) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium text-ink">{label}</span>
        <span className="num shrink-0">
          <b>{formatCount(count)}</b>
          {hint && <span className="text-muted"> · {hint}</span>}
        </span>
      </div>
      <progress className="meter mt-1.5" value={count} max={Math.max(1, of)} aria-label={label} />
    </div>
  );
}

/** 3 of 12 → "25%"; nothing of nothing is "–". */
export function percent(count: number, of: number): string {
  return of === 0 ? "–" : `${Math.round((count / of) * 100)}%`;
}
