import { createHash } from "node:crypto";
import type { PhotoVariantKey } from "@/backend/features/cars";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import type { RenderedPhoto } from "./render-variants";

/**
 * What a photo's public files are called. No two photos and no two edits of one share a name, so taking one picture away
 * never takes another, and a masked picture never stands where the plain one was. Nobody can guess one from the other.
 */
export function publicNameOf(photo: { id: string; revision: number; sha256: string }): string {
  const { id, revision, sha256 } = photo;
  return createHash("sha256").update(`${id}:${revision}:${sha256}`).digest("hex").slice(0, 20);
}

export function putVariants(store: ObjectStore, tenantId: number, rendered: RenderedPhoto): Promise<PhotoVariantKey[]> {
  return Promise.all(
    rendered.variants.map(async ({ format, width, height, name, bytes, contentType }) => {
      const key = `photos/${tenantId}/${name}`;
      await store.put(key, bytes, contentType);
      return { format, width, height, key };
    }),
  );
}

/** The same pictures under names of their own; null when one of them is gone. */
export async function copyVariants(
  store: ObjectStore,
  variants: readonly PhotoVariantKey[],
  name: string,
): Promise<PhotoVariantKey[] | null> {
  const copies: PhotoVariantKey[] = [];
  for (const variant of variants) {
    const object = await store.get(variant.key);
    if (!object) return null;
    const key = variant.key.replace(/[^/]+(?=-\d+\.[a-z]+$)/, name);
    await store.put(key, object.bytes, object.contentType);
    copies.push({ ...variant, key });
  }
  return copies;
}

export async function deleteFiles(store: ObjectStore, keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => store.delete(key)));
}
