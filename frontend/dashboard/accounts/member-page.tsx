import { Button, LinkButton } from "../ui/button";
import { Card, Facts, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { DateTime } from "../ui/time";
import { type MemberChoices, MemberForm, type MemberValues } from "./member-form";
import { MemberStatus } from "./member-status";
import { type Role, roleLabel } from "./role-label";

export type MemberPageProps = {
  user: {
    id: string;
    name: string;
    email: string;
    role: Role;
    status: "active" | "invited" | "suspended";
    hasPin: boolean;
    hasTotp: boolean;
    lastLoginAt: Date | null;
  };
  values: MemberValues;
  choices: MemberChoices;
  may: { edit: boolean; resetTotp: boolean; suspend: boolean };
  timezone: string;
  message: string | null;
  errors: Record<string, string>;
};

/** Somebody of the team: who they are, what they may, and whether they can log in. */
export function MemberPage({ user, values, choices, may, timezone, message, errors }: MemberPageProps) {
  const home = `/dashboard/pengaturan/tim/${user.id}`;
  return (
    <>
      <PageHeader
        title={user.name}
        badge={<MemberStatus status={user.status} />}
        back={{ href: "/dashboard/pengaturan/tim", label: "Tim" }}
      />
      <div className="stack max-w-3xl">
        {!may.edit && <Alert>Hanya pemilik yang dapat mengubah akun pemilik dan admin.</Alert>}
        <LoginCard user={user} may={may} home={home} timezone={timezone} />
        {may.edit && (
          <MemberForm
            {...choices}
            action={home}
            values={values}
            hasPin={user.hasPin}
            submitLabel="Simpan"
            message={message}
            errors={errors}
          />
        )}
      </div>
    </>
  );
}

type LoginCardProps = Pick<MemberPageProps, "user" | "may" | "timezone"> & { home: string };

function LoginCard({ user, may, home, timezone }: LoginCardProps) {
  const isSuspended = user.status === "suspended";
  return (
    <Card
      title="Akses masuk"
      footer={may.edit && <LoginActions user={user} may={may} home={home} isSuspended={isSuspended} />}
    >
      <Facts
        items={[
          { term: "E-mail", value: may.edit ? null : user.email },
          { term: "Peran", value: may.edit ? null : roleLabel(user.role) },
          {
            term: "Terakhir masuk",
            value: user.lastLoginAt ? <DateTime at={user.lastLoginAt} timezone={timezone} /> : "Belum pernah",
          },
          { term: "Dua langkah", value: user.hasTotp ? "Aktif" : "Belum aktif" },
        ]}
      />
    </Card>
  );
}

function LoginActions({ user, may, home, isSuspended }: Omit<LoginCardProps, "timezone"> & { isSuspended: boolean }) {
  if (isSuspended) {
    return (
      <form method="post" action={`${home}/aktifkan`}>
        <Button>Aktifkan lagi</Button>
      </form>
    );
  }
  return (
    <div className="form-actions">
      <form method="post" action={`${home}/tautan`}>
        <Button>{user.status === "invited" ? "Buat tautan undangan" : "Buat tautan ganti kata sandi"}</Button>
      </form>
      {user.hasTotp && may.resetTotp && <LinkButton href={`${home}/reset-dua-langkah`}>Matikan dua langkah</LinkButton>}
      {may.suspend && (
        <LinkButton variant="danger-quiet" href={`${home}/nonaktifkan`}>
          Nonaktifkan
        </LinkButton>
      )}
    </div>
  );
}
