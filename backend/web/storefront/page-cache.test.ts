import { describe, expect, test } from "bun:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { testClock } from "@/backend/testing/test-database";
import { createPageCache, type RenderedPage } from "./page-cache";
import { chooseEncoding } from "./send-page";

const start = "2026-11-20T03:00:00Z";

function page(body: string, overrides: Partial<RenderedPage<null>> = {}): RenderedPage<null> {
  return { status: 200, body, headers: {}, effect: null, expiresAt: new Date("2026-11-20T04:00:00Z"), ...overrides };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe("a page", () => {
  test("is rendered once for all who ask at the same time, and kept", async () => {
    const cache = createPageCache<null>(1e6, testClock(start));
    let renders = 0;
    const render = async () => {
      renders += 1;
      await Promise.resolve();
      return page("a");
    };
    await Promise.all([1, 2, 3, 4].map(() => cache.get("1 /", 1, render)));
    await cache.get("1 /", 1, render);
    expect(renders).toBe(1);
  });

  test("of an older version is made anew, and a slow older render never replaces a newer one", async () => {
    const cache = createPageCache<null>(1e6, testClock(start));
    const slow = Promise.withResolvers<RenderedPage<null>>();
    const old = cache.get("1 /", 1, () => slow.promise);
    expect(textOf(await (await cache.get("1 /", 2, async () => page("new"))).bytes("identity"))).toBe("new");
    slow.resolve(page("old"));
    await old;
    const kept = await cache.get("1 /", 2, async () => page("again"));
    expect(textOf(await kept.bytes("identity"))).toBe("new");
  });

  test("expires at its time", async () => {
    const clock = testClock(start);
    const cache = createPageCache<null>(1e6, clock);
    await cache.get("1 /", 1, async () => page("a"));
    clock.advance(60 * 60 * 1000);
    const entry = await cache.get("1 /", 1, async () => page("b", { expiresAt: new Date("2026-11-21T00:00:00Z") }));
    expect(textOf(await entry.bytes("identity"))).toBe("b");
  });

  test("that failed or is not to be kept is tried again", async () => {
    const cache = createPageCache<null>(1e6, testClock(start));
    await expect(cache.get("1 /", 1, () => Promise.reject(new Error("database away")))).rejects.toThrow();
    await cache.get("1 /", 1, async () => page("not found", { status: 404, expiresAt: null }));
    expect((await cache.get("1 /", 1, async () => page("here"))).status).toBe(200);
    expect(cache.sizeBytes()).toBeGreaterThan(0);
  });

  test("is the same page in every encoding, under its own strong tag", async () => {
    const entry = await createPageCache<null>(1e6, testClock(start)).get("1 /", 1, async () =>
      page("halo ".repeat(500)),
    );
    const expected = "halo ".repeat(500);
    expect(brotliDecompressSync(await entry.bytes("br")).toString()).toBe(expected);
    expect(gunzipSync(await entry.bytes("gzip")).toString()).toBe(expected);
    expect(new Set([entry.etag("br"), entry.etag("gzip"), entry.etag("identity")]).size).toBe(3);
  });
});

test("the cache stays within its bytes, compressed copies included, and lets go of what was asked for longest ago", async () => {
  const cache = createPageCache<null>(100_000, testClock(start));
  const body = () =>
    Array.from({ length: 500 }, () => crypto.randomUUID())
      .join("")
      .slice(0, 12_000);
  for (let n = 0; n < 40; n++) {
    await (await cache.get(`1 /${n}`, 1, async () => page(body()))).bytes("gzip");
    await cache.get("1 /0", 1, async () => page(body()));
    await Bun.sleep(0);
    expect(cache.sizeBytes()).toBeLessThanOrEqual(100_000);
  }
  let renders = 0;
  const count = async () => {
    renders += 1;
    return page(body());
  };
  await cache.get("1 /0", 1, count);
  expect(renders).toBe(0);
  await cache.get("1 /1", 1, count);
  expect(renders).toBe(1);
});

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0.5", "br"],
  ["gzip;q=0.0", "identity"],
  ["", "identity"],
  ["brotli", "identity"],
])("for %p the page goes out as %p", (header, expected) => {
  expect(chooseEncoding(header)).toBe(expected as "br");
});
