import { History } from "lucide-react";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { DateTime } from "../ui/time";
import { ASSISTANT_LABELS, settingInWords } from "./assistant-labels";
import { SETTINGS, SettingsPage } from "./settings-page";

export type HistoryEntry = {
  version: number;
  who: string;
  at: string;
  isCurrent: boolean;
  changes: { key: keyof typeof ASSISTANT_LABELS; before: string; after: string }[];
};

export function AssistantHistoryPage({ entries, timezone }: { entries: readonly HistoryEntry[]; timezone: string }) {
  return (
    <SettingsPage
      title="Riwayat asisten"
      description="Siapa mengubah apa. Memulihkan membuat versi baru, jadi tidak ada yang hilang."
      back={{ href: `${SETTINGS}/asisten`, label: "Asisten" }}
    >
      {entries.length === 0 ? (
        <Card>
          <EmptyState icon={<History aria-hidden="true" />} title="Belum ada perubahan">
            Asisten memakai pengaturan bawaan. Setiap perubahan akan tercatat di sini.
          </EmptyState>
        </Card>
      ) : (
        entries.map((entry) => <Entry key={entry.version} entry={entry} timezone={timezone} />)
      )}
    </SettingsPage>
  );
}

function Entry({ entry, timezone }: { entry: HistoryEntry; timezone: string }) {
  const { version, who, at, isCurrent, changes } = entry;
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          Versi {version}
          {isCurrent && (
            <Badge tone="success" hasDot>
              Dipakai sekarang
            </Badge>
          )}
        </span>
      }
      description={
        <>
          {who} · <DateTime at={at} timezone={timezone} />
        </>
      }
      actions={
        !isCurrent && (
          <form method="post" action={`${SETTINGS}/asisten/riwayat/${version}/pulihkan`}>
            <Button size="sm" aria-label={`Pulihkan versi ${version}`}>
              Pulihkan
            </Button>
          </form>
        )
      }
    >
      {changes.length === 0 ? (
        <p className="text-muted">Disimpan tanpa perubahan.</p>
      ) : (
        <ul className="grid gap-3">
          {changes.map((change) => (
            <Change key={change.key} change={change} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Change({ change }: { change: HistoryEntry["changes"][number] }) {
  const { key, before, after } = change;
  return (
    <li>
      <p className="font-medium text-ink">{ASSISTANT_LABELS[key]}</p>
      <p className="break-words whitespace-pre-line text-muted">
        <span className="sr-only">Sebelumnya: </span>
        <del>{settingInWords(key, before)}</del>
      </p>
      <p className="break-words whitespace-pre-line">
        <span className="sr-only">Menjadi: </span>
        <ins className="no-underline">{settingInWords(key, after)}</ins>
      </p>
    </li>
  );
}
