/** Where photos live: a flat map from key to bytes. Keys look like `t12/cars/9/3f2a…-640.avif`. */
export interface ObjectStore {
  /** Writes the whole object or nothing; a key that exists is replaced. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The object, or null when the key does not exist. */
  get(key: string): Promise<StoredObject | null>;
  /** Deleting a key that does not exist is not an error. */
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}

export type StoredObject = { bytes: Uint8Array; contentType: string };

const validKey = /^[a-z0-9][a-z0-9/_.-]*$/;
const maxKeyLength = 512;

/** Throws on a key that could leave the store or that two stores would read differently. Returns the key. */
export function assertObjectKey(key: string): string {
  if (key.length > maxKeyLength || !validKey.test(key) || key.split("/").some(isUnsafeSegment)) {
    throw new TypeError(`invalid object key: ${JSON.stringify(key.slice(0, 80))}`);
  }
  return key;
}

/** Empty, hidden and dot segments; hidden names are kept for the files a store is still writing. */
function isUnsafeSegment(segment: string): boolean {
  return segment === "" || segment.startsWith(".") || segment.includes("..");
}
