import { Plus, Smartphone } from "lucide-react";
import { Badge, StatusBadge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { Table } from "../ui/table";
import { SETTINGS, SettingsPage } from "./settings-page";

export type DeviceRow = {
  id: string;
  /** For people: "0812-3456-789". */
  number: string;
  gateway: string;
  status: string;
  botEnabled: boolean;
  branch: string;
  seen: string;
};

const NEW = `${SETTINGS}/whatsapp/baru`;

export function DevicesPage({ rows }: { rows: readonly DeviceRow[] }) {
  const add = (
    <LinkButton href={NEW} variant="primary" icon={<Plus aria-hidden="true" />}>
      Tambah nomor
    </LinkButton>
  );
  return (
    <SettingsPage
      title="Nomor WhatsApp"
      description="Nomor yang dihubungi pelanggan dan dipakai tim untuk perintah."
      actions={rows.length > 0 && add}
    >
      {rows.length === 0 ? (
        <Card>
          <EmptyState icon={<Smartphone aria-hidden="true" />} title="Belum ada nomor" action={add}>
            Sambungkan nomor WhatsApp showroom supaya asisten bisa mulai menjawab.
          </EmptyState>
        </Card>
      ) : (
        <Card isFlush>
          <Table
            caption="Nomor WhatsApp"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "number",
                header: "Nomor",
                isMain: true,
                cell: ({ id, number }) => (
                  <a className="link num" href={`${SETTINGS}/whatsapp/${id}`}>
                    {number}
                  </a>
                ),
              },
              { key: "status", header: "Status", cell: ({ status }) => <StatusBadge kind="device" status={status} /> },
              {
                key: "bot",
                header: "Asisten",
                cell: ({ botEnabled }) => (
                  <Badge tone={botEnabled ? "success" : "neutral"}>{botEnabled ? "Menjawab" : "Diam"}</Badge>
                ),
              },
              { key: "gateway", header: "Penyedia", cell: ({ gateway }) => gateway },
              { key: "branch", header: "Cabang", cell: ({ branch }) => branch },
              { key: "seen", header: "Terakhir terlihat", isWideOnly: true, cell: ({ seen }) => seen },
            ]}
          />
        </Card>
      )}
    </SettingsPage>
  );
}
