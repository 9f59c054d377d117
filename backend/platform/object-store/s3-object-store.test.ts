import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { AppError } from "@/backend/platform/errors";
import { createS3ObjectStore } from "./s3-object-store";

type FakeObject = { bytes: Uint8Array<ArrayBuffer>; contentType: string };

const objects = new Map<string, FakeObject>();
const failures: number[] = [];
let requestCount = 0;

const fakeS3 = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: answer });

beforeEach(() => {
  objects.clear();
  failures.length = 0;
  requestCount = 0;
});

afterAll(() => fakeS3.stop(true));

describe("S3 object store", () => {
  test("gives back what was put, with its content type", async () => {
    const store = openStore();
    await store.put("t1/cars/7/abc-640.avif", Uint8Array.of(1, 2, 3), "image/avif");

    expect(await store.get("t1/cars/7/abc-640.avif")).toEqual({
      bytes: Uint8Array.of(1, 2, 3),
      contentType: "image/avif",
    });
    expect(await store.exists("t1/cars/7/abc-640.avif")).toBe(true);
    expect([...objects.keys()]).toEqual(["/bucket/t1/cars/7/abc-640.avif"]);
  });

  test("answers null for what is not there, and deleting it is no error", async () => {
    const store = openStore();
    await store.delete("t1/none.jpg");

    expect(await store.get("t1/none.jpg")).toBeNull();
    expect(await store.exists("t1/none.jpg")).toBe(false);
  });

  test("tries again when the server is busy, and succeeds", async () => {
    const store = openStore();
    failures.push(503, 500);
    await store.put("t1/a.jpg", Uint8Array.of(9), "image/jpeg");
    failures.push(500, 502);

    expect((await store.get("t1/a.jpg"))?.bytes).toEqual(Uint8Array.of(9));
    expect(requestCount).toBe(6);
  });

  test("gives up after its attempts with an error that says the service is unavailable", async () => {
    failures.push(500, 500, 500, 500);
    const error = await caught(openStore().put("t1/a.jpg", Uint8Array.of(9), "image/jpeg"));

    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "unavailable" });
    expect(requestCount).toBe(4);
    expect(objects.size).toBe(0);
  });

  test("does not repeat a request the server forbids", async () => {
    failures.push(403);
    expect(await caught(openStore().get("t1/a.jpg"))).toMatchObject({ code: "unavailable" });
    failures.push(403);
    expect(await caught(openStore().put("t1/a.jpg", Uint8Array.of(9), "image/jpeg"))).toMatchObject({
      code: "unavailable",
    });
    expect(requestCount).toBe(2);
  });

  test("refuses an unsafe key before anything is sent", async () => {
    const store = openStore();
    for (const key of ["../a", "t1/../a", "/a", "t1//a", ""]) {
      await expect(store.get(key)).rejects.toThrow("invalid object key");
      await expect(store.put(key, Uint8Array.of(1), "image/jpeg")).rejects.toThrow("invalid object key");
    }
    expect(requestCount).toBe(0);
  });
});

function openStore() {
  return createS3ObjectStore({
    bucket: "bucket",
    accessKeyId: "key",
    secretAccessKey: "secret",
    endpoint: fakeS3.url.origin,
    retryDelayMs: 1,
  });
}

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "no error",
    (error: unknown) => error,
  );
}

async function answer(request: Request): Promise<Response> {
  requestCount += 1;
  const { pathname } = new URL(request.url);
  const body = new Uint8Array(await request.arrayBuffer());
  const failure = failures.shift();
  if (failure !== undefined) return errorResponse(failure);

  if (request.method === "PUT") {
    objects.set(pathname, { bytes: body, contentType: request.headers.get("content-type") ?? "" });
    return new Response();
  }
  if (request.method === "DELETE") {
    objects.delete(pathname);
    return new Response(null, { status: 204 });
  }
  const found = objects.get(pathname);
  if (!found) return errorResponse(404);
  return new Response(found.bytes, { headers: { "content-type": found.contentType } });
}

function errorResponse(status: number): Response {
  const code = { 403: "AccessDenied", 404: "NoSuchKey" }[status] ?? "InternalError";
  return new Response(`<Error><Code>${code}</Code><Message>no</Message></Error>`, { status });
}
