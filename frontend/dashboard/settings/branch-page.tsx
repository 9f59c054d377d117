import { Trash2 } from "lucide-react";
import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { RadioGroup } from "../ui/choices";
import { ConfirmForm, FormErrors } from "../ui/form";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { type DayFields, HoursFields } from "./hours-fields";
import { CopyHours } from "./hours-page";
import { PLACE_LABELS, PlaceFields } from "./place-fields";
import { type FormState, SETTINGS, SettingsPage } from "./settings-page";

export type BranchValues = {
  name: string;
  address: string;
  city: string;
  mapsUrl: string;
  phone: string;
  hoursMode: "showroom" | "own";
  days: DayFields[];
};

export type BranchPageProps = FormState<BranchValues> & { branchId: string | null; showroomHours: string };

const LIST = { href: `${SETTINGS}/cabang`, label: "Cabang" };
const LABELS = {
  name: "Nama cabang",
  phone: "Telepon",
  ...PLACE_LABELS,
};

export function BranchPage({ values, errors, branchId, showroomHours }: BranchPageProps) {
  const days = Object.fromEntries(values.days.map(({ key, name }) => [key, name]));
  return (
    <SettingsPage
      title={branchId ? values.name || "Cabang" : "Cabang baru"}
      back={LIST}
      actions={
        branchId && (
          <LinkButton
            href={`${LIST.href}/${branchId}/hapus`}
            variant="danger-quiet"
            icon={<Trash2 aria-hidden="true" />}
          >
            Hapus
          </LinkButton>
        )
      }
    >
      <form method="post" className="stack">
        <FormErrors errors={errors} labels={{ ...LABELS, ...days }} />
        <Card title="Tempat">
          <div className="form-grid">
            <TextInput name="name" label="Nama cabang" value={values.name} error={errors.name} required />
            <TextInput name="phone" type="tel" label="Telepon" value={values.phone} error={errors.phone} isOptional />
            <PlaceFields values={values} errors={errors} />
          </div>
        </Card>
        <Card title="Jam buka" description="Hari libur showroom berlaku juga di cabang.">
          <div className="group/hours stack">
            <RadioGroup
              name="hoursMode"
              legend="Jam buka cabang"
              isLegendHidden
              value={values.hoursMode}
              options={[
                { value: "showroom", label: "Sama dengan showroom", hint: showroomHours },
                { value: "own", label: "Jam sendiri", hint: "Isi di bawah ini." },
              ]}
            />
            <div className="hidden border-t border-line pt-3 group-has-[input[value=own]:checked]/hours:block">
              <HoursFields days={values.days} errors={errors} />
              <CopyHours days={values.days} />
            </div>
          </div>
        </Card>
        <div className="form-actions">
          <Button variant="primary">{branchId ? "Simpan" : "Tambah cabang"}</Button>
          <LinkButton href={LIST.href}>Batal</LinkButton>
        </div>
      </form>
    </SettingsPage>
  );
}

export type DeleteBranchProps = {
  id: string;
  name: string;
  cars: number;
  people: number;
  devices: number;
  others: { id: string; name: string }[];
};

export function DeleteBranchPage({ id, name, cars, people, devices, others }: DeleteBranchProps) {
  const owned = [
    [cars, "mobil"],
    [people, "orang"],
    [devices, "nomor WhatsApp"],
  ] as const;
  const parts = owned.filter(([count]) => count > 0).map(([count, noun]) => `${count} ${noun}`);
  return (
    <ConfirmForm
      action={`${LIST.href}/${id}/hapus`}
      title={`Hapus ${name}?`}
      submitLabel="Hapus cabang"
      cancelHref={`${LIST.href}/${id}`}
    >
      <div className="stack">
        <p>Cabang ini hilang dari situs saat itu juga. Penghapusan tidak bisa dibatalkan.</p>
        {parts.length > 0 && (
          <Select
            name="moveToId"
            label={`Pindahkan ${parts.join(", ")} ke`}
            placeholder="Tanpa cabang"
            options={others.map((branch) => ({ value: branch.id, label: branch.name }))}
          />
        )}
      </div>
    </ConfirmForm>
  );
}
