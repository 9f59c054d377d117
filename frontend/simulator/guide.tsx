import { useState } from "react";
import { loadSamplePhotos } from "./api";
import { HINT_GROUPS } from "./hints";
import { PhoneIcon } from "./icons";
import type { PhoneId } from "./people";
import { showroomColor } from "./showroom-color";
import type { Draft } from "./use-drafts";
import type { WorldView } from "./world-view";

export type FillDraft = (phone: PhoneId, content: Partial<Draft>) => void;

type GuideProps = { world: WorldView; onFill: FillDraft };

/** What to try, and where to see what came of it. */
export function Guide({ world, onFill }: GuideProps) {
  return (
    <aside className="guide" aria-label="Panduan">
      <h2>Coba dalam 10 detik</h2>
      <p className="text-muted">Klik contoh di bawah, lalu tekan kirim di ponselnya.</p>

      {HINT_GROUPS.map(({ phone, title, intro, hints }) => (
        <section key={phone} className="guide-group" data-phone={phone}>
          <h3>{title}</h3>
          <p>{intro}</p>
          {phone === "owner" && <SamplePhotosButton onLoaded={(photos) => onFill("owner", { photos })} />}
          <ul>
            {hints.map(({ label, text }) => (
              <li key={label}>
                <button type="button" className="hint" onClick={() => onFill(phone, { text })}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}

      <section className="guide-group">
        <h3>Lihat hasilnya di website</h3>
        <ul>
          {world.showrooms.map((showroom) => (
            <li key={showroom.siteUrl}>
              <a className="site-link" href={showroom.siteUrl} target="_blank" rel="noopener">
                <span className="site-swatch" ref={showroomColor(showroom.color)} aria-hidden="true" />
                <span className="min-w-0 flex-1">
                  <b>{showroom.name}</b>
                  <span>{showroom.siteUrl.replace(/^https?:\/\//, "")}</span>
                </span>
                <PhoneIcon name="external" className="size-4" />
                <span className="sr-only">(tab baru)</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

function SamplePhotosButton({ onLoaded }: { onLoaded(photos: File[]): void }) {
  const [note, setNote] = useState("");

  async function load(): Promise<void> {
    setNote("Memuat foto…");
    const photos = await loadSamplePhotos().catch(() => []);
    setNote(photos.length > 0 ? "" : "Belum ada foto contoh. Pilih foto sendiri lewat tombol kamera di ponsel.");
    if (photos.length > 0) onLoaded(photos);
  }

  return (
    <>
      <button type="button" className="sample-photos" onClick={() => void load()}>
        <PhoneIcon name="image" />
        Muat foto mobil contoh
      </button>
      <p role="status">{note}</p>
    </>
  );
}
