import type { OverlayOptions } from "sharp";
import { loadSharp, type SharpModule, untrustedInput } from "./load-sharp";
import { mixWithWhite, parseHexColor, type Rgb, readableOn, roundedBox, slantedPanel } from "./og-image/shapes";
import { type RenderedText, renderText } from "./og-image/text";

export type OgImageInput = {
  /** One of our own variants (JPEG, WebP or AVIF), or null when the car has no photo yet. */
  photo: Uint8Array | null;
  /** e.g. "Toyota Avanza 1.3 G 2020"; never a plate. */
  title: string;
  /** e.g. "Rp 185.000.000" */
  priceText: string;
  showroomName: string;
  /** "#rrggbb" of the tenant; anything else falls back to a neutral blue. */
  brandColor: string;
  /** A short word on the photo, e.g. "Terjual", "Baru masuk". */
  badge?: string;
};

const width = 1200;
const height = 630;
const maxBytes = 300_000;
const margin = 48;
const panel = { topX: 440, bottomX: 384, stripe: 10 };
const priceBar = { height: 124, bottomGap: 28, radius: 24 };

const white: Rgb = { red: 255, green: 255, blue: 255 };
const ink: Rgb = { red: 17, green: 24, blue: 39 };
const fallbackBrand: Rgb = { red: 29, green: 78, blue: 216 };

/** The picture a shared link shows (WhatsApp, Facebook): 1200×630 JPEG under 300 KB with the car and its price. */
export async function renderOgImage(input: OgImageInput): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const brand = parseHexColor(input.brandColor) ?? fallbackBrand;

  const layers = [
    ...(await photoLayers(sharp, input.photo)),
    slantedPanel(panel.topX + panel.stripe, panel.bottomX + panel.stripe, height, brand),
    slantedPanel(panel.topX, panel.bottomX, height, white),
    ...(await titleLayers(sharp, input, brand)),
    ...(await priceLayers(sharp, input.priceText, brand)),
    ...(await badgeLayers(sharp, input.badge)),
  ];
  return encode(sharp, layers, mixWithWhite(brand, 0.12));
}

/** The photo fills what the panel leaves free, so that a 4:3 picture shows the whole car. */
async function photoLayers(sharp: SharpModule, photo: Uint8Array | null): Promise<OverlayOptions[]> {
  const left = panel.bottomX;
  if (!photo) return [await photoComingSoon(sharp, left)];

  const input = await sharp(photo, untrustedInput)
    .resize({ width: width - left, height, fit: "cover" })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return [{ input, left, top: 0 }];
}

async function photoComingSoon(sharp: SharpModule, left: number): Promise<OverlayOptions> {
  const text = await renderText(sharp, "Foto segera menyusul", {
    weight: "semibold",
    color: "#4b5563",
    maxWidth: 600,
    maxHeight: 60,
    sizesPx: [40],
  });
  return place(text, left + Math.round((width - left - text.width) / 2), Math.round((height - text.height) / 2));
}

async function titleLayers(sharp: SharpModule, input: OgImageInput, brand: Rgb): Promise<OverlayOptions[]> {
  const showroom = await renderText(sharp, input.showroomName, {
    weight: "semibold",
    color: "#4b5563",
    maxWidth: 340,
    maxHeight: 64,
    sizesPx: [26, 23, 20],
  });
  const title = await renderText(sharp, input.title, {
    weight: "extrabold",
    color: "#111827",
    maxWidth: 345,
    maxHeight: 250,
    sizesPx: [58, 52, 46, 40, 34],
  });
  const rule = { left: margin, top: margin + showroom.height + 26, width: 72, height: 8, radius: 4 };
  return [place(showroom, margin, margin), roundedBox(rule, brand), place(title, margin, rule.top + rule.height + 30)];
}

/** Starts at the edge of the picture and reaches over the photo: the price is what a thumbnail must still show. */
async function priceLayers(sharp: SharpModule, priceText: string, brand: Rgb): Promise<OverlayOptions[]> {
  const price = await renderText(sharp, priceText, {
    weight: "extrabold",
    color: readableOn(brand),
    maxWidth: 680,
    maxHeight: 90,
    sizesPx: [76, 68, 60, 52, 44, 36],
  });
  const top = height - priceBar.bottomGap - priceBar.height;
  const bar = { left: 0, top, width: margin + price.width + margin, height: priceBar.height, radius: priceBar.radius };
  return [
    roundedBox({ ...bar, squareLeft: true }, brand),
    place(price, margin, top + Math.round((priceBar.height - price.height) / 2)),
  ];
}

async function badgeLayers(sharp: SharpModule, badge: string | undefined): Promise<OverlayOptions[]> {
  if (!badge) return [];
  const text = await renderText(sharp, badge, {
    weight: "semibold",
    color: "#ffffff",
    maxWidth: 420,
    maxHeight: 60,
    sizesPx: [30, 26, 22],
  });
  const box = { width: text.width + 56, height: 68, top: 36, radius: 34 };
  const left = width - 36 - box.width;
  return [
    roundedBox({ ...box, left }, ink),
    place(text, left + 28, box.top + Math.round((box.height - text.height) / 2)),
  ];
}

async function encode(sharp: SharpModule, layers: OverlayOptions[], { red, green, blue }: Rgb): Promise<Uint8Array> {
  const picture = await sharp({ create: { width, height, channels: 3, background: { r: red, g: green, b: blue } } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer();

  for (let quality = 84; ; quality -= 10) {
    const jpeg = await sharp(picture, { raw: { width, height, channels: 3 } })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer();
    if (jpeg.length < maxBytes || quality <= 24) return jpeg;
  }
}

function place(text: RenderedText, left: number, top: number): OverlayOptions {
  return { input: text.png, left, top };
}
