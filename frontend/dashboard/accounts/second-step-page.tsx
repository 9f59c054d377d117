import { Button } from "../ui/button";
import { HiddenFields } from "../ui/form";
import { TextInput } from "../ui/text-input";
import { Door } from "./door";

export type SecondStepPageProps = {
  showroomName: string;
  carried: Record<string, string>;
  message: string | null;
  error: string | undefined;
};

/** After the password, for whoever has the second step switched on. */
export function SecondStepPage({ showroomName, carried, message, error }: SecondStepPageProps) {
  return (
    <Door
      showroomName={showroomName}
      title="Verifikasi dua langkah"
      description="Buka aplikasi autentikator di ponsel Anda, lalu masukkan kode 6 angka."
      message={message}
    >
      <form method="post" action="/dashboard/masuk/kode" className="stack">
        <HiddenFields fields={carried} />
        <TextInput
          name="code"
          label="Kode"
          hint="Ponsel tidak ada? Pakai salah satu kode cadangan Anda."
          error={error}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
        />
        <Button variant="primary" className="w-full">
          Lanjut
        </Button>
      </form>
      <p>
        <a className="link" href="/dashboard/masuk">
          Masuk dengan akun lain
        </a>
      </p>
    </Door>
  );
}
