import { ChevronLeft, ChevronRight, X } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "../../ui/format";
import { LinkButton } from "./button";

export type TabItem = { href: string; label: ReactNode; count?: number | null; isActive: boolean };

/** Links to sibling views of one page. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="tabs mb-4">
      {items.map((item) => (
        <a key={item.href} href={item.href} className="tab" aria-current={item.isActive ? "page" : undefined}>
          {item.label}
          {item.count != null && <span className="badge num">{formatCount(item.count)}</span>}
        </a>
      ))}
    </nav>
  );
}

export type PaginationProps = {
  page: number;
  totalPages: number;
  /** Of all pages, with its noun: `total={24} noun="unit"` → "24 unit". */
  total: number;
  noun: string;
  hrefOf(page: number): string;
};

/** "1–25"-style paging by page number; nothing but the count when one page holds all. */
export function Pagination({ page, totalPages, total, noun, hrefOf }: PaginationProps) {
  const count = `${formatCount(total)} ${noun}`;
  if (totalPages <= 1) return <p className="text-muted">{count}</p>;
  return (
    <nav aria-label="Halaman" className="flex items-center justify-between gap-3">
      <p className="text-muted">
        Halaman {formatCount(page)} dari {formatCount(totalPages)} · {count}
      </p>
      <div className="form-actions">
        {page > 1 && <PageLink href={hrefOf(page - 1)} direction="prev" label="Sebelumnya" />}
        {page < totalPages && <PageLink href={hrefOf(page + 1)} direction="next" label="Berikutnya" />}
      </div>
    </nav>
  );
}

export type KeysetPagerProps = { newerHref: string | null; olderHref: string | null };

/** Paging of lists that grow at the top. */
export function KeysetPager({ newerHref, olderHref }: KeysetPagerProps) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav aria-label="Halaman" className="flex justify-between gap-3">
      <span>{newerHref && <PageLink href={newerHref} direction="prev" label="Lebih baru" />}</span>
      <span>{olderHref && <PageLink href={olderHref} direction="next" label="Lebih lama" />}</span>
    </nav>
  );
}

function PageLink({ href, direction, label }: { href: string; direction: "prev" | "next"; label: string }) {
  return (
    <LinkButton href={href} rel={direction} size="sm">
      {direction === "prev" && <ChevronLeft aria-hidden="true" />}
      {label}
      {direction === "next" && <ChevronRight aria-hidden="true" />}
    </LinkButton>
  );
}

/** Active filters, each removable by its link. */
export function FilterChips({
  items,
  clearHref,
}: {
  items: readonly { label: string; removeHref: string }[];
  clearHref: string;
}) {
  if (items.length === 0) return null;
  return (
    <ul aria-label="Filter aktif" className="flex flex-wrap items-center gap-2">
      {items.map(({ label, removeHref }) => (
        <li key={removeHref}>
          <a className="chip" href={removeHref}>
            <span className="sr-only">Hapus filter </span>
            {label}
            <X aria-hidden="true" />
          </a>
        </li>
      ))}
      <li>
        <a className="link" href={clearHref}>
          Hapus semua
        </a>
      </li>
    </ul>
  );
}
