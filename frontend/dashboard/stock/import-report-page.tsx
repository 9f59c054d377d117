import { formatCount } from "../../ui/format";
import { Badge, type Tone } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { HiddenFields } from "../ui/form";
import { Stat, StatGrid } from "../ui/stat";
import { type Column, Table } from "../ui/table";
import { STOCK_HREF } from "./stock-view";

export type ImportRowView = {
  line: number;
  name: string;
  outcome: "create" | "update" | "unchanged" | "error";
  /** "Harga: Rp 185.000.000 → Rp 180.000.000", a note, or what is wrong. */
  details: readonly string[];
  href: string | null;
};

export type ImportReportPageProps = {
  /** false: a dry run, nothing is saved yet. */
  isDone: boolean;
  counts: Record<ImportRowView["outcome"], number>;
  rows: readonly ImportRowView[];
  ignoredHeaders: readonly string[];
  /** The sheet itself, to be sent back when it is confirmed. */
  sheet: string | null;
};

export function ImportReportPage({ isDone, counts, rows, ignoredHeaders, sheet }: ImportReportPageProps) {
  const writes = counts.create + counts.update;
  return (
    <div className="stack">
      <PageHeader
        title={isDone ? "Impor selesai" : "Periksa sebelum disimpan"}
        {...(!isDone && { description: "Belum ada yang disimpan." })}
        back={isDone ? { href: STOCK_HREF, label: "Stok" } : { href: `${STOCK_HREF}/impor`, label: "Pilih file lain" }}
      />
      <StatGrid>
        <Stat label={isDone ? "Unit baru" : "Akan dibuat"} value={formatCount(counts.create)} />
        <Stat label={isDone ? "Diperbarui" : "Akan diperbarui"} value={formatCount(counts.update)} />
        <Stat label="Tidak berubah" value={formatCount(counts.unchanged)} />
        <Stat label={isDone ? "Dilewati" : "Bermasalah"} value={formatCount(counts.error)} />
      </StatGrid>
      {ignoredHeaders.length > 0 && (
        <Alert tone="warning" title="Kolom ini tidak dipakai">
          {ignoredHeaders.join(", ")}
        </Alert>
      )}
      {isDone ? (
        <div className="form-actions">
          <LinkButton href={`${STOCK_HREF}?sort=updated`} variant="primary">
            Lihat stok
          </LinkButton>
        </div>
      ) : (
        <Confirm writes={writes} errors={counts.error} sheet={sheet ?? ""} />
      )}
      <Card isFlush>
        <Table caption="Hasil per baris" columns={columns} rows={rows} rowKey={({ line }) => String(line)} />
      </Card>
    </div>
  );
}

function Confirm({ writes, errors, sheet }: { writes: number; errors: number; sheet: string }) {
  if (writes === 0) {
    return (
      <Alert tone="danger" title="Tidak ada yang bisa disimpan">
        {errors > 0 ? "Perbaiki baris di bawah di file Anda, lalu unggah lagi." : "Semua unit sudah sama dengan stok."}
      </Alert>
    );
  }
  return (
    <form method="post" action={`${STOCK_HREF}/impor/jalankan`} encType="multipart/form-data" className="form-actions">
      <HiddenFields fields={{ sheet }} />
      <Button variant="primary">Simpan {formatCount(writes)} unit</Button>
      <LinkButton href={`${STOCK_HREF}/impor`}>Batal</LinkButton>
      {errors > 0 && <p className="text-muted">{formatCount(errors)} baris bermasalah akan dilewati.</p>}
    </form>
  );
}

const outcomes: Record<ImportRowView["outcome"], [string, Tone]> = {
  create: ["Baru", "success"],
  update: ["Diperbarui", "info"],
  unchanged: ["Sama", "neutral"],
  error: ["Bermasalah", "danger"],
};

const columns: readonly Column<ImportRowView>[] = [
  { key: "line", header: "Baris", cell: ({ line }) => line },
  {
    key: "name",
    header: "Unit",
    isMain: true,
    cell: ({ name, href }) =>
      href ? (
        <a className="link" href={href}>
          {name}
        </a>
      ) : (
        <strong>{name || "–"}</strong>
      ),
  },
  {
    key: "outcome",
    header: "Hasil",
    cell: ({ outcome }) => <Badge tone={outcomes[outcome][1]}>{outcomes[outcome][0]}</Badge>,
  },
  {
    key: "details",
    header: "Rincian",
    cell: ({ details }) => (
      <ul>
        {details.map((detail) => (
          <li key={detail} className="break-words">
            {detail}
          </li>
        ))}
      </ul>
    ),
  },
];
