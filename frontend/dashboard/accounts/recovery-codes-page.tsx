import { LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";

/** Shown once, right after the second step was switched on. */
export function RecoveryCodesPage({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <PageHeader title="Verifikasi dua langkah aktif" />
      <Card className="max-w-xl" title="Simpan kode cadangan ini">
        <div className="stack">
          <Alert tone="warning">
            Kode ini hanya tampil sekali. Catat atau cetak, lalu simpan di tempat aman. Tanpa ponsel dan tanpa kode ini
            Anda tidak bisa masuk.
          </Alert>
          <ul className="num grid grid-cols-1 gap-x-6 gap-y-1 font-medium text-ink sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <p className="text-muted">Setiap kode berlaku satu kali, sebagai pengganti kode dari ponsel.</p>
          <div className="form-actions">
            <LinkButton variant="primary" href="/dashboard/pengaturan/akun">
              Sudah saya simpan
            </LinkButton>
          </div>
        </div>
      </Card>
    </>
  );
}
