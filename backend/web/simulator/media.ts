import type { ObjectStore } from "@/backend/platform/object-store/object-store";

/** Files of simulated phones, and the public variants of car photos; originals and everything else stay private. */
const SHOWN_KEYS =
  /^(?:simulator\/[0-9a-f]{64}|photos\/\d+(?:\/[a-z0-9_-]+)*\/[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.(?:avif|webp|jpe?g|png))$/;

export function mediaAddress(objectKey: string): string {
  return `/simulator/media/${objectKey}`;
}

/** Stores a phone's file under its content's hash and returns the key. */
export async function storePhoneFile(store: ObjectStore, bytes: Uint8Array, contentType: string): Promise<string> {
  const key = `simulator/${new Bun.CryptoHasher("sha256").update(bytes).digest("hex")}`;
  if (!(await store.exists(key))) await store.put(key, bytes, contentType);
  return key;
}

/**
 * A file for an `<img>`, or null when there is none to show. The type is what the bytes say: people attach anything as a
 * photo, and what is no picture must not run as a page.
 */
export async function readMedia(store: ObjectStore, key: string): Promise<Response | null> {
  const object = SHOWN_KEYS.test(key) ? await store.get(key) : null;
  if (!object) return null;
  const imageType = imageTypeOf(object.bytes);

  return new Response(new Uint8Array(object.bytes), {
    headers: {
      "Content-Type": imageType ?? "application/octet-stream",
      "Content-Disposition": imageType ? "inline" : "attachment",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, max-age=86400, immutable",
    },
  });
}

function imageTypeOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (start.startsWith("\x89PNG")) return "image/png";
  if (start.startsWith("GIF8")) return "image/gif";
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "image/webp";
  if (start.slice(4, 12) === "ftypavif") return "image/avif";
  return null;
}
