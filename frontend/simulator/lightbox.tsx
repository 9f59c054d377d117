import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { PhoneIcon } from "./icons";
import { PhotoTile } from "./photo-tile";

export type OpenPhotos = { photos: { url: string; name: string }[]; start: number };

/** Photos of a message, large, over the whole page. */
export function Lightbox({ photos, start, onClose }: OpenPhotos & { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [index, setIndex] = useState(start);
  const photo = photos[index];
  const go = (step: number) => setIndex((now) => Math.max(0, Math.min(photos.length - 1, now + step)));

  useEffect(() => dialog.current?.showModal(), []);

  function turn(event: KeyboardEvent): void {
    if (event.key === "ArrowRight") go(1);
    if (event.key === "ArrowLeft") go(-1);
  }

  return (
    <dialog ref={dialog} className="lightbox" aria-label="Foto" onClose={onClose} onKeyDown={turn}>
      <div className="lightbox-bar">
        <span>
          {index + 1} / {photos.length}
        </span>
        <button type="button" onClick={onClose}>
          <PhoneIcon name="close" className="size-6" />
          <span className="sr-only">Tutup</span>
        </button>
      </div>
      {photo && <PhotoTile key={photo.url} url={photo.url} name={photo.name} />}
      {photos.length > 1 && (
        <>
          <button type="button" className="lightbox-turn left-3" disabled={index === 0} onClick={() => go(-1)}>
            <PhoneIcon name="back" className="size-6" />
            <span className="sr-only">Foto sebelumnya</span>
          </button>
          <button
            type="button"
            className="lightbox-turn right-3"
            disabled={index === photos.length - 1}
            onClick={() => go(1)}
          >
            <PhoneIcon name="back" className="size-6 rotate-180" />
            <span className="sr-only">Foto berikutnya</span>
          </button>
        </>
      )}
    </dialog>
  );
}
