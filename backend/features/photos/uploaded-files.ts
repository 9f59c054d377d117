import { chosenFiles, fileNameOf } from "@/backend/platform/chosen-files";
import { AppError } from "@/backend/platform/errors";
import { maxImageBytes } from "./image-intake";
import { MOST_FILES_PER_UPLOAD } from "./schemas";
import type { UploadedFile } from "./upload-photos";

/** Largest body of one upload: its files, and the form around them. */
export const MAX_UPLOAD_BYTES = MOST_FILES_PER_UPLOAD * maxImageBytes + 1024 * 1024;

/** The files of a form's `photos` field. */
export async function uploadedFilesOf(form: FormData): Promise<UploadedFile[]> {
  const files = chosenFiles(form, "photos");
  return Promise.all(files.map(async (file) => ({ fileName: fileNameOf(file), bytes: await file.bytes() })));
}

/** For `bodyLimit`: more than one upload may hold. */
export function refuseLargeUpload(): never {
  throw new AppError("too_large", "upload too large", {
    userMessage: "Fotonya terlalu besar untuk dikirim sekaligus. Unggah beberapa saja dulu, maksimal 10 MB per foto.",
  });
}
