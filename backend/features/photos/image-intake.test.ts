import { describe, expect, test } from "bun:test";
import { readFixture } from "./fixtures/read-fixture";
import { type ImageRefusalReason, inspectImage, maxImageBytes } from "./image-intake";
import { loadSharp } from "./load-sharp";

describe("inspectImage accepts", () => {
  test("a JPEG, and tells its stored size", async () => {
    expect(await inspectImage(await readFixture("same-car-orientation-1.jpg"))).toEqual({
      ok: true,
      format: "jpeg",
      width: 640,
      height: 416,
    });
  });

  test("a PNG whose name says JPEG", async () => {
    expect(await inspectImage(await readFixture("png-named.jpg"))).toMatchObject({
      ok: true,
      format: "png",
      width: 320,
    });
  });

  test("WebP of every kind: extended, lossy, lossless", async () => {
    const sharp = await loadSharp();
    const pixel = sharp({ create: { width: 30, height: 20, channels: 3, background: "#336699" } });
    const lossy = await pixel.clone().webp().toBuffer();
    const lossless = await pixel.clone().webp({ lossless: true }).toBuffer();

    const size = { ok: true, format: "webp", width: 30, height: 20 } as const;
    expect(await inspectImage(await readFixture("webp-gps.webp"))).toMatchObject({ ok: true, width: 640, height: 426 });
    expect(await inspectImage(lossy)).toEqual(size);
    expect(await inspectImage(lossless)).toEqual(size);
  });

  test("a photo with something appended after its end, as phones do", async () => {
    const photo = await readFixture("same-car-orientation-1.jpg");
    expect(await inspectImage(Buffer.concat([photo, Buffer.alloc(5000)]))).toMatchObject({ ok: true });
  });

  test("an iPhone's HEIC only where the decoder reads HEVC", async () => {
    const heic = heicOf(4032, 3024);
    expect(await inspectImage(heic, { decodesHevc: true })).toEqual({
      ok: true,
      format: "heif",
      width: 4032,
      height: 3024,
    });

    const refusal = await inspectImage(heic);
    expect(refusal).toMatchObject({ ok: false, reason: "unsupported" });
    expect(refusal).toHaveProperty("userMessage", expect.stringContaining("Paling Kompatibel"));
  });
});

describe("inspectImage refuses", () => {
  const notPhotos: [string, string | Uint8Array, ImageRefusalReason][] = [
    ["nothing", "", "not_an_image"],
    ["plain text", "B1234XYZ | Toyota Avanza", "not_an_image"],
    ["HTML that calls itself a photo", "<!doctype html><img src=x onerror=alert(1)>", "not_an_image"],
    ["SVG", '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="20000"/>', "unsupported"],
    ["SVG behind a byte order mark", "\ufeff <svg/>", "unsupported"],
    ["GIF", "GIF89a\x01\x00\x01\x00", "unsupported"],
    ["PDF", "%PDF-1.7\n", "unsupported"],
    ["video", "\0\0\0\x18ftypmp42\0\0\0\0", "unsupported"],
    ["AVIF", "\0\0\0\x18ftypavif\0\0\0\0mif1miaf", "unsupported"],
    ["the first bytes of a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "truncated"],
    ["the first bytes of a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "truncated"],
    ["the first bytes of a WebP", "RIFF\x10\0\0\0WEBPVP8X", "truncated"],
  ];

  test.each(notPhotos)("%s", async (_, content, reason) => {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    expect(await inspectImage(bytes)).toMatchObject({ ok: false, reason });
  });

  test("a JPEG, PNG or WebP cut anywhere", async () => {
    for (const name of ["same-car-orientation-1.jpg", "png-named.jpg", "webp-gps.webp"]) {
      const whole = await readFixture(name);
      for (const share of [0.1, 0.5, 0.9, 0.999]) {
        const cut = whole.subarray(0, Math.floor(whole.length * share));
        expect(await inspectImage(cut)).toMatchObject({ ok: false, reason: "truncated" });
      }
    }
    expect(await inspectImage(await readFixture("truncated.jpg"))).toMatchObject({ reason: "truncated" });
  });

  test("an animation", async () => {
    expect(await inspectImage(await readFixture("animated.webp"))).toMatchObject({ ok: false, reason: "animated" });
  });

  test("more than 10 MB", async () => {
    const padding = Buffer.alloc(maxImageBytes);
    const padded = Buffer.concat([await readFixture("same-car-orientation-1.jpg"), padding]);
    expect(await inspectImage(padded)).toMatchObject({ ok: false, reason: "too_large" });
  });

  test("a small file that unpacks to 400 megapixels", async () => {
    expect(await inspectImage(pngHeaderOf(20_000, 20_000))).toMatchObject({ ok: false, reason: "too_many_pixels" });
  });

  test("everything with a sentence for the sender", async () => {
    for (const [, content] of notPhotos) {
      const inspection = await inspectImage(typeof content === "string" ? Buffer.from(content) : content);
      if (inspection.ok) throw new Error("accepted");
      expect(inspection.userMessage).toMatch(/^[A-Z].{30,}\.$/);
    }
  });
});

test("inspectImage never throws, whatever the bytes", async () => {
  const next = createRandom(7);
  const starts = await Promise.all(
    ["same-car-orientation-6.jpg", "png-named.jpg", "webp-gps.webp", "animated.webp"].map(readFixture),
  );
  starts.push(new Uint8Array(heicOf(100, 100)), new Uint8Array(0));

  for (let round = 0; round < 2000; round += 1) {
    const bytes = Uint8Array.from(starts[round % starts.length] ?? []).slice(0, Math.floor(next() * 3000));
    for (let change = 0; change < 20; change += 1) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    expect(await inspectImage(bytes, { decodesHevc: true })).toHaveProperty("ok");
  }
});

/** A PNG that promises much and holds nothing. */
function pngHeaderOf(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(45);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  bytes.write("IHDR", 12, "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write("IEND", 37, "latin1");
  return bytes;
}

/** The boxes of an iPhone picture without its pixels: brand `heic`, a tile's size, then the whole picture's. */
function heicOf(width: number, height: number): Buffer {
  const sizes = [box("ispe", [0, 512, 512]), box("ispe", [0, width, height])];
  return Buffer.concat([box("ftyp", ["heic", 0, "mif1", "heic"]), box("meta", sizes)]);
}

function box(name: string, content: (number | string | Buffer)[]): Buffer {
  const parts = content.map((part) => (typeof part === "number" ? uint32(part) : Buffer.from(part)));
  const body = Buffer.concat([Buffer.from(name), ...parts]);
  return Buffer.concat([uint32(body.length + 4), body]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
