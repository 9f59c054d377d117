import { Icon } from "../ui/icons";
import type { CarCardView } from "./car-card";
import { CarGrid } from "./car-grid";
import { HomeBrands, type HomeBrandsProps } from "./home-brands";
import { HomeHero } from "./home-hero";
import { Locations } from "./locations";
import { SectionHeading } from "./section-heading";
import type { ShowroomView } from "./showroom-view";

export type HomePageProps = {
  showroom: ShowroomView;
  /** All cars for sale. */
  carCount: number;
  /** The car shown large beside the name; null shows the name alone. */
  spotlight: CarCardView | null;
  /** Up to six. */
  featured: CarCardView[];
  brands: HomeBrandsProps["brands"];
  /** Ready searches under the box, for example { label: "Matic di bawah 200 jt", href: "/mobil?…" }. */
  shortcuts: { label: string; href: string }[];
};

export function HomePage({ showroom, carCount, spotlight, featured, brands, shortcuts }: HomePageProps) {
  return (
    <>
      <HomeHero showroom={showroom} carCount={carCount} spotlight={spotlight} shortcuts={shortcuts} />
      {featured.length > 0 ? (
        <section className="wrap mt-14 lg:mt-20" aria-labelledby="pilihan">
          <SectionHeading
            id="pilihan"
            title="Mobil pilihan"
            link={{ href: "/mobil", label: `Lihat ${carCount} mobil` }}
          />
          <CarGrid cars={featured} />
          <a href="/mobil" className="btn btn-line mt-10 w-full sm:hidden">
            Lihat semua {carCount} mobil
            <Icon name="arrow-right" />
          </a>
        </section>
      ) : (
        <EmptyStock whatsappUrl={showroom.whatsappUrl} />
      )}
      <HomeBrands brands={brands} />
      <Locations showroom={showroom} />
    </>
  );
}

function EmptyStock({ whatsappUrl }: { whatsappUrl: string | null }) {
  return (
    <section className="wrap mt-14">
      <div className="rounded-3xl bg-soft px-6 py-12 text-center">
        <h2 className="text-2xl">Stok sedang kami siapkan</h2>
        <p className="mx-auto mt-2 max-w-md">
          Mobil-mobil pilihan segera tampil di sini. Sudah punya incaran? Ceritakan saja, kami bantu carikan.
        </p>
        {whatsappUrl && (
          <a href={whatsappUrl} className="btn btn-whatsapp mt-6">
            <Icon name="whatsapp" />
            Ceritakan mobil incaran
          </a>
        )}
      </div>
    </section>
  );
}
