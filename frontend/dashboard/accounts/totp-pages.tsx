import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { TextInput } from "../ui/text-input";

type Failed = { message: string | null; errors: Record<string, string> };

const BACK = { href: "/dashboard/pengaturan/akun", label: "Akun saya" };
const PATH = "/dashboard/pengaturan/akun/dua-langkah";

/** First the password once more, so that nobody else switches it on at an open browser. */
export function TotpStartPage({ message, errors }: Failed) {
  return (
    <>
      <PageHeader title="Aktifkan verifikasi dua langkah" back={BACK} />
      <Card className="max-w-xl">
        <form method="post" action={PATH} className="stack">
          <p>
            Siapkan aplikasi autentikator di ponsel, misalnya Google Authenticator atau Microsoft Authenticator. Setelah
            aktif, setiap masuk perlu kode 6 angka dari aplikasi itu.
          </p>
          {message && <Alert tone="danger">{message}</Alert>}
          <PasswordInput error={errors.password} />
          <div className="form-actions">
            <Button variant="primary">Lanjut</Button>
            <LinkButton href={BACK.href}>Batal</LinkButton>
          </div>
        </form>
      </Card>
    </>
  );
}

/** The QR code and a first code of the app. */
export function TotpScanPage({ secret, qrSvg, message, errors }: Failed & { secret: string; qrSvg: string }) {
  return (
    <>
      <PageHeader title="Pindai kode QR" description="Langkah 2 dari 2" back={BACK} />
      <Card className="max-w-xl">
        <form method="post" action={`${PATH}/aktifkan`} className="stack">
          <p>Buka aplikasi autentikator, pilih tambah akun, lalu pindai gambar ini.</p>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`}
            alt="Kode QR untuk aplikasi autentikator"
            width={208}
            height={208}
            className="size-52 rounded-lg border border-line bg-white p-2"
          />
          <details>
            <summary className="link cursor-pointer">Tidak bisa memindai?</summary>
            <p className="mt-2">Ketik kunci ini di aplikasi:</p>
            <p className="num mt-1 font-medium text-ink wrap-anywhere">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
          </details>
          {message && <Alert tone="danger">{message}</Alert>}
          <TextInput
            name="code"
            label="Kode 6 angka dari aplikasi"
            error={errors.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            required
          />
          <div className="form-actions">
            <Button variant="primary">Aktifkan</Button>
            <LinkButton href={BACK.href}>Batal</LinkButton>
          </div>
        </form>
      </Card>
    </>
  );
}

/** Switching it off takes both. */
export function TotpOffPage({ message, errors }: Failed) {
  return (
    <>
      <PageHeader title="Matikan verifikasi dua langkah" back={BACK} />
      <Card className="max-w-xl">
        <form method="post" action={`${PATH}/matikan`} className="stack">
          <p>Setelah dimatikan, masuk cukup dengan kata sandi. Kode cadangan lama tidak berlaku lagi.</p>
          {message && <Alert tone="danger">{message}</Alert>}
          <PasswordInput error={errors.password} />
          <TextInput
            name="code"
            label="Kode dari aplikasi"
            hint="Atau salah satu kode cadangan."
            error={errors.code}
            autoComplete="one-time-code"
            autoCapitalize="none"
            required
          />
          <div className="form-actions">
            <Button variant="danger">Matikan</Button>
            <LinkButton href={BACK.href}>Batal</LinkButton>
          </div>
        </form>
      </Card>
    </>
  );
}

function PasswordInput({ error }: { error: string | undefined }) {
  return (
    <TextInput
      name="password"
      type="password"
      label="Kata sandi Anda"
      error={error}
      autoComplete="current-password"
      required
    />
  );
}
