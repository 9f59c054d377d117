import { ImageUp } from "lucide-react";
import { Button } from "../ui/button";
import { FileInput } from "../ui/text-input";
import { PHOTO_TYPES } from "./photo-item";

/** Works without scripts; several files at once. */
export function UploadForm({ action }: { action: string }) {
  return (
    <form method="post" action={action} encType="multipart/form-data" className="stack">
      <FileInput
        name="photos"
        label="Tambah foto"
        hint="JPG, PNG, atau WebP. Maksimal 10 foto sekali unggah, 10 MB per foto."
        accept={PHOTO_TYPES}
        multiple
        required
      />
      <div className="form-actions">
        <Button icon={<ImageUp aria-hidden="true" className="size-4" />}>Unggah foto</Button>
      </div>
    </form>
  );
}
