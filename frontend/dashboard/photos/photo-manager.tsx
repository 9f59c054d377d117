import { PhotoGrid } from "./photo-grid";
import { type PhotoItem, photosHref } from "./photo-item";
import { UploadForm } from "./upload-form";

export type PhotoManagerProps = {
  carId: string;
  /** Cover first. */
  photos: readonly PhotoItem[];
  mayEdit: boolean;
};

/** A car's photos with all that can be done to them, by forms; the island "photo-manager.js" makes it live. Not inside a form. */
export function PhotoManager(props: PhotoManagerProps) {
  const { carId, photos, mayEdit } = props;
  return (
    <div data-island={mayEdit ? "photo-manager" : undefined} data-props={mayEdit ? JSON.stringify(props) : undefined}>
      <div className="stack">
        <PhotoGrid carId={carId} photos={photos} mayEdit={mayEdit} />
        {mayEdit && <UploadForm action={photosHref(carId)} />}
      </div>
    </div>
  );
}
