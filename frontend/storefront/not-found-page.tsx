import type { CarCardView } from "./car-card";
import { CarGrid } from "./car-grid";
import { MessagePage } from "./message-page";
import { SearchForm } from "./search-form";
import { SectionHeading } from "./section-heading";

/** `cars`: a few to go on with, up to three. */
export type NotFoundPageProps = { cars: CarCardView[] };

export function NotFoundPage({ cars }: NotFoundPageProps) {
  return (
    <>
      <MessagePage
        title="Halaman ini tidak ada"
        text="Mungkin alamatnya salah ketik, atau mobilnya sudah berpindah. Coba cari di sini."
      >
        <SearchForm id="cari" size="large" className="mx-auto mt-7 max-w-xl text-left" />
      </MessagePage>
      <SomeCars cars={cars} />
    </>
  );
}

/** Shared by the pages that have nothing of their own to show. */
export function SomeCars({ cars }: { cars: CarCardView[] }) {
  if (cars.length === 0) return null;

  return (
    <section className="wrap mt-14 lg:mt-20" aria-labelledby="lainnya">
      <SectionHeading id="lainnya" title="Mobil yang siap dilihat" link={{ href: "/mobil", label: "Semua mobil" }} />
      <CarGrid cars={cars} />
    </section>
  );
}
