import { ImageUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { PHOTO_TYPES } from "../photo-item";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

/** Chooses files or takes those dropped on it, and shows each on its way. */
export function UploadZone({ carId, onUploaded }: { carId: string; onUploaded: () => void }) {
  const { uploads, add, retry, drop } = useUploads(carId, onUploaded);
  const [isOver, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };

  return (
    <div className="stack">
      <UploadList uploads={uploads} onRetry={retry} onDrop={drop} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file field inside does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={take}
      >
        <label
          className={`flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-dashed px-4 py-6 text-center focus-within:outline-2 focus-within:outline-accent ${isOver ? "border-accent bg-accent-tint" : "border-edge hover:bg-sunken"}`}
        >
          <ImageUp aria-hidden="true" className="size-5 text-muted" />
          <span className="font-semibold text-ink">Tambah foto</span>
          <span className="text-[0.8125rem] text-muted">
            Pilih atau seret ke sini. JPG, PNG, atau WebP, maksimal 10 MB per foto.
          </span>
          <input
            type="file"
            accept={PHOTO_TYPES}
            multiple
            className="sr-only"
            onChange={({ target }) => {
              add([...(target.files ?? [])]);
              target.value = "";
            }}
          />
        </label>
      </div>
    </div>
  );
}
