import { CircleAlert, Lock, SearchX } from "lucide-react";
import { LinkButton } from "../ui/button";

export type MessagePageProps = {
  kind: "not-found" | "forbidden" | "error";
  /** What to say instead of the usual sentence. */
  message: string | null;
  /** Named so that support finds it in the log. */
  requestId: string | null;
};

const TEXTS = {
  "not-found": ["Halaman tidak ditemukan", "Alamatnya mungkin salah, atau datanya sudah dihapus.", SearchX],
  forbidden: ["Anda tidak punya akses ke halaman ini", "Minta pemilik showroom kalau Anda memerlukannya.", Lock],
  error: ["Ada gangguan", "Coba lagi sebentar lagi. Yang sudah tersimpan tetap aman.", CircleAlert],
} as const;

/** 404, 403 and 500, inside the shell. */
export function MessagePage({ kind, message, requestId }: MessagePageProps) {
  const [title, text, Icon] = TEXTS[kind];
  return (
    <div className="empty py-16">
      <Icon aria-hidden="true" />
      <h1 className="text-lg">{title}</h1>
      <p className="max-w-prose text-muted">{message ?? text}</p>
      {requestId && <p className="text-[0.8125rem] text-muted">Kode laporan: {requestId}</p>}
      <LinkButton href="/dashboard" className="mt-2">
        Ke ringkasan
      </LinkButton>
    </div>
  );
}
