import { type CarView, drawCar } from "./draw-car";

const VIEWS: CarView[] = ["front34", "side", "rear", "interior", "detail"];

let drawn: Promise<{ name: string; bytes: Uint8Array }[]> | null = null;

/** Five pictures of one car for a newcomer's first upload in the phone simulator; drawn when first asked for. */
export function samplePhotos(): Promise<{ name: string; bytes: Uint8Array }[]> {
  drawn ??= Promise.all(
    VIEWS.map(async (view) => ({
      name: `${view}.jpg`,
      bytes: await drawCar({ bodyType: "mpv", colorName: "hitam", view, seed: 20 }),
    })),
  );
  return drawn;
}
