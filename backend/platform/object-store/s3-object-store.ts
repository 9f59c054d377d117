import { AppError } from "@/backend/platform/errors";
import { assertObjectKey, type ObjectStore, type StoredObject } from "./object-store";

export type S3ObjectStoreOptions = {
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Without it: Amazon. With it: any S3-compatible server, e.g. `https://s3.example.id`. */
  endpoint?: string;
  region?: string;
  /** Tries in all, the first included. */
  attempts?: number;
  /** Pause before the second try; doubles after that. */
  retryDelayMs?: number;
};

/**
 * Objects in one S3 bucket through Bun's own client. Writes are whole buffers, so a reader never sees half an object.
 * A server that is busy or unreachable is tried again; what stays broken is an AppError "unavailable".
 */
export function createS3ObjectStore(options: S3ObjectStoreOptions): ObjectStore {
  const { attempts = 4, retryDelayMs = 150, ...connection } = options;
  const client = new Bun.S3Client(connection);

  async function run<T>(verb: string, key: string, work: () => Promise<T>): Promise<T> {
    assertObjectKey(key);
    try {
      return await retry(work, attempts, retryDelayMs);
    } catch (cause) {
      throw new AppError("unavailable", `object store: ${verb} ${key} failed (${codeOf(cause)})`, { cause });
    }
  }

  return {
    async put(key, bytes, contentType) {
      await run("put", key, () => client.write(key, bytes, { type: contentType }));
    },
    get(key) {
      return run("get", key, () => download(client.presign(key, { method: "GET", expiresIn: 60 })));
    },
    async delete(key) {
      await run("delete", key, () => client.delete(key).catch(ignoreMissing));
    },
    exists(key) {
      return run("exists", key, () => client.exists(key));
    },
  };
}

/** A signed GET rather than `client.file(key)`: that one does not tell the stored content type. */
async function download(url: string): Promise<StoredObject | null> {
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new S3StatusError(response.status);

  const contentType = response.headers.get("content-type") ?? "application/octet-stream";
  return { bytes: await response.bytes(), contentType };
}

async function retry<T>(work: () => Promise<T>, attempts: number, delayMs: number): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (attempts <= 1 || permanentCodes.has(codeOf(error))) throw error;
    await Bun.sleep(delayMs);
    return retry(work, attempts - 1, delayMs * 2);
  }
}

class S3StatusError extends Error {
  readonly code: string;

  constructor(status: number) {
    super(`S3 answered ${status}`);
    this.code = status === 403 ? "AccessDenied" : `Status${status}`;
  }
}

/** Answers that a second try cannot change. Bun's errors carry S3's code but no HTTP status. */
const permanentCodes = new Set([
  "AccessDenied",
  "InvalidAccessKeyId",
  "SignatureDoesNotMatch",
  "NoSuchBucket",
  "NoSuchKey",
  "InvalidRequest",
  "EntityTooLarge",
]);

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== "NoSuchKey") throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
