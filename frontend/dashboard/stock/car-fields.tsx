import { Card } from "../ui/card";
import { Switch } from "../ui/choices";
import { Select } from "../ui/select";
import { NumberInput, Textarea, TextInput } from "../ui/text-input";
import type { CarFormView } from "./car-form-view";

/** All fields of a car in groups; the form around them and its buttons are the page's. */
export function CarFields({ form }: { form: CarFormView }) {
  return (
    <>
      <Identity form={form} />
      <Prices form={form} />
      <Specification form={form} />
      <Words form={form} />
      <Placement form={form} />
      <Suggestions id="known-brands" words={form.brands} />
      <Suggestions id="known-models" words={form.models} />
    </>
  );
}

type Part = { form: CarFormView };

/** Name, label, value and error of one field. */
function of(form: CarFormView, name: string) {
  return { name, label: form.labels[name] ?? name, value: form.values[name] ?? "", error: form.errors[name] };
}

function Identity({ form }: Part) {
  return (
    <Card title="Identitas">
      <div className="form-grid">
        <TextInput {...of(form, "brand")} list="known-brands" required placeholder="Toyota" autoComplete="off" />
        <TextInput {...of(form, "model")} list="known-models" required placeholder="Avanza" autoComplete="off" />
        <TextInput {...of(form, "variant")} isOptional placeholder="1.3 G" autoComplete="off" />
        <TextInput {...of(form, "color")} required placeholder="Hitam" autoComplete="off" />
        <NumberInput {...of(form, "year")} hint="Tahun di NIK" required placeholder="2020" />
        <NumberInput {...of(form, "registrationYear")} isOptional hint="Bila beda dari tahun NIK" />
        <TextInput
          {...of(form, "plate")}
          isOptional
          hint={
            form.temporaryPlate
              ? `Sementara: ${form.temporaryPlate}`
              : "Hanya untuk tim, tidak pernah tampil di website"
          }
          placeholder="L 1234 AB"
          autoComplete="off"
          autoCapitalize="characters"
        />
      </div>
    </Card>
  );
}

function Prices({ form }: Part) {
  return (
    <Card title="Harga" description="Tulis seperti biasa: 185jt atau 185.000.000">
      <div className="form-grid">
        {form.maySetPrice ? (
          <NumberInput
            {...of(form, "priceRupiah")}
            prefix="Rp"
            inputMode="text"
            placeholder="185jt"
            hint="Boleh kosong selama masih draf"
          />
        ) : (
          <p>
            <span className="field-label block">{form.labels.priceRupiah}</span>
            Rp {form.values.priceRupiah || "0"}
          </p>
        )}
        <NumberInput {...of(form, "creditPriceRupiah")} prefix="Rp" inputMode="text" isOptional placeholder="195jt" />
        <NumberInput {...of(form, "creditMinTenorMonths")} suffix="bulan" isOptional placeholder="12" />
        {form.seesCost && (
          <NumberInput
            {...of(form, "costPriceRupiah")}
            prefix="Rp"
            inputMode="text"
            isOptional
            hint="Hanya pemilik yang melihat ini"
          />
        )}
      </div>
    </Card>
  );
}

function Specification({ form }: Part) {
  const options = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));
  return (
    <Card title="Spesifikasi">
      <div className="form-grid">
        <Select
          {...of(form, "transmission")}
          placeholder="Pilih transmisi"
          options={options(form.transmissions)}
          required
        />
        <NumberInput {...of(form, "km")} suffix="km" inputMode="text" required placeholder="45rb" />
        <Select {...of(form, "fuel")} isOptional placeholder="Ikut model" options={options(form.fuels)} />
        <NumberInput {...of(form, "engineCc")} suffix="cc" isOptional placeholder="1300" />
        <Select {...of(form, "bodyType")} isOptional placeholder="Ikut model" options={options(form.bodyTypes)} />
        <NumberInput {...of(form, "seats")} suffix="kursi" isOptional placeholder="7" />
        <TextInput {...of(form, "taxMonth")} isOptional placeholder="Mei 2027" autoComplete="off" />
        <NumberInput {...of(form, "owners")} isOptional placeholder="1" />
      </div>
    </Card>
  );
}

function Words({ form }: Part) {
  return (
    <Card title="Keterangan">
      <div className="stack">
        <Textarea {...of(form, "keyFeatures")} isOptional rows={4} hint="Satu per baris, misal: Velg racing" />
        <Textarea {...of(form, "conditionNotes")} isOptional rows={3} hint="Apa adanya, supaya pembeli tidak kecewa" />
        <Textarea {...of(form, "description")} isOptional rows={5} />
        <TextInput {...of(form, "videoUrl")} type="url" isOptional placeholder="https://…" autoComplete="off" />
      </div>
    </Card>
  );
}

function Placement({ form }: Part) {
  return (
    <Card title="Penempatan">
      <div className="stack">
        {form.branches.length > 0 && (
          <Select {...of(form, "branchId")} isOptional placeholder="Tanpa cabang" options={form.branches} />
        )}
        <div>
          <input type="hidden" name="featured" value="0" />
          <Switch
            name="featured"
            label="Unit unggulan"
            hint="Tampil di halaman depan website"
            isChecked={form.values.featured === "1"}
            error={form.errors.featured}
          />
        </div>
      </div>
    </Card>
  );
}

function Suggestions({ id, words }: { id: string; words: readonly string[] }) {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}
