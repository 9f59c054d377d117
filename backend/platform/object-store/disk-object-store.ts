import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import { assertObjectKey, type ObjectStore } from "./object-store";

/**
 * Objects as files under `rootFolder` (created when missing). The content type is not stored: it follows the extension
 * of the key, so keys written here need one of the known extensions.
 */
export function createDiskObjectStore(rootFolder: string): ObjectStore {
  const root = resolve(rootFolder);
  const pathOf = (key: string) => join(root, assertObjectKey(key));

  return {
    async put(key, bytes) {
      await writeAtomically(pathOf(key), bytes);
    },
    async get(key) {
      const bytes = await nullIfMissing(readFile(pathOf(key)));
      return bytes && { bytes: new Uint8Array(bytes), contentType: contentTypeOf(key) };
    },
    async delete(key) {
      await nullIfMissing(rm(pathOf(key)));
    },
    async exists(key) {
      const entry = await nullIfMissing(stat(pathOf(key)));
      return entry?.isFile() ?? false;
    },
  };
}

/** A reader sees the old file or the new one, never half; fsync before the rename so a power cut keeps that true. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporaryPath = join(folder, `.${randomUUID()}.tmp`);
  await mkdir(folder, { recursive: true });

  try {
    const file = await open(temporaryPath, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  }
}

const missingCodes = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

async function nullIfMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && missingCodes.has(String(error.code))) return null;
    throw error;
  }
}

const contentTypes: Record<string, string> = {
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".heic": "image/heic",
  ".pdf": "application/pdf",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

function contentTypeOf(key: string): string {
  return contentTypes[extname(key)] ?? "application/octet-stream";
}
