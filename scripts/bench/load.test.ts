import { afterAll, expect, test } from "bun:test";
import { measureLoad } from "./load";

const page = "x".repeat(200_000);
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch(request) {
    const { pathname } = new URL(request.url);
    seen.push(pathname);
    if (pathname === "/stream") return new Response(slowly());
    return pathname === "/page" ? new Response(page) : new Response("gone", { status: 404 });
  },
});
const seen: string[] = [];

function slowly(): ReadableStream {
  return new ReadableStream({
    async pull(stream) {
      await Bun.sleep(1);
      stream.enqueue(new TextEncoder().encode("piece"));
    },
  });
}

afterAll(() => server.stop(true));

const measure = (path: string) =>
  measureLoad({ port: server.port ?? 0, host: "x.localhost", path }, { connections: 4, seconds: 0.2 });

test("every answer that is counted was a request, also when it arrives in many pieces", async () => {
  const before = seen.length;
  const { requestsPerSecond, bodyBytes } = await measure("/page");
  expect(bodyBytes).toBe(page.length);
  expect(requestsPerSecond).toBeGreaterThan(0);
  expect(requestsPerSecond * 0.2).toBeLessThanOrEqual(seen.length - before);
});

test("answers that are not 200 are no throughput", async () => {
  await expect(measure("/other")).rejects.toThrow("404");
});

test("answers whose end cannot be known are refused", async () => {
  await expect(measure("/stream")).rejects.toThrow("Content-Length");
});
