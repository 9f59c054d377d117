import { ConfirmForm } from "../ui/form";
import { photoHref, photosHref } from "./photo-item";

export type DeletePhotoPageProps = {
  carId: string;
  carName: string;
  photoId: string;
  url: string | null;
  isCover: boolean;
};

export function DeletePhotoPage({ carId, carName, photoId, url, isCover }: DeletePhotoPageProps) {
  return (
    <ConfirmForm
      action={`${photoHref(carId, photoId)}/hapus`}
      title={`Hapus foto ini dari ${carName}?`}
      submitLabel="Hapus foto"
      cancelHref={photosHref(carId)}
    >
      <div className="stack">
        {url && <img src={url} alt="Foto yang akan dihapus" className="max-h-72 rounded-lg object-contain" />}
        <p>
          Foto langsung hilang dari website dan tidak bisa dikembalikan.
          {isCover && " Foto berikutnya akan menjadi sampul."}
        </p>
      </div>
    </ConfirmForm>
  );
}
