import { ImageOff } from "lucide-react";
import { EmptyState } from "../ui/feedback";
import { PhotoActions } from "./photo-actions";
import type { PhotoItem } from "./photo-item";
import { PhotoPicture } from "./photo-picture";

export type PhotoGridProps = { carId: string; photos: readonly PhotoItem[]; mayEdit: boolean };

export const PHOTO_GRID = "grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4";
export const PHOTO_TILE = "flex flex-col overflow-hidden rounded-lg border border-line bg-surface";

export function PhotoGrid({ carId, photos, mayEdit }: PhotoGridProps) {
  if (photos.length === 0) return <NoPhotos mayEdit={mayEdit} />;
  return (
    <ol className={PHOTO_GRID}>
      {photos.map((photo, index) => (
        <li key={photo.id} className={PHOTO_TILE}>
          <PhotoPicture photo={photo} number={index + 1} />
          {mayEdit && <PhotoActions carId={carId} photo={photo} number={index + 1} count={photos.length} />}
        </li>
      ))}
    </ol>
  );
}

export function NoPhotos({ mayEdit }: { mayEdit: boolean }) {
  return (
    <EmptyState icon={<ImageOff aria-hidden="true" />} title="Belum ada foto" headingLevel={3}>
      {mayEdit
        ? "Mulai dari tampak depan samping: foto pertama menjadi sampul di website dan WhatsApp."
        : "Foto unit ini belum diunggah."}
    </EmptyState>
  );
}
