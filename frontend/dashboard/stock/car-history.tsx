import type { ReactNode } from "react";
import { Badge } from "../ui/badge";

export type HistoryEntryView = {
  id: string;
  /** "Data diubah", "Terbit" … */
  title: string;
  by: string;
  /** "dashboard", "WhatsApp", "otomatis" */
  from: string;
  at: ReactNode;
  isUndo: boolean;
  changes: readonly { label: string; from: string; to: string }[];
};

/** Newest first. */
export function CarHistory({ entries, olderHref }: { entries: readonly HistoryEntryView[]; olderHref: string | null }) {
  if (entries.length === 0) return <p className="text-muted">Belum ada perubahan yang tercatat.</p>;
  return (
    <div className="stack">
      <ol className="stack">
        {entries.map((entry) => (
          <li key={entry.id} className="border-l-2 border-line pl-3">
            <p className="font-medium text-ink">
              {entry.title} {entry.isUndo && <Badge>Diurungkan</Badge>}
            </p>
            {entry.changes.length > 0 && (
              <ul className="text-[0.8125rem]">
                {entry.changes.map((change) => (
                  <li key={change.label} className="break-words">
                    {change.label}: <s className="text-muted">{change.from}</s> <span className="sr-only">menjadi</span>
                    <span aria-hidden="true">→</span> {change.to}
                  </li>
                ))}
              </ul>
            )}
            <p className="text-[0.8125rem] text-muted">
              {entry.by} · {entry.from} · {entry.at}
            </p>
          </li>
        ))}
      </ol>
      {olderHref && (
        <a className="link" href={olderHref}>
          Lihat yang lebih lama
        </a>
      )}
    </div>
  );
}
