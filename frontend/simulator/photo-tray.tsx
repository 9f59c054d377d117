import { useEffect, useMemo } from "react";
import { PhoneIcon } from "./icons";
import { PhotoTile } from "./photo-tile";

/** Photos chosen and not sent yet. */
export function PhotoTray({ photos, onChange }: { photos: File[]; onChange(photos: File[]): void }) {
  const chosen = useMemo(() => photos.map((photo) => ({ photo, url: URL.createObjectURL(photo) })), [photos]);
  useEffect(() => {
    return () => {
      for (const { url } of chosen) URL.revokeObjectURL(url);
    };
  }, [chosen]);

  return (
    <div className="photo-tray">
      <p>
        <b>{photos.length} foto</b> siap dikirim
        <button type="button" onClick={() => onChange([])}>
          Kosongkan
        </button>
      </p>
      <ul>
        {chosen.map(({ photo, url }) => (
          <li key={url}>
            <PhotoTile url={url} name={photo.name} />
            <button
              type="button"
              aria-label={`Buang ${photo.name}`}
              onClick={() => onChange(photos.filter((other) => other !== photo))}
            >
              <PhoneIcon name="close" className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
