import { MessagePage } from "./message-page";

/** No showroom answers on this host ("" when the request named none that can be); rendered without header and footer. */
export type UnknownHostPageProps = { host: string };

export function UnknownHostPage({ host }: UnknownHostPageProps) {
  return (
    <MessagePage
      title="Belum ada showroom di alamat ini"
      text="Periksa lagi tulisannya. Kalau ini alamat showroom Anda, pengaturan domainnya mungkin belum selesai."
    >
      {host && (
        <p className="mt-6 text-muted">
          Alamat yang dibuka: <strong className="font-semibold break-all text-ink">{host}</strong>
        </p>
      )}
    </MessagePage>
  );
}
