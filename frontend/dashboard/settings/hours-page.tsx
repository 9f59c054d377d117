import { Copy } from "lucide-react";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Alert } from "../ui/feedback";
import { FormErrors } from "../ui/form";
import { KeptForm } from "../ui/kept-form";
import { Select } from "../ui/select";
import { Holidays, type HolidaysProps } from "./holidays";
import { type DayFields, HoursFields } from "./hours-fields";
import { type FormState, SETTINGS, SettingsPage } from "./settings-page";

export type HoursValues = { timezone: string; days: DayFields[] };
export type HoursPageProps = FormState<HoursValues> & {
  timezones: { value: string; label: string }[];
  /** Hours were copied into the form and are not saved yet: of which day. */
  copiedFrom: string | null;
  holidays: HolidaysProps;
};

export function HoursPage({ values, errors, timezones, copiedFrom, holidays }: HoursPageProps) {
  const labels = Object.fromEntries(values.days.map(({ key, name }) => [key, name]));
  return (
    <SettingsPage title="Jam buka" description="Tampil di situs; asisten memakainya saat menjanjikan balasan sales.">
      {copiedFrom && (
        <Alert tone="warning" title={`Jam ${copiedFrom} sudah disalin ke semua hari.`}>
          Belum tersimpan. Periksa, lalu tekan Simpan jam.
        </Alert>
      )}
      <KeptForm
        action={`${SETTINGS}/jam`}
        hasCameBack={copiedFrom !== null || Object.keys(errors).length > 0}
        className="stack"
      >
        <FormErrors errors={errors} labels={{ timezone: "Zona waktu", ...labels }} />
        <Card title="Jam mingguan">
          <div className="stack">
            <HoursFields days={values.days} errors={errors} />
            <CopyHours days={values.days} />
          </div>
        </Card>
        <Card title="Zona waktu">
          <Select
            name="timezone"
            label="Zona waktu"
            isLabelHidden
            value={values.timezone}
            options={timezones}
            error={errors.timezone}
          />
        </Card>
        <div className="form-actions">
          <Button variant="primary">Simpan jam</Button>
        </div>
      </KeptForm>
      <Holidays {...holidays} />
    </SettingsPage>
  );
}

/** Fills the form again; nothing is saved before "Simpan". */
export function CopyHours({ days }: { days: readonly DayFields[] }) {
  return (
    <div className="flex flex-wrap items-end gap-2 border-t border-line pt-3">
      <Select
        name="copyFrom"
        label="Salin jam ke semua hari dari"
        value="mon"
        options={days.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Button name="salin" value="1" formNoValidate icon={<Copy aria-hidden="true" />}>
        Salin
      </Button>
    </div>
  );
}
