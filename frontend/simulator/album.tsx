import type { OpenPhotos } from "./lightbox";
import type { ShownMessage } from "./message-groups";
import { PhotoTile } from "./photo-tile";

const MOST_TILES = 4;

/** One photo large, several as WhatsApp's grid; the fourth tile counts what is left. */
export function Album({ messages, onOpen }: { messages: ShownMessage[]; onOpen(photos: OpenPhotos): void }) {
  const photos = messages.flatMap(({ mediaUrl, filename }) =>
    mediaUrl ? [{ url: mediaUrl, name: filename ?? "Foto" }] : [],
  );
  const hidden = photos.length - MOST_TILES;

  return (
    <div className="album" data-count={Math.min(photos.length, MOST_TILES)}>
      {photos.slice(0, MOST_TILES).map((photo, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may be sent twice
          key={index}
          type="button"
          aria-label={`Buka foto ${index + 1} dari ${photos.length}`}
          onClick={() => onOpen({ photos, start: index })}
        >
          <PhotoTile url={photo.url} name={photo.name} />
          {hidden > 0 && index === MOST_TILES - 1 && <span className="album-more">+{hidden + 1}</span>}
        </button>
      ))}
    </div>
  );
}
