import type { ReactNode } from "react";
import { Icon } from "../ui/icons";

export type CarDetailsProps = {
  /** In the order shown; leave out what is unknown. */
  specs: { label: string; value: string }[];
  /** "Plat L (Surabaya) · ganjil"; never the plate itself. */
  plate: string | null;
  /** "Agustus 2026" */
  taxMonth: string | null;
  conditionNotes: string | null;
  description: string | null;
  videoUrl: string | null;
  /** Where the car stands; not shown for a sold car. */
  location: { name: string; address: string; mapsUrl: string | null } | null;
};

export function CarDetails(props: CarDetailsProps) {
  const { specs, plate, taxMonth, conditionNotes, description, videoUrl, location } = props;

  return (
    <div className="mt-8 min-w-0 space-y-9 gutter lg:mt-10 lg:space-y-12 lg:px-0">
      {(plate || taxMonth) && (
        <ul className="grid gap-3 sm:grid-cols-2">
          {plate && <Paper icon={<Icon name="plate" className="size-6" />} label="Pelat nomor" value={plate} />}
          {taxMonth && (
            <Paper icon={<Icon name="calendar" className="size-6" />} label="Pajak sampai" value={taxMonth} />
          )}
        </ul>
      )}
      {conditionNotes && <Prose title="Kondisi" text={conditionNotes} />}
      {description && <Prose title="Tentang mobil ini" text={description} />}
      {specs.length > 0 && <Specs specs={specs} />}
      {videoUrl && (
        <a href={videoUrl} className="btn btn-line">
          Tonton video mobil ini
        </a>
      )}
      {location && <Location location={location} />}
    </div>
  );
}

function Paper({ icon, label, value }: { icon: ReactNode; label: string; value: string }) {
  return (
    <li className="flex items-center gap-4 rounded-2xl border border-line px-4 py-3.5">
      <span className="text-muted">{icon}</span>
      <span>
        <span className="block text-sm text-muted">{label}</span>
        <span className="block font-semibold text-ink">{value}</span>
      </span>
    </li>
  );
}

function Prose({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2 className="text-xl lg:text-2xl">{title}</h2>
      <p className="mt-2 max-w-[65ch] text-[1.0625rem] wrap-break-word whitespace-pre-line">{text}</p>
    </section>
  );
}

function Specs({ specs }: Pick<CarDetailsProps, "specs">) {
  return (
    <section>
      <h2 className="text-xl lg:text-2xl">Spesifikasi</h2>
      <dl className="mt-3 sm:columns-2 sm:gap-12">
        {specs.map((spec) => (
          <div key={spec.label} className="flex break-inside-avoid justify-between gap-4 border-b border-line py-2.5">
            <dt className="text-muted">{spec.label}</dt>
            <dd className="text-right font-medium text-ink">{spec.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Location({ location }: { location: NonNullable<CarDetailsProps["location"]> }) {
  return (
    <section>
      <h2 className="text-xl lg:text-2xl">Lihat langsung</h2>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-4 rounded-2xl border border-line px-4 py-4 sm:px-5">
        <p>
          <span className="block font-semibold text-ink">{location.name}</span>
          {location.address}
        </p>
        {location.mapsUrl && (
          <a href={location.mapsUrl} className="btn btn-line max-sm:w-full">
            <Icon name="map-pin" />
            Petunjuk arah
          </a>
        )}
      </div>
    </section>
  );
}
