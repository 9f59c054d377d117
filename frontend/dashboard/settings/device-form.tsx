import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { type Choice, RadioGroup } from "../ui/choices";
import { Alert } from "../ui/feedback";
import { FormErrors } from "../ui/form";
import { Select, type SelectOption } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { type FormState, SETTINGS, SettingsPage } from "./settings-page";

export type DeviceValues = { number: string; gateway: string; branchId: string };
export type AddDevicePageProps = FormState<DeviceValues> & { gateways: Choice[]; branches: SelectOption[] };

const LIST = { href: `${SETTINGS}/whatsapp`, label: "Nomor WhatsApp" };
const LABELS = { number: "Nomor WhatsApp", gateway: "Penyedia", token: "Token perangkat", branchId: "Cabang" };

/** A token is never sent back to the page: after a mistake it is to be pasted again, and that is said. */
export function AddDevicePage({ values, errors, gateways, branches }: AddDevicePageProps) {
  const isBack = Object.keys(errors).length > 0;
  return (
    <SettingsPage title="Tambah nomor" back={LIST}>
      <form method="post" className="stack" autoComplete="off">
        <FormErrors errors={errors} labels={LABELS} />
        <Card>
          <div className="stack">
            <TextInput
              name="number"
              type="tel"
              label={LABELS.number}
              placeholder="0812-3456-7890"
              value={values.number}
              error={errors.number}
            />
            <RadioGroup
              name="gateway"
              legend={LABELS.gateway}
              value={values.gateway}
              options={gateways}
              error={errors.gateway}
            />
            <TextInput
              name="token"
              type="password"
              label={LABELS.token}
              hint={
                isBack
                  ? "Demi keamanan token tidak disimpan di halaman ini; tempel sekali lagi."
                  : "Untuk Fonnte: Device → Token. Disimpan terenkripsi dan tidak pernah ditampilkan lagi."
              }
              autoComplete="off"
              error={errors.token}
            />
            {branches.length > 0 && (
              <Select
                name="branchId"
                label={LABELS.branchId}
                placeholder="Semua cabang"
                options={branches}
                value={values.branchId}
                error={errors.branchId}
              />
            )}
          </div>
        </Card>
        <div className="form-actions">
          <Button variant="primary">Tambah nomor</Button>
          <LinkButton href={LIST.href}>Batal</LinkButton>
        </div>
      </form>
    </SettingsPage>
  );
}

export type WebhookAddressProps = { deviceId: string; number: string; address: string; isNew: boolean };

/** Shown once, right after it was made. */
export function WebhookAddressPage({ deviceId, number, address, isNew }: WebhookAddressProps) {
  return (
    <SettingsPage title={isNew ? `Nomor ${number} ditambahkan` : `Alamat webhook baru untuk ${number}`} back={LIST}>
      <Alert tone="warning" title="Alamat ini hanya ditampilkan sekali.">
        Salin sekarang. Kalau hilang, buat yang baru dari halaman nomor ini.
      </Alert>
      <Card title="Pasang di Fonnte" description="Device → Edit. Isi ketiga kolom webhook dengan alamat yang sama.">
        <div className="stack">
          <TextInput name="address" label="Alamat webhook" value={address} readOnly />
          <ol className="grid list-decimal gap-1 pl-5">
            <li>Webhook: pesan masuk dari pelanggan</li>
            <li>Webhook Connect: kabar tersambung atau terputus</li>
            <li>Webhook Message Status: centang terkirim dan dibaca</li>
          </ol>
          <div className="form-actions">
            <LinkButton href={`${LIST.href}/${deviceId}`} variant="primary">
              Sudah disalin, lanjut sambungkan
            </LinkButton>
          </div>
        </div>
      </Card>
    </SettingsPage>
  );
}
