import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { safeFetch } from "@/backend/platform/safe-fetch/safe-fetch";
import { SafeFetchError } from "@/backend/platform/safe-fetch/safe-fetch-error";
import { type StoredOriginal, storeOriginal } from "./store-original";

export type MessagePhotoDeps = {
  objectStore: ObjectStore;
  maxBytes: number;
  /** host[:port] that may be private, from MEDIA_ALLOWED_HOSTS. */
  allowedHosts: readonly string[];
};

/** Where a message's picture is: at the gateway for a short time, or already with us. */
export type MessagePhotoSource = { url?: string | undefined; objectKey?: string | undefined };

const FETCH_TIMEOUT_MS = 12_000;

/**
 * Brings a message's picture in. What is wrong with the picture is told to the sender; what is wrong for a moment
 * (network) is thrown, so that the message is tried again in its place.
 */
export async function fetchMessagePhoto(
  deps: MessagePhotoDeps,
  tenantId: number,
  source: MessagePhotoSource | null,
  { isLastAttempt }: { isLastAttempt: boolean },
): Promise<StoredOriginal> {
  if (source?.objectKey) {
    const stored = await deps.objectStore.get(source.objectKey);
    return stored ? storeOriginal(deps.objectStore, tenantId, stored.bytes) : refused("Foto tidak ditemukan lagi");
  }
  if (!source?.url) return refused("Foto tidak ikut terkirim oleh WhatsApp gateway. Coba kirim ulang satu per satu");

  try {
    const { bytes } = await safeFetch(source.url, {
      maxBytes: deps.maxBytes,
      timeoutMs: FETCH_TIMEOUT_MS,
      allowedHosts: deps.allowedHosts,
      allowPublicHosts: "any",
    });
    return await storeOriginal(deps.objectStore, tenantId, bytes);
  } catch (error) {
    if (!(error instanceof SafeFetchError)) throw error;
    if (error.failure === "too_large") return refused(`Foto lebih besar dari ${Math.round(deps.maxBytes / 1e6)} MB`);
    if (error.isTemporary && !isLastAttempt) throw error;
    return refused("Foto tidak bisa diunduh. Silakan kirim ulang");
  }
}

function refused(userMessage: string): StoredOriginal {
  return { ok: false, userMessage };
}
