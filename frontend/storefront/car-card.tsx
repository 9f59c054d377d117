import { formatKm, formatRupiah } from "../ui/format";
import { cardSizes } from "../ui/photo-sizes";
import { type PhotoView, Picture } from "../ui/picture";
import { StatusBadge } from "./status-badge";

/** A car as lists show it. */
export type CarCardView = {
  /** "/avanza-2020-hitam-a01" */
  href: string;
  /** "Avanza 2020 Hitam #A01" */
  publicName: string;
  /** "#A01" */
  displayCode: string;
  /** "Toyota Avanza 1.3 G" */
  fullModel: string;
  priceRupiah: number;
  km: number;
  transmission: string;
  fuel: string | null;
  status: "available" | "booking" | "sold";
  /** Most telling first; the card shows two. */
  features: string[];
  photo: PhotoView | null;
};

export type CarCardProps = {
  car: CarCardView;
  /** Heading level, so that headings stay in order on every page. */
  heading?: "h2" | "h3" | "h4";
  isPriority?: boolean;
};

/** One car in a grid; the whole card is the link. */
export function CarCard({ car, heading: Heading = "h3", isPriority = false }: CarCardProps) {
  return (
    <article className="card relative flex flex-col">
      <div className="photo-box">
        <Picture
          photo={car.photo}
          sizes={cardSizes}
          priority={isPriority ? "high" : undefined}
          className={car.status === "sold" ? "opacity-70 grayscale" : ""}
        />
        <StatusBadge status={car.status} className="absolute top-3 left-3" />
      </div>
      <Heading className="mt-3 text-lg text-pretty">
        <a href={car.href} className="rounded-2xl after:absolute after:inset-0">
          <CarName publicName={car.publicName} displayCode={car.displayCode} />
        </a>
      </Heading>
      <p className="truncate text-[0.9375rem]">{car.fullModel}</p>
      <p className="text-[0.9375rem] text-muted">{factsOf(car).join(" · ")}</p>
      <p className="mt-1.5 text-xl font-bold tracking-tight text-ink tabular-nums">
        {car.status === "sold" ? "Terjual" : formatRupiah(car.priceRupiah)}
      </p>
      {car.features.length > 0 && (
        <p className="mt-2.5 flex h-6.5 flex-wrap gap-1.5 overflow-hidden">
          {car.features.slice(0, 2).map((feature) => (
            <span key={feature} className="tag max-w-full truncate">
              {feature}
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

/** "Avanza 2020 Hitam" with its code set apart, quieter; "Abu-abu" stays on one line. */
export function CarName({ publicName, displayCode }: { publicName: string; displayCode: string }) {
  const name = publicName.endsWith(displayCode) ? publicName.slice(0, -displayCode.length) : publicName;

  return (
    <>
      {name.split(/(\S+-\S+)/).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={part} className="whitespace-nowrap">
            {part}
          </span>
        ),
      )}
      {name !== publicName && <span className="font-medium text-muted">{displayCode}</span>}
    </>
  );
}

function factsOf(car: CarCardView): string[] {
  return [formatKm(car.km), car.transmission, car.fuel ?? ""].filter(Boolean);
}
