import { Button } from "../ui/button";
import { TextInput } from "../ui/text-input";
import { Door } from "./door";

export type SetPasswordPageProps = {
  showroomName: string;
  person: { purpose: "invite" | "reset"; name: string; email: string };
  minLength: number;
  message: string | null;
  errors: Record<string, string>;
};

/** Behind a one-time link: an invitation, or a forgotten password. */
export function SetPasswordPage({ showroomName, person, minLength, message, errors }: SetPasswordPageProps) {
  const isInvite = person.purpose === "invite";
  return (
    <Door
      showroomName={showroomName}
      title={isInvite ? `Selamat datang, ${person.name}` : "Kata sandi baru"}
      description={isInvite ? "Buat kata sandi untuk mulai memakai dashboard." : `Untuk akun ${person.name}.`}
      message={message}
    >
      <form method="post" className="stack">
        <TextInput name="email" label="E-mail" value={person.email} autoComplete="username" readOnly />
        <TextInput
          name="newPassword"
          type="password"
          label="Kata sandi baru"
          hint={`Minimal ${minLength} karakter. Kalimat pendek lebih mudah diingat.`}
          error={errors.newPassword}
          autoComplete="new-password"
          required
        />
        <TextInput
          name="repeatedPassword"
          type="password"
          label="Ulangi kata sandi baru"
          error={errors.repeatedPassword}
          autoComplete="new-password"
          required
        />
        <Button variant="primary" className="w-full">
          Simpan kata sandi
        </Button>
      </form>
    </Door>
  );
}

/** The link was used, replaced, or is too old. */
export function DeadLinkPage({ showroomName }: { showroomName: string }) {
  return (
    <Door
      showroomName={showroomName}
      title="Tautan tidak berlaku"
      description="Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru ke pemilik showroom."
    >
      <p>
        <a className="link" href="/dashboard/masuk">
          Ke halaman masuk
        </a>
      </p>
    </Door>
  );
}
