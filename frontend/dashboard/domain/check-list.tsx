import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert } from "lucide-react";
import { Card } from "../ui/card";
import { Ago } from "../ui/time";
import { CheckButton } from "./check-button";
import type { CheckView } from "./domain-view";

const TITLES: Record<CheckView["name"], string> = {
  txt: "Bukti kepemilikan (TXT)",
  pointing: "Arah domain",
  wellKnown: "Website terbuka lewat HTTPS",
  www: "Pasangan domain",
};

export type CheckListProps = {
  checks: readonly CheckView[];
  checkedAt: string;
  now: string;
  timezone: string;
  /** A button to look again beside the title. */
  hasButton?: boolean;
};

/** What the last check found, each with the record that is wanted and what to do. */
export function CheckList({ checks, checkedAt, now, timezone, hasButton = false }: CheckListProps) {
  return (
    <Card
      title="Hasil pemeriksaan"
      description={
        <>
          Diperiksa <Ago at={checkedAt} now={now} timezone={timezone} />
        </>
      }
      actions={hasButton && <CheckButton size="sm" />}
      isFlush
    >
      <ul className="divide-y divide-line border-t border-line">
        {checks.map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </Card>
  );
}

function CheckRow({ check }: { check: CheckView }) {
  const { name, ok, wanted, found, advice } = check;
  return (
    <li className="flex gap-3 px-4 py-3">
      <CheckMark check={check} />
      <div className="min-w-0 flex-1">
        <h3 className="text-[0.875rem] text-ink">{TITLES[name]}</h3>
        {ok ? (
          <p className="break-words text-muted">{found.join(", ")}</p>
        ) : (
          <>
            <p className="text-body">{advice}</p>
            <dl className="mt-2 grid gap-x-3 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
              <dt className="text-muted">Diminta</dt>
              <dd>
                <code className="font-mono text-[0.8125rem] break-all text-ink">{wanted}</code>
              </dd>
              <dt className="text-muted">Ditemukan</dt>
              <dd className="break-all text-body">{found.length > 0 ? found.join(", ") : "Belum ada"}</dd>
            </dl>
          </>
        )}
      </div>
    </li>
  );
}

function CheckMark({ check: { ok, required, unknown } }: { check: CheckView }) {
  const [Icon, look, label] = ok
    ? ([CircleCheck, "text-success", "Benar"] as const)
    : unknown
      ? ([CircleHelp, "text-muted", "Belum terbaca"] as const)
      : required
        ? ([CircleAlert, "text-danger", "Belum benar"] as const)
        : ([TriangleAlert, "text-warning", "Perlu dilihat"] as const);
  return (
    <span className={`mt-0.5 shrink-0 ${look}`}>
      <Icon aria-hidden="true" className="size-5" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
