import { Button } from "../ui/button";
import { Alert } from "../ui/feedback";
import { HiddenFields } from "../ui/form";
import { TextInput } from "../ui/text-input";
import { Door } from "./door";

export type LoginPageProps = {
  showroomName: string;
  /** As it was typed. */
  email: string;
  /** Goes along unseen: where to afterwards, and a form that waits. */
  carried: Record<string, string>;
  notice: "expired" | "password-set" | null;
  message: string | null;
  errors: Record<string, string>;
};

/** /dashboard/masuk */
export function LoginPage({ showroomName, email, carried, notice, message, errors }: LoginPageProps) {
  return (
    <Door showroomName={showroomName} title="Masuk" message={message}>
      {notice === "expired" && (
        <Alert tone="warning" title="Sesi Anda sudah berakhir">
          Isian Anda tidak hilang. Masuk lagi, lalu kirim isian itu.
        </Alert>
      )}
      {notice === "password-set" && <Alert tone="success">Kata sandi tersimpan. Silakan masuk.</Alert>}
      <form method="post" action="/dashboard/masuk" className="stack">
        <HiddenFields fields={carried} />
        <TextInput
          name="email"
          type="email"
          label="E-mail"
          value={email}
          error={errors.email}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextInput
          name="password"
          type="password"
          label="Kata sandi"
          error={errors.password}
          autoComplete="current-password"
          required
        />
        <Button variant="primary" className="w-full">
          Masuk
        </Button>
      </form>
      <p className="text-[0.8125rem] text-muted">Lupa kata sandi? Minta tautan baru ke pemilik showroom.</p>
    </Door>
  );
}
