import type { SamplePhotosView } from "@/frontend/simulator/world-view";
import type { SimulatorDeps } from "./deps";
import { mediaAddress, storePhoneFile } from "./media";

/** Pictures for a first upload, stored like a phone's own files; an empty list when none are wired. */
export async function loadSamplePhotos(deps: SimulatorDeps): Promise<SamplePhotosView> {
  const samples = (await deps.samplePhotos?.()) ?? [];
  const photos: SamplePhotosView["photos"] = [];
  for (const { name, bytes } of samples) {
    const key = await storePhoneFile(deps.objectStore, bytes, "image/jpeg");
    photos.push({ name, url: mediaAddress(key) });
  }
  return { photos };
}
