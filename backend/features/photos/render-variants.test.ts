import { describe, expect, test } from "bun:test";
import { readFixture } from "./fixtures/read-fixture";
import { loadSharp } from "./load-sharp";
import { PhotoError } from "./photo-error";
import { type PhotoVariant, type RenderedPhoto, renderVariants } from "./render-variants";

describe("renderVariants", () => {
  test("gives 320, 640 and 1280 in AVIF, WebP and JPEG for a large photo", async () => {
    const photo = await renderVariants(await drawJpeg(2000, 1500));

    expect(photo).toMatchObject({ width: 1280, height: 960 });
    expect(photo.variants.map(describeVariant)).toEqual([
      "avif 320×240",
      "webp 320×240",
      "jpeg 320×240",
      "avif 640×480",
      "webp 640×480",
      "jpeg 640×480",
      "avif 1280×960",
      "webp 1280×960",
      "jpeg 1280×960",
    ]);
  });

  test("never enlarges: a small photo gives the widths that fit and its own", async () => {
    expect(await widthsOf(await drawJpeg(900, 600))).toEqual([320, 640, 900]);
    expect(await widthsOf(await drawJpeg(640, 400))).toEqual([320, 640]);
    expect(await widthsOf(await drawJpeg(200, 100))).toEqual([200]);
    expect(await widthsOf(await drawJpeg(1, 1))).toEqual([1]);
  });

  test("keeps a very tall or very wide picture within what every format can hold", async () => {
    const tall = await renderVariants(await drawJpeg(400, 18_000));
    const wide = await renderVariants(await drawJpeg(18_000, 400));

    expect([tall.width, tall.height]).toEqual([57, 2560]);
    expect([wide.width, wide.height]).toEqual([1280, 28]);
  });

  test("names are made from the content, so the same photo gives the same names and another one others", async () => {
    const one = await renderVariants(await drawJpeg(400, 300));
    const again = await renderVariants(await drawJpeg(400, 300));
    const other = await renderVariants(await drawJpeg(400, 301));

    expect(one.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(one.variants.map((variant) => variant.name)).toEqual(
      ["320.avif", "320.webp", "320.jpg", "400.avif", "400.webp", "400.jpg"].map(
        (ending) => `${one.sha256.slice(0, 16)}-${ending}`,
      ),
    );
    expect(namesOf(again)).toEqual(namesOf(one));
    expect(namesOf(other)).not.toEqual(namesOf(one));
  });

  test("shows all eight EXIF orientations as the same upright picture", async () => {
    const upright = await pixelsOf(await renderVariants(await readFixture("same-car-orientation-1.jpg")));

    for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
      const photo = await renderVariants(await readFixture(`same-car-orientation-${orientation}.jpg`));
      expect([photo.width, photo.height]).toEqual([640, 416]);
      expect(meanDifference(await pixelsOf(photo), upright)).toBeLessThan(3);
    }
  });

  test("leaves no EXIF, GPS, XMP, profile or comment in any variant", async () => {
    const traces = ["Exif", "GPS", "ICC_PROFILE", "xmpmeta", "http://ns.adobe", "Surabaya", "EXIF", "XMP ", "ICCP"];
    for (const name of ["same-car-orientation-6.jpg", "webp-gps.webp"]) {
      const original = Buffer.from(await readFixture(name));
      expect(traces.some((trace) => original.includes(trace))).toBe(true);

      for (const { bytes } of (await renderVariants(original)).variants) {
        expect(traces.filter((trace) => Buffer.from(bytes).includes(trace))).toEqual([]);
        expect(await metadataOf(bytes)).toMatchObject({
          exif: undefined,
          icc: undefined,
          xmp: undefined,
          iptc: undefined,
        });
      }
    }
  });

  test("puts a transparent picture on near-white, not on black", async () => {
    const sharp = await loadSharp();
    const transparent = { r: 200, g: 0, b: 0, alpha: 0 };
    const png = await sharp({ create: { width: 40, height: 40, channels: 4, background: transparent } })
      .png()
      .toBuffer();

    const [red = 0, green = 0, blue = 0] = await pixelsOf(await renderVariants(png));
    expect(Math.min(red, green, blue)).toBeGreaterThan(245);
  });

  test("shows a CMYK photo in its natural colours, not as a negative", async () => {
    const photo = await renderVariants(await readFixture("cmyk-adobe.jpg"));
    const bonnet = await averageColor(photo, { left: 260, top: 320, width: 60, height: 20 });

    expect(bonnet.red).toBeGreaterThan(180);
    expect(bonnet.green).toBeGreaterThan(130);
    expect(bonnet.blue).toBeLessThan(90);
  });

  test("gives three channels for a gray photo", async () => {
    const sharp = await loadSharp();
    const gray = await sharp(await drawJpeg(64, 64))
      .grayscale()
      .png()
      .toBuffer();
    expect((await pixelsOf(await renderVariants(gray))).length).toBe(64 * 64 * 3);
  });

  test("names the colour that stands in for the photo while it loads", async () => {
    const sharp = await loadSharp();
    const red = await sharp({ create: { width: 90, height: 60, channels: 3, background: "#c81e1e" } })
      .jpeg()
      .toBuffer();
    expect((await renderVariants(red)).dominantColor).toMatch(/^#c[0-9a-f][12][0-9a-f][12][0-9a-f]$/);
  });

  test("keeps every variant under 500 KB, even for a picture that is nothing but noise", async () => {
    const sharp = await loadSharp();
    const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
    const picture = await sharp({ create: { width: 1280, height: 900, channels: 3, noise, background: "#000" } })
      .jpeg({ quality: 95 })
      .toBuffer();

    const { variants } = await renderVariants(picture);
    expect(Math.max(...variants.map((variant) => variant.bytes.length))).toBeLessThanOrEqual(500 * 1024);
  });
});

describe("renderVariants refuses with a sentence for the sender", () => {
  test("a photo that was cut off", async () => {
    await expectRefusal(await readFixture("truncated.jpg"), /kirim ulang/);
  });

  test("a JPEG whose lower half is missing although its end mark is there", async () => {
    const whole = await readFixture("same-car-orientation-1.jpg");
    const upperHalf = whole.subarray(0, whole.length * 0.55);
    await expectRefusal(Buffer.concat([upperHalf, Uint8Array.of(0xff, 0xd9)]), /kirim ulang/);
  });

  test("a PNG with broken pixels between intact ends", async () => {
    const broken = await readFixture("png-named.jpg");
    broken.fill(0, 5000, 5400);
    await expectRefusal(broken, /kirim ulang/);
  });

  test("a JPEG with two odd bytes between its parts is a photo all the same", async () => {
    const photo = Buffer.from(await drawJpeg(400, 300));
    const odd = Buffer.concat([photo.subarray(0, -2), Buffer.from([0x00, 0x00]), photo.subarray(-2)]);
    expect((await renderVariants(odd)).width).toBe(400);
  });

  test("a real PNG of 400 megapixels in a megabyte", async () => {
    await expectRefusal(await drawBomb(), /40 megapiksel/);
  });

  test("an SVG, an animation, text", async () => {
    await expectRefusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), /SVG/);
    await expectRefusal(await readFixture("animated.webp"), /bergerak/);
    await expectRefusal(Buffer.from("halo"), /bukan foto/);
  });
});

test("sharp itself no longer opens an SVG, should one ever get that far", async () => {
  const sharp = await loadSharp();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await expect(sharp(svg).png().toBuffer()).rejects.toThrow();
});

async function expectRefusal(bytes: Uint8Array, sentence: RegExp): Promise<void> {
  const error = await renderVariants(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(PhotoError);
  expect(error).toMatchObject({ code: "rule", userMessage: expect.stringMatching(sentence) });
}

async function drawJpeg(width: number, height: number): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp({ create: { width, height, channels: 3, background: "#3a7d44" } })
    .jpeg()
    .toBuffer();
}

/** All black: a megabyte that would unpack to 1.2 GB of RGB. */
async function drawBomb(): Promise<Buffer> {
  const sharp = await loadSharp();
  const side = 20_000;
  const row = { raw: { width: 100, height: 100, channels: 1 } } as const;
  return sharp(Buffer.alloc(10_000), row)
    .resize(side, side, { kernel: "nearest" })
    .png({ palette: false, compressionLevel: 9, adaptiveFiltering: false })
    .toBuffer();
}

function largest(photo: RenderedPhoto, format: PhotoVariant["format"]): Uint8Array {
  const found = photo.variants.find((variant) => variant.format === format && variant.width === photo.width);
  if (!found) throw new Error(`no ${format} in full width`);
  return found.bytes;
}

async function pixelsOf(photo: RenderedPhoto): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(largest(photo, "jpeg")).raw().toBuffer();
}

async function averageColor(photo: RenderedPhoto, area: { left: number; top: number; width: number; height: number }) {
  const sharp = await loadSharp();
  const cut = await sharp(largest(photo, "jpeg")).extract(area).toBuffer();
  const { channels } = await sharp(cut).stats();
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => channel.mean);
  return { red, green, blue };
}

async function metadataOf(bytes: Uint8Array) {
  const sharp = await loadSharp();
  const { exif, icc, xmp, iptc } = await sharp(bytes).metadata();
  return { exif, icc, xmp, iptc };
}

async function widthsOf(bytes: Uint8Array): Promise<number[]> {
  const { variants } = await renderVariants(bytes);
  return [...new Set(variants.map((variant) => variant.width))];
}

function namesOf(photo: RenderedPhoto): string[] {
  return photo.variants.map((variant) => variant.name);
}

function describeVariant({ format, width, height }: PhotoVariant): string {
  return `${format} ${width}×${height}`;
}

function meanDifference(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / a.length;
}
