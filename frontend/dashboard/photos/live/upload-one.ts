import { photosApi } from "../photo-item";
import { PhotosProblem, readAnswer } from "./photos-client";

export type UploadOutcome = { ok: true } | { ok: false; message: string; mayRetry: boolean };

const MOST_BYTES = 10 * 1024 * 1024;

/** Sends one file; `fetch` cannot tell how far it is, so this is XMLHttpRequest. */
export async function uploadOne(
  carId: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<UploadOutcome> {
  if (file.size > MOST_BYTES) {
    return { ok: false, message: "Ukurannya lebih dari 10 MB. Perkecil dulu fotonya.", mayRetry: false };
  }
  const answer = await post(photosApi(carId), file, onProgress);
  if (!answer) return { ok: false, message: "Koneksi terputus.", mayRetry: true };
  try {
    readAnswer(answer.status, answer.text);
    return { ok: true };
  } catch (error) {
    const message = error instanceof PhotosProblem ? error.message : "Foto belum terkirim.";
    return { ok: false, message, mayRetry: answer.status >= 500 || answer.status === 429 };
  }
}

function post(
  url: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<{ status: number; text: string } | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("photos", file);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    request.open("POST", url);
    request.send(body);
  });
}
