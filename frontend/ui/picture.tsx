import { CarIcon } from "./icons";

export type PhotoSource = { src: string; width: number };

/** One photo in its processed sizes; `sources` with no jpeg means it is still being processed. */
export type PhotoView = {
  width: number;
  height: number;
  /** Dominant colour "#rrggbb", shown until the pixels arrive. */
  color: string;
  alt: string;
  sources: { avif: PhotoSource[]; webp: PhotoSource[]; jpeg: PhotoSource[] };
};

export type PictureProps = {
  photo: PhotoView | null;
  /** The `sizes` attribute: how wide the picture is shown. */
  sizes: string;
  /** "high" loads at once and first, only for the largest photo on the first screen; others wait until they are near. */
  priority?: "high" | "low";
  /** "contain" shows all of the photo, with its own colour around it. */
  fit?: "cover" | "contain";
  className?: string;
};

/** A responsive photo that never shifts the page; fills its box. Without pixels it is a calm box with a car. */
export function Picture({ photo, sizes, priority, fit = "cover", className = "" }: PictureProps) {
  const fallback = photo?.sources.jpeg.find((source) => source.width >= 640) ?? photo?.sources.jpeg.at(-1);
  if (!photo || !fallback) return <PhotoPlaceholder photo={photo} className={className} />;

  return (
    <picture className="contents">
      <SourceSet type="image/avif" sources={photo.sources.avif} sizes={sizes} />
      <SourceSet type="image/webp" sources={photo.sources.webp} sizes={sizes} />
      <img
        src={fallback.src}
        srcSet={toSrcSet(photo.sources.jpeg)}
        sizes={sizes}
        width={photo.width}
        height={photo.height}
        alt={photo.alt}
        loading={priority === "high" ? undefined : "lazy"}
        fetchPriority={priority}
        decoding="async"
        style={{ backgroundColor: photo.color }}
        className={`size-full ${fit === "cover" ? "object-cover" : "object-contain"} ${className}`}
      />
    </picture>
  );
}

/** "a-320.avif 320w, a-640.avif 640w" */
export function toSrcSet(sources: PhotoSource[]): string {
  return sources.map((source) => `${source.src} ${source.width}w`).join(", ");
}

function SourceSet({ type, sources, sizes }: { type: string; sources: PhotoSource[]; sizes: string }) {
  if (sources.length === 0) return null;
  return <source type={type} srcSet={toSrcSet(sources)} sizes={sizes} />;
}

function PhotoPlaceholder({ photo, className }: { photo: PhotoView | null; className: string }) {
  return (
    <div
      style={photo ? { backgroundColor: photo.color } : undefined}
      className={`flex size-full flex-col items-center justify-center bg-soft ${className}`}
    >
      <span className="flex flex-col items-center gap-1 rounded-2xl bg-white px-4 py-3 text-sm text-muted">
        <CarIcon className="w-16 text-faint" />
        {photo ? "Foto sedang diproses" : "Foto menyusul"}
      </span>
    </div>
  );
}
