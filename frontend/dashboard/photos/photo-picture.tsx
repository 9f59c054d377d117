import { ImageOff, LoaderCircle, ShieldCheck, Star, TriangleAlert } from "lucide-react";
import { Badge } from "../ui/badge";
import type { PhotoItem } from "./photo-item";

/** The picture with what there is to say about it. */
export function PhotoPicture({ photo, number }: { photo: PhotoItem; number: number }) {
  return (
    <div className="relative aspect-4/3 bg-sunken">
      {photo.url ? (
        <img
          src={photo.url}
          alt={`Foto ${number}`}
          loading="lazy"
          draggable={false}
          className="size-full object-cover"
        />
      ) : (
        <PictureToCome status={photo.status} />
      )}
      <p className="absolute inset-x-1.5 top-1.5 flex flex-wrap gap-1">
        {photo.isPrimary && (
          <Badge tone="info" icon={<Star aria-hidden="true" />}>
            Sampul
          </Badge>
        )}
        {(photo.maskCount ?? 0) > 0 && (
          <Badge tone="success" icon={<ShieldCheck aria-hidden="true" />}>
            Ditutup
          </Badge>
        )}
        {photo.hasSuggestion && photo.maskCount === 0 && (
          <Badge tone="warning" icon={<TriangleAlert aria-hidden="true" />}>
            Plat terlihat?
          </Badge>
        )}
      </p>
    </div>
  );
}

function PictureToCome({ status }: { status: PhotoItem["status"] }) {
  if (status === "failed") {
    return (
      <p className="flex size-full flex-col items-center justify-center gap-1 p-3 text-center text-[0.8125rem] text-danger">
        <ImageOff aria-hidden="true" className="size-5" />
        Foto rusak. Hapus, lalu unggah ulang.
      </p>
    );
  }
  return (
    <p className="flex size-full flex-col items-center justify-center gap-1 p-3 text-center text-[0.8125rem] text-muted">
      <LoaderCircle aria-hidden="true" className="size-5 motion-safe:animate-spin" />
      Sedang diproses…
    </p>
  );
}
