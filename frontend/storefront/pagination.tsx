import { Icon } from "../ui/icons";

export type PaginationProps = {
  /** From 1. */
  page: number;
  /** Address of every page: hrefs[0] is page 1. */
  hrefs: string[];
};

const step = "inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-xl px-2 font-semibold text-ink";

export function Pagination({ page, hrefs }: PaginationProps) {
  if (hrefs.length < 2) return null;
  const previous = hrefs[page - 2];
  const next = hrefs[page];

  return (
    <nav
      aria-label="Halaman"
      className="mt-12 flex items-center justify-between gap-1 border-t border-line pt-5 sm:justify-center sm:gap-2"
    >
      {previous && (
        <a href={previous} rel="prev" className={`${step} hover:bg-soft`}>
          <Icon name="chevron-left" className="size-4.5" />
          <span className="max-sm:sr-only">Sebelumnya</span>
        </a>
      )}
      <ul className="flex gap-1">
        {pageWindow(page, hrefs.length).map((number) => (
          <li key={number}>
            {number > 0 ? (
              <PageLink number={number} href={hrefs[number - 1]} isCurrent={number === page} />
            ) : (
              <span className={step}>…</span>
            )}
          </li>
        ))}
      </ul>
      {next && (
        <a href={next} rel="next" className={`${step} hover:bg-soft`}>
          <span className="max-sm:sr-only">Berikutnya</span>
          <Icon name="chevron-right" className="size-4.5" />
        </a>
      )}
    </nav>
  );
}

function PageLink({ number, href, isCurrent }: { number: number; href: string | undefined; isCurrent: boolean }) {
  return (
    <a
      href={href}
      aria-label={`Halaman ${number}`}
      aria-current={isCurrent ? "page" : undefined}
      className={`${step} tabular-nums hover:bg-soft aria-[current]:bg-ink aria-[current]:text-white`}
    >
      {number}
    </a>
  );
}

/** Page numbers to show; a negative number is a gap. */
export function pageWindow(page: number, pageCount: number): number[] {
  const wanted = new Set([1, page - 1, page, page + 1, pageCount]);
  const shown = [...wanted].filter((number) => number >= 1 && number <= pageCount).sort((a, b) => a - b);

  return shown.flatMap((number, index) => {
    const skipped = number - (shown[index - 1] ?? 0) - 1;
    if (skipped === 0) return [number];
    return skipped === 1 ? [number - 1, number] : [-number, number];
  });
}
