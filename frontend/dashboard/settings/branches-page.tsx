import { Building2, Plus } from "lucide-react";
import { LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { Table } from "../ui/table";
import { SETTINGS, SettingsPage } from "./settings-page";

export type BranchRow = { id: string; name: string; place: string; hours: string; cars: number; people: number };

const NEW = `${SETTINGS}/cabang/baru`;

export function BranchesPage({ rows }: { rows: readonly BranchRow[] }) {
  const add = (
    <LinkButton href={NEW} variant="primary" icon={<Plus aria-hidden="true" />}>
      Tambah cabang
    </LinkButton>
  );
  return (
    <SettingsPage
      title="Cabang"
      description="Tampil di situs dengan alamat dan jamnya; mobil, sales, dan nomor WhatsApp bisa milik satu cabang."
      actions={rows.length > 0 && add}
    >
      {rows.length === 0 ? (
        <Card>
          <EmptyState icon={<Building2 aria-hidden="true" />} title="Belum ada cabang" action={add}>
            Alamat utama diatur di Profil. Tambahkan cabang kalau showroom Anda ada di lebih dari satu tempat.
          </EmptyState>
        </Card>
      ) : (
        <Card isFlush>
          <Table
            caption="Cabang"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: "Cabang",
                isMain: true,
                cell: ({ id, name }) => (
                  <a className="link" href={`${SETTINGS}/cabang/${id}`}>
                    {name}
                  </a>
                ),
              },
              { key: "place", header: "Alamat", cell: ({ place }) => place || "–" },
              { key: "hours", header: "Jam", cell: ({ hours }) => hours },
              { key: "cars", header: "Mobil", align: "end", cell: ({ cars }) => <span className="num">{cars}</span> },
              {
                key: "people",
                header: "Orang",
                align: "end",
                cell: ({ people }) => <span className="num">{people}</span>,
              },
            ]}
          />
        </Card>
      )}
    </SettingsPage>
  );
}
