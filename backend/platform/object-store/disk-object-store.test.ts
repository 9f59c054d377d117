import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDiskObjectStore } from "./disk-object-store";

let parent = "";
let root = "";

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "object-store-"));
  root = join(parent, "uploads");
  await writeFile(join(parent, "secret.txt"), "secret");
});

afterAll(async () => {
  await rm(parent, { recursive: true });
});

describe("disk object store", () => {
  test("gives back what was put, with the content type of the extension", async () => {
    const store = createDiskObjectStore(root);
    await store.put("t1/cars/7/abc-640.avif", Uint8Array.of(1, 2, 3), "image/avif");

    expect(await store.get("t1/cars/7/abc-640.avif")).toEqual({
      bytes: Uint8Array.of(1, 2, 3),
      contentType: "image/avif",
    });
    expect(await store.exists("t1/cars/7/abc-640.avif")).toBe(true);
  });

  test("answers null for what is not there, and deleting it twice is no error", async () => {
    const store = createDiskObjectStore(root);
    await store.put("t1/once.jpg", Uint8Array.of(1), "image/jpeg");
    await store.delete("t1/once.jpg");
    await store.delete("t1/once.jpg");

    expect(await store.get("t1/once.jpg")).toBeNull();
    expect(await store.exists("t1/once.jpg")).toBe(false);
  });

  test("treats a folder, and a path through a file, as not there", async () => {
    const store = createDiskObjectStore(root);
    await store.put("t2/a.jpg", Uint8Array.of(1), "image/jpeg");

    expect(await store.get("t2")).toBeNull();
    expect(await store.exists("t2")).toBe(false);
    expect(await store.get("t2/a.jpg/b.jpg")).toBeNull();
  });

  const escapes = [
    "../secret.txt",
    "t1/../../secret.txt",
    "/etc/passwd",
    "t1//a.jpg",
    "t1/./a.jpg",
    "t1/a..jpg",
    "t1/.hidden",
    "t1/a\\..\\b",
    "t1/a%2e%2e/b",
    "T1/a.jpg",
    "t1/a.jpg\0.png",
    "t1/\n",
    "",
    "t1/",
    "long/".repeat(120),
  ];

  test.each(escapes)("refuses the key %j in every verb", async (key) => {
    const store = createDiskObjectStore(root);

    await expect(store.put(key, Uint8Array.of(1), "image/jpeg")).rejects.toThrow("invalid object key");
    await expect(store.get(key)).rejects.toThrow("invalid object key");
    await expect(store.delete(key)).rejects.toThrow("invalid object key");
    await expect(store.exists(key)).rejects.toThrow("invalid object key");
  });

  test("never shows half an object while it is replaced, and leaves no temporary file behind", async () => {
    const store = createDiskObjectStore(root);
    const small = new Uint8Array(1000).fill(1);
    const large = new Uint8Array(2_000_000).fill(2);
    await store.put("t3/photo.jpg", small, "image/jpeg");

    const sizesSeen = new Set<number | undefined>();
    for (let round = 0; round < 10; round += 1) {
      const writing = store.put("t3/photo.jpg", round % 2 === 0 ? large : small, "image/jpeg");
      for (let read = 0; read < 5; read += 1) sizesSeen.add((await store.get("t3/photo.jpg"))?.bytes.length);
      await writing;
    }

    expect([...sizesSeen].sort()).toEqual([small.length, large.length]);
    expect(await readdir(join(root, "t3"))).toEqual(["photo.jpg"]);
  });

  test("leaves no temporary file when the write cannot finish", async () => {
    const store = createDiskObjectStore(root);
    await store.put("t4/photo.jpg/inside.jpg", Uint8Array.of(1), "image/jpeg");

    await expect(store.put("t4/photo.jpg", Uint8Array.of(2), "image/jpeg")).rejects.toThrow();
    expect(await readdir(join(root, "t4"))).toEqual(["photo.jpg"]);
  });
});
