import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FormErrors } from "../ui/form";
import { TextInput } from "../ui/text-input";
import { PLACE_LABELS, PlaceFields } from "./place-fields";
import { type FormState, SettingsPage } from "./settings-page";

export const PROFILE_LABELS = {
  name: "Nama showroom",
  tagline: "Slogan",
  phone: "Telepon",
  email: "Email",
  ...PLACE_LABELS,
};

export type ProfileValues = Record<keyof typeof PROFILE_LABELS, string>;

export function ProfilePage({ values, errors }: FormState<ProfileValues>) {
  return (
    <SettingsPage title="Profil" description="Tampil di situs Anda dan dipakai asisten saat menjawab pelanggan.">
      <form method="post" className="stack">
        <FormErrors errors={errors} labels={PROFILE_LABELS} />
        <Card title="Showroom">
          <div className="form-grid">
            <TextInput
              name="name"
              label="Nama showroom"
              value={values.name}
              error={errors.name}
              required
              maxLength={80}
            />
            <TextInput
              name="tagline"
              label="Slogan"
              hint="Satu kalimat di bawah nama, misalnya “Mobil bekas terawat, surat lengkap”."
              value={values.tagline}
              error={errors.tagline}
              isOptional
            />
          </div>
        </Card>
        <Card title="Kontak">
          <div className="form-grid">
            <TextInput
              name="phone"
              type="tel"
              label="Telepon"
              hint="Untuk pelanggan yang lebih suka menelepon."
              value={values.phone}
              error={errors.phone}
              isOptional
            />
            <TextInput name="email" type="email" label="Email" value={values.email} error={errors.email} isOptional />
          </div>
        </Card>
        <Card title="Lokasi">
          <div className="form-grid">
            <PlaceFields values={values} errors={errors} />
          </div>
        </Card>
        <div className="form-actions">
          <Button variant="primary">Simpan</Button>
        </div>
      </form>
    </SettingsPage>
  );
}
