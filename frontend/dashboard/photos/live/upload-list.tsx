import { RotateCw, X } from "lucide-react";
import { Button } from "../../ui/button";
import type { Upload } from "./use-uploads";

type UploadListProps = {
  uploads: readonly Upload[];
  onRetry(upload: Upload): void;
  onDrop(upload: Upload): void;
};

/** One line per file that is on its way or did not arrive. */
export function UploadList({ uploads, onRetry, onDrop }: UploadListProps) {
  return (
    <ul aria-live="polite" aria-label="Unggahan" className="flex flex-col gap-2 empty:hidden">
      {uploads.map((upload) => (
        <li key={upload.id} className="rounded-lg border border-line p-2.5">
          <div className="flex items-center justify-between gap-2">
            <span className="min-w-0 truncate font-medium">{upload.file.name}</span>
            <span className="flex shrink-0 items-center gap-1">
              {upload.state === "failed" && upload.mayRetry && (
                <Button
                  type="button"
                  size="sm"
                  icon={<RotateCw aria-hidden="true" className="size-4" />}
                  onClick={() => onRetry(upload)}
                >
                  Coba lagi
                </Button>
              )}
              {upload.state === "failed" && (
                <Button
                  type="button"
                  size="sm"
                  variant="ghost"
                  aria-label={`Singkirkan ${upload.file.name}`}
                  onClick={() => onDrop(upload)}
                >
                  <X aria-hidden="true" className="size-4" />
                </Button>
              )}
            </span>
          </div>
          {upload.state === "failed" ? (
            <p className="text-[0.8125rem] text-danger">{upload.message}</p>
          ) : (
            <progress
              className="meter mt-1.5 w-full"
              aria-label={`Mengunggah ${upload.file.name}`}
              value={upload.progress}
              max={1}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
