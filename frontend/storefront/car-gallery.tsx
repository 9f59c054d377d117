import { Icon } from "../ui/icons";
import { gallerySizes, thumbnailSizes } from "../ui/photo-sizes";
import { type PhotoView, Picture } from "../ui/picture";
import { CarLightbox, numbered } from "./car-lightbox";
import { StatusBadge } from "./status-badge";

export type CarGalleryProps = { photos: PhotoView[]; carName: string; status: "available" | "booking" | "sold" };

/** Photos side by side that snap while swiping, thumbnails that jump, and a wall with all of them. */
export function CarGallery({ photos, carName, status }: CarGalleryProps) {
  return (
    <section aria-label={`Foto ${carName}`} className="relative min-w-0 lg:mt-1" data-island="gallery">
      <div className="relative">
        <GalleryStrip photos={photos} isSold={status === "sold"} />
        <StatusBadge status={status} className="pointer-events-none absolute top-4 left-4 px-4 py-1.5 text-base" />
        {photos.length > 1 && <GalleryCounter count={photos.length} />}
      </div>
      {photos.length > 1 && <Thumbnails photos={photos} />}
      {photos.length > 0 && <CarLightbox photos={photos} carName={carName} />}
    </section>
  );
}

/** An upright photo is shown whole rather than cut to a wide one. */
function GalleryStrip({ photos, isSold }: { photos: PhotoView[]; isSold: boolean }) {
  if (photos.length === 0) {
    return (
      <div className="photo-box rounded-none lg:rounded-3xl">
        <Picture photo={null} sizes={gallerySizes} />
      </div>
    );
  }

  return (
    <div className="gallery photo-box rounded-none lg:rounded-3xl" data-strip>
      {numbered(photos).map(({ photo, number }) => (
        <button
          key={number}
          type="button"
          id={`foto-${number}`}
          popoverTarget="semua-foto"
          aria-label={`Perbesar foto ${number} dari ${photos.length}`}
          className="relative h-full cursor-zoom-in -outline-offset-4"
        >
          <Picture
            photo={photo}
            sizes={gallerySizes}
            priority={number === 1 ? "high" : undefined}
            fit={photo.height > photo.width ? "contain" : "cover"}
            className={isSold ? "opacity-80 grayscale" : ""}
          />
        </button>
      ))}
    </div>
  );
}

/** Says how many photos there are; the island keeps the first number right. */
function GalleryCounter({ count }: { count: number }) {
  return (
    <span className="pointer-events-none absolute right-4 bottom-4 flex items-center gap-2 rounded-full bg-black/70 px-3 py-1.5 text-sm font-semibold text-white tabular-nums">
      <Icon name="zoom" className="size-4" />
      <span data-counter>{count} foto</span>
    </span>
  );
}

function Thumbnails({ photos }: { photos: PhotoView[] }) {
  return (
    <ul className="no-scrollbar flex gap-2 overflow-x-auto gutter py-3 lg:px-1" aria-label="Pilih foto">
      {numbered(photos).map(({ photo, number }) => (
        <li key={number} className="shrink-0">
          <a
            href={`#foto-${number}`}
            aria-label={`Foto ${number}`}
            className="thumb block h-14 w-18.5 overflow-hidden rounded-xl bg-soft lg:h-17 lg:w-22.5"
          >
            <Picture photo={{ ...photo, alt: "" }} sizes={thumbnailSizes} priority="low" />
          </a>
        </li>
      ))}
    </ul>
  );
}
