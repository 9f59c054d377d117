import { Icon } from "../ui/icons";
import { lightboxSizes } from "../ui/photo-sizes";
import { type PhotoView, Picture } from "../ui/picture";

export type CarLightboxProps = { photos: PhotoView[]; carName: string };

/** All photos large, one below the other. A photo is a checkbox: checked means enlarged, so zoom needs no script. */
export function CarLightbox({ photos, carName }: CarLightboxProps) {
  return (
    <div id="semua-foto" popover="auto" role="dialog" aria-label={`Semua foto ${carName}`} className="lightbox">
      <div className="sticky top-0 z-10 flex items-center justify-between bg-linear-to-b from-black/80 to-transparent px-4 py-2">
        <p className="truncate font-semibold">{carName}</p>
        <button
          type="button"
          popoverTarget="semua-foto"
          popoverTargetAction="hide"
          aria-label="Tutup foto"
          className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-full bg-white/15 outline-white hover:bg-white/25"
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="mx-auto flex max-w-[75rem] flex-col gap-2 pb-10 lg:gap-4">
        {numbered(photos).map(({ photo, number }) => (
          <label key={number} className="zoom" data-large>
            <input type="checkbox" className="sr-only" aria-label={`Zoom foto ${number} dari ${photos.length}`} />
            <Picture photo={photo} sizes={lightboxSizes} />
          </label>
        ))}
      </div>
    </div>
  );
}

/** Photos with their place in the gallery, from 1; their texts may repeat. */
export function numbered(photos: PhotoView[]): { photo: PhotoView; number: number }[] {
  return photos.map((photo, index) => ({ photo, number: index + 1 }));
}
