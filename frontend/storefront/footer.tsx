import { groupHours } from "../ui/hours";
import type { LocationView, ShowroomView } from "./showroom-view";

export type FooterProps = { showroom: ShowroomView };

/** Where the showroom is, when it is open and how to call it. */
export function Footer({ showroom }: FooterProps) {
  const [main] = showroom.locations;

  return (
    <footer className="mt-16 border-t border-line bg-soft lg:mt-24">
      <div className="wrap grid gap-8 py-10 text-[0.9375rem] sm:grid-cols-2 lg:grid-cols-4 lg:py-14">
        <div className="lg:col-span-2">
          <p className="text-lg font-semibold text-ink">{showroom.name}</p>
          {showroom.tagline && <p className="mt-1 max-w-sm">{showroom.tagline}</p>}
          <p className="mt-3 flex flex-wrap gap-x-5">
            <FooterLink href="/mobil">Semua mobil</FooterLink>
            {showroom.whatsappUrl && <FooterLink href={showroom.whatsappUrl}>WhatsApp</FooterLink>}
            {showroom.phone && <FooterLink href={showroom.phone.href}>{showroom.phone.label}</FooterLink>}
          </p>
        </div>
        {main && <FooterAddress location={main} />}
        {main && main.hours.length > 0 && <FooterHours location={main} />}
      </div>
      <p className="wrap border-t border-line py-5 text-sm text-muted">© {showroom.name}</p>
    </footer>
  );
}

function FooterAddress({ location }: { location: LocationView }) {
  return (
    <div>
      <p className="font-semibold text-ink">Alamat</p>
      <address className="mt-1 not-italic">
        {location.address}
        {location.city && <span className="block">{location.city}</span>}
      </address>
      {location.mapsUrl && <FooterLink href={location.mapsUrl}>Petunjuk arah</FooterLink>}
    </div>
  );
}

function FooterHours({ location }: { location: LocationView }) {
  return (
    <div>
      <p className="font-semibold text-ink">Jam buka</p>
      <dl className="mt-1">
        {groupHours(location.hours).map((group) => (
          <div key={group.days} className="flex justify-between gap-4 sm:justify-start">
            <dt className="sm:w-28">{group.days}</dt>
            <dd className="tabular-nums">{group.hours ?? "Tutup"}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-11 items-center font-medium text-ink underline decoration-faint underline-offset-4 hover:decoration-ink"
    >
      {children}
    </a>
  );
}
