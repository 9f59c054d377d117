import { CalendarOff } from "lucide-react";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { controlProps, FieldError, fieldId } from "../ui/field";
import { FormErrors, HiddenFields } from "../ui/form";
import { KeptForm } from "../ui/kept-form";
import { TextInput } from "../ui/text-input";
import { TimeInput } from "./hours-fields";
import { SETTINGS } from "./settings-page";

export type HolidayValues = { date: string; name: string; from: string; to: string };
export type HolidaysProps = {
  rows: { date: string; label: string; name: string; hours: string; isPast: boolean }[];
  values: HolidayValues;
  errors: Record<string, string>;
  /** National days with a fixed date that are not on the list yet. */
  suggestions: { date: string; label: string; name: string }[];
};

const LABELS = { date: "Tanggal", name: "Nama hari libur", hours: "Jam buka" };

/** Days that differ from their week: closed, or other hours. */
export function Holidays({ rows, values, errors, suggestions }: HolidaysProps) {
  return (
    <Card
      id="libur"
      title="Hari libur"
      description="Situs dan asisten memberi tahu pelanggan sebulan sebelumnya, misalnya “25 Des (Natal): Tutup”."
    >
      <div className="stack">
        {rows.length === 0 ? (
          <EmptyState icon={<CalendarOff aria-hidden="true" />} title="Belum ada hari libur" headingLevel={3}>
            Tambahkan tanggal saat showroom tutup atau jamnya berbeda.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <HolidayRow key={row.date} row={row} />
            ))}
          </ul>
        )}
        {suggestions.length > 0 && <Suggestions suggestions={suggestions} />}
        <AddHoliday values={values} errors={errors} />
      </div>
    </Card>
  );
}

function HolidayRow({ row }: { row: HolidaysProps["rows"][number] }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2">
      <span className="min-w-0">
        <span className={row.isPast ? "text-muted" : "font-medium text-ink"}>{row.label}</span> · {row.name}
        <span className="text-muted"> · {row.isPast ? "sudah lewat" : row.hours}</span>
      </span>
      <form method="post" action={`${SETTINGS}/jam/libur/hapus`}>
        <HiddenFields fields={{ date: row.date }} />
        <Button variant="danger-quiet" size="sm" aria-label={`Hapus ${row.name}, ${row.label}`}>
          Hapus
        </Button>
      </form>
    </li>
  );
}

function Suggestions({ suggestions }: Pick<HolidaysProps, "suggestions">) {
  return (
    <div>
      <p className="field-hint mb-1.5">Tambah cepat, tutup seharian:</p>
      <div className="flex flex-wrap gap-2">
        {suggestions.map(({ date, label, name }) => (
          <form key={date} method="post" action={`${SETTINGS}/jam/libur`}>
            <HiddenFields fields={{ date, name, from: "", to: "" }} />
            <Button size="sm">
              + {label} {name}
            </Button>
          </form>
        ))}
      </div>
    </div>
  );
}

function AddHoliday({ values, errors }: Pick<HolidaysProps, "values" | "errors">) {
  const { "aria-describedby": describedBy } = controlProps("hours", true, errors.hours);
  return (
    <KeptForm
      action={`${SETTINGS}/jam/libur`}
      hasCameBack={Object.keys(errors).length > 0}
      className="stack border-t border-line pt-4"
    >
      <FormErrors errors={errors} labels={LABELS} />
      <div className="form-grid">
        <TextInput name="date" type="date" label="Tanggal" value={values.date} error={errors.date} />
        <TextInput name="name" label="Nama hari libur" placeholder="Natal" value={values.name} error={errors.name} />
        <fieldset className="field wide" id={fieldId("hours")} aria-describedby={describedBy}>
          <legend className="field-label">Jam buka</legend>
          <div className="flex items-center gap-2">
            <TimeInput name="from" label="Buka" value={values.from} />
            <span aria-hidden="true">–</span>
            <TimeInput name="to" label="Tutup" value={values.to} />
          </div>
          <p id={`${fieldId("hours")}-hint`} className="field-hint">
            Kosongkan kalau tutup seharian.
          </p>
          <FieldError name="hours" error={errors.hours} />
        </fieldset>
      </div>
      <div className="form-actions">
        <Button>Tambah hari libur</Button>
      </div>
    </KeptForm>
  );
}
