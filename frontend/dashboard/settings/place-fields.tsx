import { Textarea, TextInput } from "../ui/text-input";

export const PLACE_LABELS = { address: "Alamat", city: "Kota", mapsUrl: "Tautan Google Maps" };

type PlaceValues = Record<keyof typeof PLACE_LABELS, string>;
type PlaceFieldsProps = { values: PlaceValues; errors: Partial<Record<string, string>> };

/** Where a showroom or one of its branches stands; goes into a `form-grid`. */
export function PlaceFields({ values, errors }: PlaceFieldsProps) {
  return (
    <>
      <Textarea
        name="address"
        label={PLACE_LABELS.address}
        rows={2}
        className="wide"
        value={values.address}
        error={errors.address}
        isOptional
      />
      <TextInput name="city" label={PLACE_LABELS.city} value={values.city} error={errors.city} isOptional />
      <TextInput
        name="mapsUrl"
        inputMode="url"
        label={PLACE_LABELS.mapsUrl}
        hint="Di Google Maps: Bagikan → Salin tautan."
        value={values.mapsUrl}
        error={errors.mapsUrl}
        isOptional
      />
    </>
  );
}
