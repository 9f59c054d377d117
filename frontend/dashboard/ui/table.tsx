import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  /** Also the label of the value on phones. */
  header: string;
  cell(row: Row): ReactNode;
  /** Numbers stand at the end. */
  align?: "start" | "end";
  /** The cell that names the row: on phones it heads the card, without label. */
  isMain?: boolean;
  /** Left out on phones. */
  isWideOnly?: boolean;
  /** Header for screen readers only (checkboxes, actions). */
  isHeaderHidden?: boolean;
  /** Where a click on the header leads, and how the column is sorted now. */
  sort?: { href: string; direction: "asc" | "desc" | null };
};

export type TableProps<Row> = {
  /** What the table lists; read by screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** false keeps a narrow table (two, three short columns) a table on phones. */
  hasCards?: boolean;
};

/** Rows of one kind; on phones each row is a card. Put it into a `<Card isFlush>`. */
export function Table<Row>({ caption, columns, rows, rowKey, hasCards = true }: TableProps<Row>) {
  return (
    <table className={hasCards ? "table table-cards" : "table"}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} className={cellClass(column)} data-label={labelOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sort, isHeaderHidden, align } = column;
  return (
    <th
      scope="col"
      className={align === "end" ? "align-end" : undefined}
      aria-sort={sort?.direction ? ARIA_SORT[sort.direction] : undefined}
    >
      {sort ? (
        <a href={sort.href} className="sort-link">
          {header}
          {sort.direction === "asc" && <ArrowUp aria-hidden="true" />}
          {sort.direction === "desc" && <ArrowDown aria-hidden="true" />}
        </a>
      ) : (
        <span className={isHeaderHidden ? "sr-only" : undefined}>{header}</span>
      )}
    </th>
  );
}

function cellClass<Row>({ align, isMain, isWideOnly }: Column<Row>): string | undefined {
  const names = [align === "end" && "align-end", isMain && "cell-main", isWideOnly && "cell-wide-only"];
  return names.filter(Boolean).join(" ") || undefined;
}

function labelOf<Row>({ header, isMain, isHeaderHidden }: Column<Row>): string | undefined {
  return isMain || isHeaderHidden ? undefined : header;
}
