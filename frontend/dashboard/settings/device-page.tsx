import { RefreshCw, Trash2 } from "lucide-react";
import { StatusBadge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, Facts } from "../ui/card";
import { Alert } from "../ui/feedback";
import { ConfirmForm, HiddenFields } from "../ui/form";
import { SETTINGS, SettingsPage } from "./settings-page";

export type DevicePageProps = {
  id: string;
  number: string;
  status: string;
  gateway: string;
  branch: string;
  seen: string;
  botEnabled: boolean;
  conversations: number;
  hasOwnWebhook: boolean;
  qrImage: string | null;
  problem: string | null;
};

const LIST = { href: `${SETTINGS}/whatsapp`, label: "Nomor WhatsApp" };

export function DevicePage(props: DevicePageProps) {
  const { id, number, status, gateway, branch, seen, conversations } = props;
  const path = `${LIST.href}/${id}`;
  return (
    <SettingsPage
      title={number}
      badge={<StatusBadge kind="device" status={status} />}
      back={LIST}
      actions={
        <LinkButton href={`${path}/hapus`} variant="danger-quiet" icon={<Trash2 aria-hidden="true" />}>
          Hapus
        </LinkButton>
      }
    >
      <Connection {...props} path={path} />
      <Card title="Asisten di nomor ini">
        <form method="post" action={`${path}/bot`} className="flex flex-wrap items-center justify-between gap-3">
          <HiddenFields fields={{ enabled: props.botEnabled ? "" : "1" }} />
          <p className="min-w-0 flex-1 basis-56">
            {props.botEnabled
              ? "Asisten menjawab pelanggan yang menulis ke nomor ini."
              : "Asisten diam. Semua chat ke nomor ini menunggu orang."}
          </p>
          <Button>{props.botEnabled ? "Diamkan asisten" : "Nyalakan asisten"}</Button>
        </form>
      </Card>
      <Card title="Keterangan">
        <Facts
          items={[
            { term: "Penyedia", value: gateway },
            { term: "Cabang", value: branch },
            { term: "Terakhir terlihat", value: seen },
            { term: "Percakapan", value: <span className="num">{conversations.toLocaleString("id-ID")}</span> },
          ]}
        />
      </Card>
      {props.hasOwnWebhook && (
        <Card
          title="Alamat webhook"
          description="Buat ulang kalau alamatnya hilang atau bocor. Alamat lama langsung ditolak."
        >
          <form method="post" action={`${path}/rahasia`}>
            <Button>Buat alamat baru</Button>
          </form>
        </Card>
      )}
    </SettingsPage>
  );
}

function Connection({ id, status, qrImage, problem, path }: DevicePageProps & { path: string }) {
  const isConnected = status === "connected";
  return (
    <Card
      title="Sambungan"
      actions={
        <LinkButton href={`${path}?periksa=1`} size="sm" icon={<RefreshCw aria-hidden="true" />}>
          Periksa status
        </LinkButton>
      }
    >
      <div className="stack">
        {problem && <Alert tone="danger">{problem}</Alert>}
        {isConnected ? (
          <form method="post" action={`${path}/putus`} className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 flex-1 basis-56">Tersambung. Pesan masuk dan keluar berjalan.</p>
            <Button>Putuskan</Button>
          </form>
        ) : (
          <form method="post" action={`${path}/sambung`} className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 flex-1 basis-56">
              Belum tersambung. Pesan keluar menunggu sampai nomor ini tersambung lagi.
            </p>
            <Button variant="primary">{qrImage ? "Minta QR baru" : "Sambungkan"}</Button>
          </form>
        )}
        {qrImage && <QrCode id={id} image={qrImage} />}
      </div>
    </Card>
  );
}

/** The island follows the session: a new picture when this one has run out, the page again when it is connected. */
function QrCode({ id, image }: { id: string; image: string }) {
  return (
    <div
      data-island="device-qr"
      data-events={`/api/admin/devices/${id}/events`}
      data-page={`${LIST.href}/${id}`}
      className="flex flex-wrap items-start gap-5"
    >
      <img
        data-qr=""
        src={image}
        width={240}
        height={240}
        alt="Kode QR untuk dipindai dengan WhatsApp"
        className="size-60 rounded-lg border border-line bg-surface p-2"
      />
      <div className="min-w-0 flex-1 basis-56">
        <ol className="grid list-decimal gap-1 pl-5">
          <li>Buka WhatsApp di ponsel nomor ini.</li>
          <li>Ketuk ⋮ atau Setelan → Perangkat tertaut.</li>
          <li>Tautkan perangkat, lalu arahkan kamera ke kode ini.</li>
        </ol>
        <p data-qr-state="" role="status" className="field-hint mt-3">
          Kode berganti tiap 20 detik. Kalau sudah kedaluwarsa, tekan “Minta QR baru”.
        </p>
      </div>
    </div>
  );
}

export function RemoveDevicePage({
  id,
  number,
  conversations,
}: Pick<DevicePageProps, "id" | "number" | "conversations">) {
  return (
    <ConfirmForm
      action={`${LIST.href}/${id}/hapus`}
      title={`Hapus nomor ${number}?`}
      submitLabel="Hapus nomor"
      cancelHref={`${LIST.href}/${id}`}
    >
      <p>
        Pesan ke nomor ini tidak lagi masuk ke AutoLeads dan pesan yang menunggu tidak dikirim.
        {conversations > 0 && ` ${conversations.toLocaleString("id-ID")} percakapan tetap bisa dibaca di Inbox.`}
      </p>
    </ConfirmForm>
  );
}
