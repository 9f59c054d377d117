import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/card";
import { Checkbox, CheckboxGroup, RadioGroup } from "../ui/choices";
import { Alert } from "../ui/feedback";
import { FormErrors } from "../ui/form";
import { Select } from "../ui/select";
import { NumberInput, TextInput } from "../ui/text-input";
import { ROLE_HINTS, type Role, roleLabel } from "./role-label";

/** As it was typed. */
export type MemberValues = {
  name: string;
  email: string;
  whatsappNumber: string;
  phone: string;
  role: Role;
  branchId: string;
  permissions: ("upload" | "status" | "price" | "stats")[];
  /** Empty leaves it as it is. */
  pin: string;
  removesPin: boolean;
};

export type MemberChoices = {
  branches: readonly { id: string; name: string }[];
  /** Only the owner gives roles; others see it as it is. */
  mayGiveRoles: boolean;
};

export type MemberFormProps = MemberChoices & {
  action: string;
  values: MemberValues;
  hasPin: boolean;
  submitLabel: string;
  message: string | null;
  errors: Record<string, string>;
};

const LABELS = {
  name: "Nama",
  email: "E-mail",
  whatsappNumber: "Nomor WhatsApp",
  phone: "Telepon lain",
  role: "Peran",
  branchId: "Cabang",
  permissions: "Perintah WhatsApp",
  pin: "PIN",
};

const PERMISSIONS = [
  { value: "upload", label: "Tambah mobil", hint: "Kirim foto dan data mobil; juga melihat plat nomor." },
  { value: "status", label: "Ubah status", hint: "Tersedia, booking, terjual; juga melihat plat nomor." },
  { value: "price", label: "Ubah harga" },
  { value: "stats", label: "Lihat statistik dan laporan" },
];

/** Inviting somebody and changing them are the same form. */
export function MemberForm(props: MemberFormProps) {
  const { action, values, submitLabel, message, errors } = props;
  return (
    <form method="post" action={action} className="stack">
      {message && <Alert tone="danger">{message}</Alert>}
      <FormErrors errors={errors} labels={LABELS} />
      <PersonCard values={values} errors={errors} branches={props.branches} />
      <RightsCard {...props} />
      <div className="form-actions">
        <Button variant="primary">{submitLabel}</Button>
        <LinkButton href="/dashboard/pengaturan/tim">Batal</LinkButton>
      </div>
    </form>
  );
}

function PersonCard({ values, errors, branches }: Pick<MemberFormProps, "values" | "errors" | "branches">) {
  return (
    <Card title="Orangnya">
      <div className="form-grid">
        <TextInput name="name" label={LABELS.name} value={values.name} error={errors.name} maxLength={80} required />
        <TextInput
          name="email"
          type="email"
          label={LABELS.email}
          hint="Dipakai untuk masuk."
          value={values.email}
          error={errors.email}
          autoCapitalize="none"
          required
        />
        <TextInput
          name="whatsappNumber"
          type="tel"
          label={LABELS.whatsappNumber}
          hint="Pesan dari nomor ini dianggap dari staf, dan tawaran lead dikirim ke sini."
          value={values.whatsappNumber}
          error={errors.whatsappNumber}
          placeholder="0812-3456-7890"
          isOptional
        />
        <TextInput name="phone" type="tel" label={LABELS.phone} value={values.phone} error={errors.phone} isOptional />
        {branches.length > 0 && (
          <Select
            name="branchId"
            label={LABELS.branchId}
            value={values.branchId}
            error={errors.branchId}
            options={branches.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder="Semua cabang"
          />
        )}
      </div>
    </Card>
  );
}

function RightsCard({ values, errors, mayGiveRoles, hasPin }: MemberFormProps) {
  return (
    <Card title="Peran dan izin">
      <div className="stack">
        {mayGiveRoles ? (
          <RadioGroup
            name="role"
            legend={LABELS.role}
            value={values.role}
            error={errors.role}
            options={(["sales", "admin", "owner"] as const).map((role) => ({
              ...{ value: role, label: roleLabel(role), hint: ROLE_HINTS[role] },
            }))}
          />
        ) : (
          <>
            <input type="hidden" name="role" value={values.role} />
            <p>
              <span className="field-label block">{LABELS.role}</span>
              {roleLabel(values.role)}. {ROLE_HINTS[values.role]}
            </p>
          </>
        )}
        <CheckboxGroup
          name="permissions"
          legend={LABELS.permissions}
          hint="Yang boleh dilakukan sales lewat WhatsApp. Pemilik dan admin boleh semuanya."
          values={values.permissions}
          error={errors.permissions}
          options={PERMISSIONS}
        />
        <div className="form-grid">
          <NumberInput
            name="pin"
            label={hasPin ? "PIN baru" : LABELS.pin}
            hint={
              hasPin
                ? "PIN sudah ada. Kosongkan bila tidak diganti."
                : "4 sampai 6 angka. Ditanya lewat WhatsApp sebelum mobil, status, atau harga diubah."
            }
            value={values.pin}
            error={errors.pin}
            maxLength={6}
            isOptional
          />
        </div>
        {hasPin && <Checkbox name="removesPin" label="Hapus PIN" isChecked={values.removesPin} />}
      </div>
    </Card>
  );
}
