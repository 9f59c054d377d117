import { type CarChangeRecord, carFieldLabel, describeCarField, type FieldValue } from "@/backend/features/cars";
import type { HistoryEntryView } from "@/frontend/dashboard/stock/car-history";
import { DateTime } from "@/frontend/dashboard/ui/time";

const titles: Record<string, string> = {
  created: "Unit ditambahkan",
  published: "Diterbitkan",
  status_changed: "Status diubah",
  price_changed: "Harga diubah",
  edited: "Data diubah",
};

const channels = { web: "dashboard", wa: "WhatsApp", system: "otomatis" } as const;

export type HistoryWords = { timezone: string; branchNames: ReadonlyMap<string, string> };

export function toHistoryView(records: readonly CarChangeRecord[], words: HistoryWords): HistoryEntryView[] {
  return records.map(({ id, type, at, by, channel, changes, isUndo }) => ({
    ...{ id, by, isUndo },
    title: titles[type] ?? "Diubah",
    from: channels[channel],
    at: <DateTime at={at} timezone={words.timezone} />,
    changes: changes.map(({ field, from, to }) => ({
      label: carFieldLabel(field),
      from: shortened(describeCarField(field, from, words.branchNames)),
      to: shortened(describeCarField(field, to, words.branchNames)),
    })),
  }));
}

export function describe(field: string, value: FieldValue | undefined, words: HistoryWords): string {
  return shortened(describeCarField(field, value ?? null, words.branchNames));
}

/** A whole description has no place in a list. */
function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
