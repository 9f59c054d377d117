import { Icon } from "../ui/icons";
import { SearchForm } from "./search-form";
import type { ShowroomView } from "./showroom-view";

export type HeaderProps = { showroom: ShowroomView; hasSearch: boolean };

/** Name or logo, search, and the two or three places worth going. */
export function Header({ showroom, hasSearch }: HeaderProps) {
  return (
    <header className="border-b border-line">
      <div className="wrap flex h-16 items-center gap-3 lg:h-18 lg:gap-8">
        <a href="/" className="flex min-h-11 min-w-0 items-center gap-2.5 font-semibold text-ink lg:text-lg">
          <ShowroomMark showroom={showroom} />
        </a>
        {hasSearch && <SearchForm id="cari-atas" className="hidden max-w-md flex-1 lg:block" />}
        <nav aria-label="Utama" className="ml-auto flex shrink-0 items-center gap-1 lg:gap-2">
          {hasSearch && (
            <a
              href="/mobil"
              aria-label="Cari mobil"
              className="grid size-11 place-items-center rounded-full text-ink hover:bg-soft lg:hidden"
            >
              <Icon name="search" />
            </a>
          )}
          <a href="/mobil" className="hidden min-h-11 items-center rounded-xl px-3 text-ink hover:bg-soft sm:flex">
            Semua mobil
          </a>
          {showroom.locations.length > 0 && (
            <a href="/#lokasi" className="hidden min-h-11 items-center rounded-xl px-3 text-ink hover:bg-soft md:flex">
              Lokasi &amp; jam
            </a>
          )}
          {showroom.whatsappUrl && (
            <a
              href={showroom.whatsappUrl}
              aria-label="Chat WhatsApp"
              className="flex size-11 items-center justify-center gap-2 rounded-full bg-whatsapp font-semibold text-white sm:w-auto sm:px-4"
            >
              <Icon name="whatsapp" />
              <span className="hidden sm:inline">WhatsApp</span>
            </a>
          )}
        </nav>
      </div>
    </header>
  );
}

function ShowroomMark({ showroom }: { showroom: ShowroomView }) {
  if (showroom.logo) {
    const { src, srcSet, width, height } = showroom.logo;
    return (
      <img
        src={src}
        srcSet={srcSet}
        width={width}
        height={height}
        alt={showroom.name}
        className="h-9 w-auto max-w-44 object-contain"
      />
    );
  }

  return (
    <>
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-xl bg-brand text-lg text-brand-contrast"
      >
        {showroom.name.trim().charAt(0).toUpperCase()}
      </span>
      <span className="line-clamp-2 leading-tight tracking-tight">{showroom.name}</span>
    </>
  );
}
