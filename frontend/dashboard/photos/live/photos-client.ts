import { type PhotoItem, photosApi } from "../photo-item";

type PhotoJson = {
  id: string;
  url: string | null;
  isPrimary: boolean;
  status: PhotoItem["status"];
  position: number;
  edits: { masks: unknown[] };
  suggestedMask: unknown;
};
type Answer<Data> = { success: true; data: Data } | { success: false; error: { message: string } };

const OFFLINE = "Tidak tersambung. Periksa internet Anda, lalu coba lagi.";

/** Thrown with a sentence for the person. */
export class PhotosProblem extends Error {}

export async function fetchPhotos(carId: string): Promise<PhotoItem[]> {
  return toItems(await ask<PhotoJson[]>(photosApi(carId)));
}

export async function saveOrder(carId: string, photoIds: readonly string[]): Promise<PhotoItem[]> {
  return toItems(await ask<PhotoJson[]>(`${photosApi(carId)}/order`, "PUT", { photoIds }));
}

export async function saveEdits(carId: string, photoId: string, edits: object): Promise<void> {
  await ask(`${photosApi(carId)}/${photoId}/edits`, "PUT", edits);
}

async function ask<Data>(url: string, method = "GET", body?: object): Promise<Data> {
  const init = body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(url, { method, ...init }).catch(() => {
    throw new PhotosProblem(OFFLINE);
  });
  return readAnswer<Data>(response.status, await response.text());
}

/** Our own answers; what stands between (a proxy's error page) is no JSON. */
export function readAnswer<Data>(status: number, text: string): Data {
  const answer = parse<Data>(text);
  if (answer?.success) return answer.data;
  if (status === 401) throw new PhotosProblem("Sesi Anda sudah berakhir. Muat ulang halaman dan masuk lagi.");
  throw new PhotosProblem(answer?.error.message ?? "Server sedang sibuk. Coba lagi sebentar lagi.");
}

function parse<Data>(text: string): Answer<Data> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toItems(photos: readonly PhotoJson[]): PhotoItem[] {
  return photos.map(({ id, url, isPrimary, status, position, edits, suggestedMask }) => ({
    ...{ id, url, isPrimary, status, position },
    maskCount: edits.masks.length,
    hasSuggestion: suggestedMask !== null,
  }));
}
