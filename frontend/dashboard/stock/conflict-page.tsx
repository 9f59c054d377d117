import type { ReactNode } from "react";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { RadioGroup } from "../ui/choices";
import { Alert } from "../ui/feedback";
import { HiddenFields } from "../ui/form";
import { CarHistory, type HistoryEntryView } from "./car-history";
import { STOCK_HREF } from "./stock-view";

export type ConflictField = {
  name: string;
  label: string;
  /** Who changed it and when. */
  changedBy: ReactNode;
  theirs: string;
  mine: string;
  /** Whether the one who saves had changed it at all. */
  isMineChanged: boolean;
};

export type ConflictPageProps = {
  carId: string;
  publicName: string;
  /** The revision that a choice is made on. */
  revision: number;
  /** Everything that was typed; goes along unseen. */
  typed: Record<string, string>;
  fields: readonly ConflictField[];
  /** All that happened meanwhile. */
  changes: readonly HistoryEntryView[];
};

/** Somebody else saved first: what they changed, and a choice per field. Nothing typed is lost. */
export function ConflictPage({ carId, publicName, revision, typed, fields, changes }: ConflictPageProps) {
  return (
    <div className="mx-auto max-w-2xl stack">
      <PageHeader
        title="Unit ini baru saja diubah orang lain"
        back={{ href: `${STOCK_HREF}/${carId}`, label: publicName }}
      />
      <Alert tone="warning" title="Perubahan Anda belum disimpan">
        {fields.length > 0
          ? "Untuk tiap isian di bawah, pilih nilai yang dipakai. Isian Anda yang lain tetap ikut disimpan."
          : "Yang diubah tidak bertabrakan dengan isian Anda. Simpan lagi untuk melanjutkan."}
      </Alert>
      <form method="post" action={`${STOCK_HREF}/${carId}`} className="stack">
        <HiddenFields fields={{ ...typed, revision: String(revision) }} />
        {fields.map((field) => (
          <Card key={field.name}>
            <RadioGroup
              name={`pick.${field.name}`}
              legend={field.label}
              value={field.isMineChanged ? "mine" : "theirs"}
              options={[
                { value: "theirs", label: field.theirs, hint: <>Sekarang tersimpan · {field.changedBy}</> },
                {
                  value: "mine",
                  label: field.mine,
                  hint: field.isMineChanged ? "Isian Anda" : "Nilai lama di formulir Anda",
                },
              ]}
            />
          </Card>
        ))}
        <div className="form-actions">
          <Button variant="primary">Simpan pilihan</Button>
          <LinkButton href={`${STOCK_HREF}/${carId}`}>Buang isian saya</LinkButton>
        </div>
      </form>
      <Card title="Yang terjadi sementara itu">
        <CarHistory entries={changes} olderHref={null} />
      </Card>
    </div>
  );
}
