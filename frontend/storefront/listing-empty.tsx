import { Icon } from "../ui/icons";
import type { CarCardView } from "./car-card";
import { CarGrid } from "./car-grid";

export type ListingEmptyProps = {
  /** What was wanted in words: "Avanza 2020 merah"; null when nothing was asked for (no stock at all). */
  wish: string | null;
  /** Opens a chat that already says what is wanted. */
  whatsappUrl: string | null;
  /** Ways to loosen the search, for example { label: "Tanpa warna merah", href, count: 4 }. */
  relaxations: { label: string; href: string; count: number }[];
  /** Something to look at meanwhile; up to three. */
  suggestions: CarCardView[];
};

/** Nothing fits: say so, offer to look for it, offer to ask for less. */
export function ListingEmpty({ wish, whatsappUrl, relaxations, suggestions }: ListingEmptyProps) {
  return (
    <>
      <div className="mt-5 rounded-3xl bg-soft px-5 py-9 sm:px-10 lg:py-12">
        <h3 className="text-2xl">
          {wish ? `Tidak ada ${wish} saat ini. Mau kami kabari?` : "Stok sedang kami siapkan"}
        </h3>
        <p className="mt-2 max-w-xl">
          {wish
            ? "Stok kami berganti hampir tiap hari. Tinggalkan pesan lewat WhatsApp, begitu unitnya masuk Anda yang pertama tahu."
            : "Mobil-mobil pilihan segera tampil di sini. Sudah punya incaran? Ceritakan saja, kami bantu carikan."}
        </p>
        {whatsappUrl && (
          <a href={whatsappUrl} className="btn btn-whatsapp mt-6 w-full sm:w-auto">
            <Icon name="whatsapp" />
            {wish ? "Kabari saya lewat WhatsApp" : "Ceritakan mobil incaran"}
          </a>
        )}
        <Relaxations relaxations={relaxations} />
      </div>
      {suggestions.length > 0 && (
        <>
          <h3 className="mt-12 text-xl lg:text-2xl">Mungkin Anda juga suka</h3>
          <CarGrid cars={suggestions} heading="h4" className="mt-5" />
        </>
      )}
    </>
  );
}

function Relaxations({ relaxations }: Pick<ListingEmptyProps, "relaxations">) {
  if (relaxations.length === 0) return null;

  return (
    <>
      <p className="mt-8 font-semibold text-ink">Atau longgarkan pencarian</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {relaxations.map((relaxation) => (
          <li key={relaxation.href}>
            <a href={relaxation.href} className="chip">
              {relaxation.label}
              <span className="text-muted">{relaxation.count} mobil</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
