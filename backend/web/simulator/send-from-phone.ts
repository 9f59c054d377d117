import { getSimulatedDevice } from "@/backend/features/simulator";
import { fileNameOf } from "@/backend/platform/chosen-files";
import { AppError } from "@/backend/platform/errors";
import type { SimulatorDeps } from "./deps";
import { storePhoneFile } from "./media";
import { messageIdOf } from "./message-ids";
import type { PhoneMessage } from "./phone-message";

/** What one webhook call adds to who writes to whom; see gateways/simulator-webhook.ts for the whole shape. */
type Content = {
  text: string;
  media?: { kind: string; objectKey?: string; mimeType?: string; filename?: string };
  location?: { latitude: number; longitude: number };
};

const PLACEHOLDERS = {
  voice: { kind: "audio", mimeType: "audio/ogg" },
  sticker: { kind: "sticker", mimeType: "image/webp" },
  contact: { kind: "contact" },
  document: { kind: "document", mimeType: "application/pdf", filename: "dokumen.pdf" },
};

/**
 * Sends what a person put together on a simulated phone through the same webhook as a real provider: an album arrives
 * as one call per photo, with the caption on one of them. What the showroom's own phone writes is marked `fromMe`, as
 * gateways do. Returns how many calls it took.
 * @throws NotFoundError for an unknown device, AppError "unavailable" when the webhook does not take it.
 */
export async function sendFromPhone(deps: SimulatorDeps, message: PhoneMessage): Promise<number> {
  const device = await getSimulatedDevice(deps.db, message.device);
  const contents = await contentsOf(deps, message);
  const isFromShowroom = message.from === "showroom";

  for (const [index, content] of contents.entries()) {
    const response = await deps.deliver({
      device: device.number,
      sender: message.sender,
      name: isFromShowroom ? undefined : message.name,
      fromMe: isFromShowroom,
      id: messageIdOf(message.batchId, index),
      timestamp: deps.clock.now().getTime(),
      ...content,
    });
    if (!response.ok) throw notDelivered(response.status);
  }
  return contents.length;
}

async function contentsOf(deps: SimulatorDeps, message: PhoneMessage): Promise<Content[]> {
  const { kind, text, latitude, longitude } = message;
  if (message.photos.length > 0) return albumOf(deps, message);
  if (kind === "location") return [{ text, location: { latitude: latitude ?? 0, longitude: longitude ?? 0 } }];
  if (kind === "text" || kind === "photos") return [{ text }];
  return [{ text, media: PLACEHOLDERS[kind] }];
}

async function albumOf(deps: SimulatorDeps, { photos, text, captionOn }: PhoneMessage): Promise<Content[]> {
  const captionIndex = captionOn === "first" ? 0 : photos.length - 1;
  const contents: Content[] = [];
  for (const [index, file] of photos.entries()) {
    const mimeType = file.type.slice(0, 100) || "application/octet-stream";
    const bytes = new Uint8Array(await file.arrayBuffer());
    const objectKey = await storePhoneFile(deps.objectStore, bytes, mimeType);
    const filename = fileNameOf(file).slice(-100) || "foto";
    contents.push({
      text: index === captionIndex ? text : "",
      media: { kind: "image", objectKey, mimeType, filename },
    });
  }
  return contents;
}

function notDelivered(status: number): AppError {
  return new AppError("unavailable", `webhook answered ${status}`, {
    userMessage: "Pesan belum sampai ke server. Coba kirim sekali lagi.",
  });
}
