import type { ObjectStore } from "@/backend/platform/object-store/object-store";

const TYPES: Record<string, string> = {
  avif: "image/avif",
  webp: "image/webp",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
};

/**
 * A public picture of this tenant: photo variants and the logo, under names that change with their content. Originals,
 * other tenants' files and everything that is no picture do not exist here.
 */
export async function mediaResponse(store: ObjectStore, tenantId: number, key: string, request: Request) {
  const [, folderTenant, extension = ""] =
    /^(?:photos|logos)\/(\d+)\/[a-z0-9][a-z0-9_/-]*\.([a-z]{3,4})$/.exec(key) ?? [];
  const contentType = TYPES[extension];
  if (folderTenant !== String(tenantId) || !contentType) return null;

  const headers = {
    "Content-Type": contentType,
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
    ETag: `"${new Bun.CryptoHasher("sha1").update(key).digest("base64url")}"`,
  };
  const isKnown = request.headers.get("if-none-match") === headers.ETag;
  if (isKnown && (await store.exists(key))) return new Response(null, { status: 304, headers });
  const object = await store.get(key);
  return object && new Response(new Uint8Array(object.bytes), { headers });
}
