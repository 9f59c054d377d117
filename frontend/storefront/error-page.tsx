import { Icon } from "../ui/icons";
import { MessagePage } from "./message-page";

export type ErrorPageProps = {
  /** A sentence for people; the page has its own when null. */
  message: string | null;
  /** Something to tell the showroom, so that the fault can be found in the log. */
  requestId: string | null;
  whatsappUrl: string | null;
};

export function ErrorPage({ message, requestId, whatsappUrl }: ErrorPageProps) {
  return (
    <MessagePage
      title="Maaf, ada yang tidak beres"
      text={message ?? "Kesalahannya di pihak kami. Coba muat ulang sebentar lagi."}
    >
      <div className="mt-7 flex flex-wrap justify-center gap-3">
        <a href="/" className="btn btn-line">
          Ke halaman depan
        </a>
        {whatsappUrl && (
          <a href={whatsappUrl} className="btn btn-whatsapp">
            <Icon name="whatsapp" />
            Chat WhatsApp
          </a>
        )}
      </div>
      {requestId && <p className="mt-8 text-sm text-muted">Kode: {requestId}</p>}
    </MessagePage>
  );
}
