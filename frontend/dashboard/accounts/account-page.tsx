import { Badge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, Facts, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { FormErrors } from "../ui/form";
import { TextInput } from "../ui/text-input";
import { roleLabel } from "./role-label";
import { type SessionItem, SessionList } from "./session-list";

export type AccountPageProps = {
  self: { name: string; email: string; role: "owner" | "admin" | "sales"; hasTotp: boolean };
  /** The one that asks is among them. */
  sessions: readonly SessionItem[];
  now: Date;
  timezone: string;
  minPasswordLength: number;
  /** What the password form came back with. */
  password: { message: string | null; errors: Record<string, string> };
};

/** /dashboard/pengaturan/akun: what everybody has of their own. */
export function AccountPage({ self, sessions, now, timezone, minPasswordLength, password }: AccountPageProps) {
  const maySecure = self.role !== "sales";
  return (
    <>
      <PageHeader
        title="Akun saya"
        description="Kata sandi dan perangkat Anda sendiri."
        {...(maySecure && { back: { href: "/dashboard/pengaturan", label: "Pengaturan" } })}
      />
      <div className="stack max-w-3xl">
        <Card title="Profil">
          <Facts
            items={[
              { term: "Nama", value: self.name },
              { term: "E-mail", value: self.email },
              { term: "Peran", value: roleLabel(self.role) },
            ]}
          />
        </Card>
        {(maySecure || self.hasTotp) && <SecondStepCard isOn={self.hasTotp} />}
        <PasswordCard email={self.email} minLength={minPasswordLength} {...password} />
        <SessionList sessions={sessions} now={now} timezone={timezone} />
      </div>
    </>
  );
}

function SecondStepCard({ isOn }: { isOn: boolean }) {
  return (
    <Card
      title="Verifikasi dua langkah"
      description="Selain kata sandi, masuk juga perlu kode dari ponsel Anda."
      actions={isOn ? <Badge tone="success">Aktif</Badge> : <Badge>Belum aktif</Badge>}
    >
      <LinkButton href="/dashboard/pengaturan/akun/dua-langkah">{isOn ? "Matikan" : "Aktifkan"}</LinkButton>
    </Card>
  );
}

type PasswordCardProps = {
  email: string;
  minLength: number;
  message: string | null;
  errors: Record<string, string>;
};

const LABELS = {
  currentPassword: "Kata sandi sekarang",
  newPassword: "Kata sandi baru",
  repeatedPassword: "Ulangi kata sandi baru",
};

function PasswordCard({ email, minLength, message, errors }: PasswordCardProps) {
  return (
    <Card title="Ganti kata sandi" description="Perangkat lain akan langsung dikeluarkan." id="sandi">
      <form method="post" action="/dashboard/pengaturan/akun/sandi" className="stack">
        {message && <Alert tone="danger">{message}</Alert>}
        <FormErrors errors={errors} labels={LABELS} />
        <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
        <TextInput
          name="currentPassword"
          type="password"
          label={LABELS.currentPassword}
          error={errors.currentPassword}
          autoComplete="current-password"
          required
        />
        <div className="form-grid">
          <TextInput
            name="newPassword"
            type="password"
            label={LABELS.newPassword}
            hint={`Minimal ${minLength} karakter.`}
            error={errors.newPassword}
            autoComplete="new-password"
            required
          />
          <TextInput
            name="repeatedPassword"
            type="password"
            label={LABELS.repeatedPassword}
            error={errors.repeatedPassword}
            autoComplete="new-password"
            required
          />
        </div>
        <div className="form-actions">
          <Button variant="primary">Ganti kata sandi</Button>
        </div>
      </form>
    </Card>
  );
}
