import { createHash } from "node:crypto";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { isHeic } from "./image-headers/heif-header";
import { inspectImage } from "./image-intake";
import { decodesHevc } from "./load-sharp";

/** A picture as it came in: kept privately, found to be one by its content. */
export type OriginalPhoto = { originalKey: string; sha256: string; width: number; height: number };

export type StoredOriginal = { ok: true; photo: OriginalPhoto } | { ok: false; userMessage: string };

/** Looks at what came in and keeps it when it is a photo. Cheap: the whole decoding is the background's work. */
export async function storeOriginal(store: ObjectStore, tenantId: number, bytes: Uint8Array): Promise<StoredOriginal> {
  const isFromIphone = isHeic(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const inspection = await inspectImage(bytes, { decodesHevc: isFromIphone && (await decodesHevc()) });
  if (!inspection.ok) return { ok: false, userMessage: inspection.userMessage };

  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const originalKey = `originals/${tenantId}/${sha256}`;
  if (!(await store.exists(originalKey))) await store.put(originalKey, bytes, `image/${inspection.format}`);
  return { ok: true, photo: { originalKey, sha256, width: inspection.width, height: inspection.height } };
}
