import { isMediaPlaceholder } from "./fonnte-text";
import type { InboundMedia } from "./gateway";
import { parseWebUrl } from "./provider-values";
import { fieldText, type WebhookFields } from "./webhook-fields";

type MediaKind = InboundMedia["kind"];

const kindByType = new Map<string, MediaKind>([
  ["image", "image"],
  ["video", "video"],
  ["audio", "audio"],
  ["voice", "audio"],
  ["ptt", "audio"],
  ["document", "document"],
  ["file", "document"],
  ["sticker", "sticker"],
  ["contact", "contact"],
  ["vcard", "contact"],
]);

const kindByExtension: [RegExp, MediaKind][] = [
  [/^(jpe?g|png|webp|heic|heif|gif)$/, "image"],
  [/^(mp4|mov|3gp|mkv|webm)$/, "video"],
  [/^(mp3|ogg|oga|opus|m4a|aac|amr|wav)$/, "audio"],
  [/^vcf$/, "contact"],
];

/**
 * The attachment of a message. Only all-feature packages get a `url`; on the others a picture arrives as a placeholder
 * text without any file, which is still reported so that the bot can ask for words instead.
 */
export function readFonnteMedia(fields: WebhookFields): InboundMedia | undefined {
  const type = fieldText(fields, "type")?.toLowerCase() ?? "";
  const url = parseWebUrl(fieldText(fields, "url"));
  const filename = fieldText(fields, "filename");
  const extension = fieldText(fields, "extension");
  const isTextWithLink = (type === "text" || type === "location") && !filename && !extension;

  const kind = kindByType.get(type) ?? kindOfExtension(extension ?? extensionOf(filename));
  if (url && !isTextWithLink)
    return { kind: kind ?? kindOfExtension(extensionOf(url.pathname)) ?? "document", url: url.href, filename };
  if (kind) return { kind, filename };
  if (filename) return { kind: "document", filename };
  return isBarePlaceholder(fields) ? { kind: "unknown" } : undefined;
}

function kindOfExtension(extension: string | undefined): MediaKind | undefined {
  if (!extension) return undefined;
  const bare = extension.toLowerCase().replace(/^\./, "");
  return kindByExtension.find(([pattern]) => pattern.test(bare))?.[1] ?? "document";
}

function extensionOf(name: string | undefined): string | undefined {
  return /\.([a-z0-9]{2,4})$/i.exec(name ?? "")?.[1];
}

function isBarePlaceholder(fields: WebhookFields): boolean {
  const message = fieldText(fields, "message", "pesan") ?? "";
  return isMediaPlaceholder(message) && !fieldText(fields, "location") && !fieldText(fields, "pollname");
}
