import { formatRupiah } from "../ui/format";
import { Icon, type IconName } from "../ui/icons";
import { CarName } from "./car-card";
import { ContactButtons } from "./contact-bar";

/** What is on offer; a sold car has no price and no contact of its own any more. */
export type OfferView =
  | {
      status: "available" | "booking";
      priceRupiah: number;
      credit: { priceRupiah: number; minimumTenorMonths: number | null } | null;
      /** wa.me link with the ready message about this car. */
      whatsappUrl: string | null;
      /** wa.me link to a sales person. */
      salesUrl: string | null;
    }
  | {
      status: "sold";
      /** Opens a chat asking for a car like this one. */
      askSimilarUrl: string | null;
      similarHref: string;
    };

export type CarPanelProps = {
  publicName: string;
  displayCode: string;
  fullModel: string;
  /** The four facts everybody asks first, ready to show: "2020", "45.000 km", "Manual", "Bensin". */
  summary: { year: string; km: string; transmission: string; fuel: string | null };
  features: string[];
  offer: OfferView;
  /** url is the page; whatsappShareUrl works without script. */
  share: { url: string; title: string; whatsappShareUrl: string };
};

/** Name, price, first facts and ways to ask; stays in sight beside the page on desktops. */
export function CarPanel({ publicName, displayCode, fullModel, summary, features, offer, share }: CarPanelProps) {
  return (
    <div className="gutter pt-3 lg:row-span-2 lg:px-0 lg:pt-0">
      <div className="lg:sticky lg:top-6 lg:mt-1 lg:rounded-3xl lg:border lg:border-line lg:p-7 lg:shadow-lift">
        <div className="flex items-start justify-between gap-3">
          <h1 className="text-[1.75rem] wrap-break-word lg:text-3xl">
            <CarName publicName={publicName} displayCode={displayCode} />
          </h1>
          <ShareLink share={share} />
        </div>
        <p className="mt-1 text-[1.0625rem]">{fullModel}</p>
        {offer.status === "sold" ? <SoldNotice /> : <Price offer={offer} />}
        <Summary summary={summary} />
        <Features features={features} />
        <ContactButtons offer={offer} className="mt-6 hidden flex-col gap-3 lg:flex" />
      </div>
    </div>
  );
}

function ShareLink({ share }: Pick<CarPanelProps, "share">) {
  return (
    <a
      href={share.whatsappShareUrl}
      data-island="share"
      data-url={share.url}
      data-title={share.title}
      className="-mt-1 flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-2 rounded-full border border-line px-2.5 text-[0.9375rem] font-semibold text-ink hover:border-ink"
    >
      <Icon name="share" />
      <span data-label aria-live="polite" className="sr-only">
        Bagikan
      </span>
    </a>
  );
}

function Price({ offer }: { offer: Extract<OfferView, { priceRupiah: number }> }) {
  return (
    <div className="mt-4">
      <p className="text-3xl font-bold tracking-tight text-ink tabular-nums lg:text-[2.125rem]">
        {formatRupiah(offer.priceRupiah)}
      </p>
      <p className="text-[0.9375rem] text-muted">Harga tunai</p>
      {offer.credit && (
        <p className="mt-3 rounded-2xl bg-soft px-4 py-3 text-[0.9375rem]">
          Harga kredit{" "}
          <strong className="font-semibold text-ink tabular-nums">{formatRupiah(offer.credit.priceRupiah)}</strong>
          {offer.credit.minimumTenorMonths && (
            <span className="block text-muted">Tenor minimal {tenorLabel(offer.credit.minimumTenorMonths)}</span>
          )}
        </p>
      )}
      {offer.status === "booking" && (
        <p className="mt-3 rounded-2xl bg-warning-tint px-4 py-3 text-[0.9375rem] text-warning">
          Unit ini sedang dibooking. Tetap boleh tanya, kami kabari bila batal.
        </p>
      )}
    </div>
  );
}

function SoldNotice() {
  return (
    <div className="mt-4 rounded-2xl bg-ink px-5 py-4 text-white">
      <p className="text-xl font-bold tracking-wide">TERJUAL</p>
      <p className="mt-0.5 text-[0.9375rem] text-white/85">
        Unit ini sudah menemukan pemilik baru. Yang serupa masih ada di bawah.
      </p>
    </div>
  );
}

function Summary({ summary }: Pick<CarPanelProps, "summary">) {
  const facts: { label: string; value: string | null; icon: IconName }[] = [
    { label: "Tahun", value: summary.year, icon: "calendar" },
    { label: "Jarak tempuh", value: summary.km, icon: "gauge" },
    { label: "Transmisi", value: summary.transmission, icon: "gearbox" },
    { label: "Bahan bakar", value: summary.fuel, icon: "fuel" },
  ];

  return (
    <dl className="mt-5 grid grid-cols-2 gap-x-4 gap-y-4 border-t border-line pt-5">
      {facts.map(({ label, value, icon }) =>
        value ? (
          <div key={label} className="grid grid-cols-[auto_1fr] items-center gap-x-3">
            <Icon name={icon} className="row-span-2 size-6 text-muted" />
            <dt className="col-start-2 text-sm leading-tight text-muted">{label}</dt>
            <dd className="col-start-2 font-semibold text-ink tabular-nums">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function Features({ features }: Pick<CarPanelProps, "features">) {
  if (features.length === 0) return null;

  return (
    <ul aria-label="Kelebihan" className="mt-5 flex flex-wrap gap-2">
      {features.map((feature) => (
        <li
          key={feature}
          className="flex items-center gap-1.5 rounded-full bg-soft px-3 py-1.5 text-[0.9375rem] text-ink"
        >
          <Icon name="check" className="size-4 text-brand-ink" />
          {feature}
        </li>
      ))}
    </ul>
  );
}

/** 36 → "36 bulan (3 tahun)" */
function tenorLabel(months: number): string {
  return months % 12 === 0 ? `${months} bulan (${months / 12} tahun)` : `${months} bulan`;
}
