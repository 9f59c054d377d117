import { fileURLToPath } from "node:url";
import type { SharpModule } from "../load-sharp";

export type TextStyle = {
  weight: "semibold" | "extrabold";
  color: string;
  maxWidth: number;
  maxHeight: number;
  /** Largest size tried first; smaller ones until the text fits the box. */
  sizesPx: readonly number[];
};

export type RenderedText = { png: Buffer; width: number; height: number };

/**
 * Text as a transparent picture, cut to its ink. The fonts come with the code, so it reads the same on a machine that
 * has none. They are TTF on purpose: Pango ignores WOFF without a word and falls back to a system font.
 */
export async function renderText(sharp: SharpModule, text: string, style: TextStyle): Promise<RenderedText> {
  const printable = toPrintable(text);
  let rendered: RenderedText | undefined;

  for (const sizePx of style.sizesPx) {
    rendered = await renderAtSize(sharp, printable, style, sizePx);
    if (rendered.width <= style.maxWidth && rendered.height <= style.maxHeight) return rendered;
  }
  if (!rendered) throw new RangeError("renderText needs at least one size");
  return cropTo(sharp, rendered, style);
}

/** The comma makes Pango read the whole name as the family; without it "SemiBold" would be taken for a weight. */
const fonts = {
  semibold: { family: "Inter SemiBold,", file: fileURLToPath(new URL("../fonts/inter-600.ttf", import.meta.url)) },
  extrabold: { family: "Inter ExtraBold,", file: fileURLToPath(new URL("../fonts/inter-800.ttf", import.meta.url)) },
};

async function renderAtSize(sharp: SharpModule, text: string, style: TextStyle, sizePx: number): Promise<RenderedText> {
  const font = fonts[style.weight];
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${style.color}">${escapeMarkup(text)}</span>`,
      font: `${font.family} ${sizePx}`,
      fontfile: font.file,
      width: style.maxWidth,
      wrap: "word-char",
      dpi: 72,
      rgba: true,
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

async function cropTo(sharp: SharpModule, text: RenderedText, style: TextStyle): Promise<RenderedText> {
  const width = Math.min(text.width, style.maxWidth);
  const height = Math.min(text.height, style.maxHeight);
  return { png: await sharp(text.png).extract({ left: 0, top: 0, width, height }).toBuffer(), width, height };
}

/** The fonts hold Latin letters; an emoji in a showroom's name would become an empty box. */
function toPrintable(text: string): string {
  const printable = text
    .normalize("NFC")
    .replace(/[^\u0020-\u024f\u2010-\u2026\u20ac]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return printable || "-";
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
