import { Button, LinkButton } from "../ui/button";
import { FormErrors } from "../ui/form";
import { Select } from "../ui/select";
import { NumberInput } from "../ui/text-input";
import type { Box } from "./editor/box";
import { photoHref, photosHref } from "./photo-item";

export type MaskFormProps = {
  carId: string;
  photoId: string;
  revision: number;
  suggestedMask: Box | null;
  /** As typed: "quarterTurns", "crop.x", "masks.0.width" … in percent. */
  values: Record<string, string>;
  errors: Record<string, string>;
};

const SIDES = [
  ["x", "Kiri"],
  ["y", "Atas"],
  ["width", "Lebar"],
  ["height", "Tinggi"],
] as const;
const MOST_MASKS = 8;

/** Turns, crop and masks as numbers, for those without scripts. */
export function MaskForm({ carId, photoId, revision, suggestedMask, values, errors }: MaskFormProps) {
  const used = Object.keys(values).flatMap((name) => /^masks\.(\d)\.\w+$/.exec(name)?.[1] ?? []);
  const shownCount = Math.min(MOST_MASKS, Math.max(-1, ...used.map(Number)) + 2);
  return (
    <form method="post" action={photoHref(carId, photoId)} className="stack">
      <FormErrors errors={errors} labels={labelsOf(errors)} />
      <img
        src={`${photoHref(carId, photoId)}/asli.jpg`}
        alt="Foto asli"
        className="max-h-[60vh] rounded-lg object-contain"
      />
      <p className="text-muted">
        Tulis tempat kotak dalam persen dari foto: kiri dan atas adalah sudut kiri atas kotak.
        {suggestedMask && ` Plat sepertinya ada di ${describe(suggestedMask)}.`}
      </p>
      <input type="hidden" name="revision" value={values.revision ?? revision} />
      {Array.from({ length: shownCount }, (_, index) => `masks.${index}`).map((name, index) => (
        <BoxFields key={name} name={name} legend={`Kotak penutup ${index + 1}`} values={values} errors={errors} />
      ))}
      <BoxFields name="crop" legend="Potong foto (kosongkan bila tidak)" values={values} errors={errors} />
      <Select
        name="quarterTurns"
        label="Putar"
        value={values.quarterTurns ?? "0"}
        options={[
          { value: "0", label: "Tidak diputar" },
          { value: "1", label: "90° ke kanan" },
          { value: "2", label: "180°" },
          { value: "3", label: "90° ke kiri" },
        ]}
      />
      <div className="form-actions">
        <Button variant="primary">Simpan foto</Button>
        <LinkButton href={photosHref(carId)}>Batal</LinkButton>
      </div>
    </form>
  );
}

type BoxFieldsProps = Pick<MaskFormProps, "values" | "errors"> & { name: string; legend: string };

function BoxFields({ name, legend, values, errors }: BoxFieldsProps) {
  return (
    <fieldset>
      <legend className="field-label mb-1">{legend}</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {SIDES.map(([side, label]) => (
          <NumberInput
            key={side}
            name={`${name}.${side}`}
            label={label}
            suffix="%"
            inputMode="decimal"
            value={values[`${name}.${side}`]}
            error={errors[`${name}.${side}`]}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** "masks.0.x" → "Kotak penutup 1, kiri" */
function labelsOf(errors: Record<string, string>): Record<string, string> {
  const labels = Object.keys(errors).flatMap((name) => {
    const [, box, side] = /^(crop|masks\.\d)\.(\w+)$/.exec(name) ?? [];
    const sideLabel = SIDES.find(([key]) => key === side)?.[1].toLowerCase();
    if (!box || !sideLabel) return [];
    return [[name, `${box === "crop" ? "Potong foto" : `Kotak penutup ${Number(box.at(-1)) + 1}`}, ${sideLabel}`]];
  });
  return Object.fromEntries(labels);
}

function describe({ x, y, width, height }: Box): string {
  const percent = (fraction: number) => `${Math.round(fraction * 1_000) / 10}`.replace(".", ",");
  return `kiri ${percent(x)}, atas ${percent(y)}, lebar ${percent(width)}, tinggi ${percent(height)}`;
}
