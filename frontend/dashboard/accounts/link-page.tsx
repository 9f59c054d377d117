import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { Alert } from "../ui/feedback";
import { TextInput } from "../ui/text-input";
import { formatDateTime } from "../ui/time";

export type LinkPageProps = {
  url: string;
  purpose: "invite" | "reset";
  expiresAt: Date;
  name: string;
  showroomName: string;
  whatsappNumber: string | null;
  timezone: string;
};

/** A one-time link, shown once. The copy button comes alive with the island copy-link. */
export function LinkPage({ url, purpose, expiresAt, name, showroomName, whatsappNumber, timezone }: LinkPageProps) {
  const until = formatDateTime(expiresAt, timezone);
  const invitation =
    purpose === "invite"
      ? `Halo ${name}, ini undangan ke dashboard ${showroomName}. Buat kata sandi di sini (berlaku sampai ${until}): ${url}`
      : `Halo ${name}, buat kata sandi baru untuk dashboard ${showroomName} di sini (berlaku sampai ${until}): ${url}`;
  return (
    <>
      <PageHeader
        title={purpose === "invite" ? `Undangan untuk ${name}` : `Kata sandi baru untuk ${name}`}
        back={{ href: "/dashboard/pengaturan/tim", label: "Tim" }}
      />
      <Card className="max-w-2xl">
        <div className="stack">
          <Alert tone="warning" title="Tautan ini hanya tampil sekali">
            Siapa pun yang membukanya dapat membuat kata sandi akun ini. Kirim hanya ke {name}.
          </Alert>
          <TextInput
            name="link"
            label="Tautan sekali pakai"
            hint={`Berlaku sampai ${until}. Tautan sebelumnya tidak berlaku lagi.`}
            value={url}
            readOnly
          />
          <div className="form-actions">
            <Button type="button" variant="primary" data-copy="f-link" data-copied="Tersalin" hidden>
              Salin tautan
            </Button>
            {whatsappNumber && (
              <LinkButton
                href={`https://wa.me/${whatsappNumber}?text=${encodeURIComponent(invitation)}`}
                target="_blank"
                rel="noopener noreferrer"
              >
                Kirim lewat WhatsApp
              </LinkButton>
            )}
            <LinkButton href="/dashboard/pengaturan/tim" variant="ghost">
              Selesai
            </LinkButton>
          </div>
        </div>
      </Card>
    </>
  );
}
