import { Icon } from "../ui/icons";
import { OpenNow } from "./open-now";
import { SectionHeading } from "./section-heading";
import type { DayHours, LocationView, ShowroomView } from "./showroom-view";

/** The showroom with its week, then its branches: address, hours where they differ, ways to reach them. */
export function Locations({ showroom }: { showroom: ShowroomView }) {
  const [main, ...branches] = showroom.locations;
  if (!main) return null;

  return (
    <section className="wrap mt-16 lg:mt-24" id="lokasi" aria-labelledby="judul-lokasi">
      <SectionHeading id="judul-lokasi" title="Mampir ke showroom" />
      <div className="grid gap-8 rounded-3xl border border-line p-5 sm:p-7 lg:grid-cols-2 lg:gap-16 lg:p-10">
        <Place location={main} whatsappUrl={showroom.whatsappUrl} />
        {main.hours.length > 0 && <WeekHours hours={main.hours} />}
      </div>
      {branches.length > 0 && (
        <ul className="mt-4 grid gap-4 sm:grid-cols-2">
          {branches.map((branch) => (
            <li
              key={`${branch.name} ${branch.address}`}
              className="grid gap-6 rounded-3xl border border-line p-5 sm:p-7"
            >
              <Place location={branch} whatsappUrl={null} />
              {branch.hours.length > 0 && !sameWeek(branch.hours, main.hours) && <WeekHours hours={branch.hours} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sameWeek(first: DayHours[], second: DayHours[]): boolean {
  return first.length === second.length && first.every(({ hours }, index) => hours === second[index]?.hours);
}

function Place({ location, whatsappUrl }: { location: LocationView; whatsappUrl: string | null }) {
  return (
    <div className="flex flex-col">
      {location.open && <OpenNow open={location.open} />}
      <h3 className="mt-2 text-xl lg:text-2xl">{location.name}</h3>
      <address className="mt-2 max-w-sm text-[1.0625rem] not-italic">
        {location.address}
        {location.city && `, ${location.city}`}
      </address>
      {location.phone && (
        <a
          href={location.phone.href}
          className="mt-1 inline-flex min-h-11 items-center gap-2 self-start font-medium text-ink underline-offset-4 hover:underline"
        >
          <Icon name="phone" className="size-4.5 text-muted" />
          {location.phone.label}
        </a>
      )}
      <div className="mt-4 flex flex-wrap gap-3 lg:mt-auto lg:pt-6">
        {whatsappUrl && (
          <a href={whatsappUrl} className="btn btn-whatsapp grow sm:grow-0">
            <Icon name="whatsapp" />
            Chat WhatsApp
          </a>
        )}
        {location.mapsUrl && (
          <a href={location.mapsUrl} className="btn btn-line grow sm:grow-0">
            <Icon name="map-pin" />
            Petunjuk arah
          </a>
        )}
      </div>
    </div>
  );
}

function WeekHours({ hours }: { hours: DayHours[] }) {
  return (
    <dl>
      {hours.map((day) => (
        <div
          key={day.day}
          className={`flex justify-between gap-4 border-b border-line py-2 last:border-0 ${day.isToday ? "font-semibold text-ink" : ""}`}
        >
          <dt>
            {day.day}
            {day.isToday && <span className="tag ml-2 font-normal">hari ini</span>}
          </dt>
          <dd className={`tabular-nums ${day.hours ? "" : "text-muted"}`}>{day.hours ?? "Tutup"}</dd>
        </div>
      ))}
    </dl>
  );
}
