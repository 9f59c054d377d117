import { useState } from "react";
import { loadSamplePhotos } from "./api";

/** The offered pictures of a car, fetched when asked for; `note` says how that goes. */
export function useSamplePhotos(): { note: string; load(): Promise<File[]> } {
  const [note, setNote] = useState("");

  async function load(): Promise<File[]> {
    setNote("Memuat foto…");
    const photos = await loadSamplePhotos().catch(() => []);
    setNote(photos.length > 0 ? "" : "Belum ada foto contoh. Pilih foto sendiri lewat tombol kamera di ponsel.");
    return photos;
  }

  return { note, load };
}
