import type Sharp from "sharp";
import { maxImagePixels } from "./image-intake";

export type SharpModule = typeof Sharp;

/** For pictures from outside: broken pixels are an error, bombs are refused before they are unpacked. */
export const untrustedInput = { failOn: "error", limitInputPixels: maxImagePixels } as const;

let loading: Promise<SharpModule> | undefined;

/** sharp with its doors closed, loaded on first use: a process that only serves pages never pays for it. */
export function loadSharp(): Promise<SharpModule> {
  loading ??= import("sharp").then((module) => closeDoors(module.default));
  return loading;
}

/** True when this machine's libvips was built with HEVC, so that it opens the pictures of an iPhone. */
export async function decodesHevc(): Promise<boolean> {
  const sharp = await loadSharp();
  return sharp.format.heif.input.fileSuffix?.includes(".heic") ?? false;
}

/** Only the loaders of photo formats stay open (no SVG, PDF, TIFF …); one thread a picture, no memory kept between. */
function closeDoors(sharp: SharpModule): SharpModule {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"],
  });
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}
