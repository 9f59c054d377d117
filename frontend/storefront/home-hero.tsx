import { formatCount, formatRupiah } from "../ui/format";
import { Icon } from "../ui/icons";
import { spotlightSizes } from "../ui/photo-sizes";
import { Picture } from "../ui/picture";
import { type CarCardView, CarName } from "./car-card";
import { OpenNow } from "./open-now";
import { SearchForm } from "./search-form";
import type { ShowroomView } from "./showroom-view";

export type HomeHeroProps = {
  showroom: ShowroomView;
  carCount: number;
  spotlight: CarCardView | null;
  shortcuts: { label: string; href: string }[];
};

export function HomeHero({ showroom, carCount, spotlight, shortcuts }: HomeHeroProps) {
  return (
    <section className="hero bg-brand-tint">
      <div className={`wrap grid items-center gap-8 py-9 lg:gap-14 lg:py-16 ${spotlight ? "lg:grid-cols-2" : ""}`}>
        <div className="min-w-0">
          <HeroFacts showroom={showroom} carCount={carCount} />
          <h1 className="mt-4 text-[clamp(2.125rem,1.5rem+2.8vw,3.5rem)] leading-[1.08] tracking-[-0.03em] wrap-break-word">
            {showroom.name}
          </h1>
          {showroom.tagline && <p className="mt-4 max-w-lg text-lg text-pretty lg:text-xl">{showroom.tagline}</p>}
          <SearchForm id="cari" size="large" className="mt-7 max-w-xl" />
          {shortcuts.length > 0 && <Shortcuts shortcuts={shortcuts} />}
        </div>
        {spotlight && <Spotlight car={spotlight} />}
      </div>
    </section>
  );
}

function HeroFacts({ showroom, carCount }: { showroom: ShowroomView; carCount: number }) {
  const open = showroom.locations[0]?.open;

  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1.5 text-[0.9375rem] text-body">
      {showroom.city && (
        <span className="flex items-center gap-1.5">
          <Icon name="map-pin" className="size-4.5" />
          {showroom.city}
        </span>
      )}
      {open && <OpenNow open={open} />}
      {carCount > 0 && <span className="max-sm:hidden">{formatCount(carCount)} mobil siap dilihat</span>}
    </p>
  );
}

function Shortcuts({ shortcuts }: { shortcuts: HomeHeroProps["shortcuts"] }) {
  return (
    <ul
      aria-label="Pencarian populer"
      className="no-scrollbar -mx-4 mt-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {shortcuts.map((shortcut) => (
        <li key={shortcut.href}>
          <a href={shortcut.href} className="chip">
            {shortcut.label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Spotlight({ car }: { car: CarCardView }) {
  return (
    <a href={car.href} className="card group relative block overflow-hidden rounded-3xl shadow-lift">
      <div className="photo-box rounded-none">
        <Picture photo={car.photo} sizes={spotlightSizes} priority="high" />
      </div>
      <span className="flex items-center justify-between gap-4 bg-white px-5 py-4">
        <span className="min-w-0">
          <span className="block truncate font-semibold text-ink">
            <CarName publicName={car.publicName} displayCode={car.displayCode} />
          </span>
          <span className="block truncate text-[0.9375rem] text-muted">{car.fullModel}</span>
        </span>
        <span className="shrink-0 font-bold tracking-tight text-ink tabular-nums lg:text-lg">
          {formatRupiah(car.priceRupiah)}
        </span>
      </span>
    </a>
  );
}
