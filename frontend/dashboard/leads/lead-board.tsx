import { StatusBadge, statusLabel, statusOptions } from "../ui/badge";
import { Button } from "../ui/button";
import { HiddenFields } from "../ui/form";
import { Ago } from "../ui/time";
import { LEADS, leadsHref } from "./leads-address";
import type { LeadRowView, LeadsView } from "./leads-view";

/** A column per status; a card moves by its own little form, so that it works everywhere and for everybody. */
export function LeadBoard({ view }: { view: LeadsView }) {
  const back = leadsHref({ ...view.filters, isBoard: true });
  return (
    <section
      aria-label="Papan lead"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-3 md:mx-0 md:px-0"
    >
      {view.columns.map(({ status, total, rows }) => (
        <section key={status} aria-labelledby={`kolom-${status}`} className="w-[17rem] flex-none snap-start">
          <h2 id={`kolom-${status}`} className="mb-2 flex items-center gap-2 px-1 text-[0.9375rem]">
            <StatusBadge kind="lead" status={status} />
            <span className="num font-normal text-muted">{total}</span>
          </h2>
          <ul className="flex min-h-24 flex-col gap-2 rounded-xl bg-sunken p-2">
            {rows.length === 0 && <li className="px-2 py-4 text-center text-muted">Kosong</li>}
            {rows.map((lead) => (
              <li key={lead.id}>
                <BoardCard lead={lead} back={back} view={view} />
              </li>
            ))}
            {total > rows.length && (
              <li className="px-2 py-1 text-center">
                <a className="link" href={leadsHref({ ...view.filters, status })}>
                  Lihat semua {statusLabel("lead", status).toLowerCase()}
                </a>
              </li>
            )}
          </ul>
        </section>
      ))}
    </section>
  );
}

function BoardCard({ lead, back, view }: { lead: LeadRowView; back: string; view: LeadsView }) {
  const { title } = lead;
  return (
    <article className="card p-3">
      <div className="flex items-baseline justify-between gap-2">
        <a className="min-w-0 truncate font-semibold text-ink hover:underline" href={`${LEADS}/${lead.id}`}>
          {title}
        </a>
        <span className="num flex-none text-muted">{lead.score}/10</span>
      </div>
      <p className="line-clamp-2">{lead.cars || lead.reason || "Belum jelas"}</p>
      <p className="text-[0.8125rem] text-muted">
        {lead.assignee ?? "Belum ada sales"} · <Ago at={lead.updatedAt} now={view.now} timezone={view.timezone} />
      </p>
      <form method="post" action={`${LEADS}/${lead.id}/status`} className="mt-2 flex gap-1.5">
        <HiddenFields fields={{ kembali: back }} />
        <select
          name="status"
          aria-label={`Status ${title}`}
          defaultValue={lead.status}
          className="input min-h-8! py-0!"
        >
          {statusOptions("lead").map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <Button size="sm" aria-label={`Pindah: ${title}`}>
          Pindah
        </Button>
      </form>
    </article>
  );
}
