import { describe, expect, test } from "bun:test";
import { readFixture } from "./fixtures/read-fixture";
import { loadSharp } from "./load-sharp";
import { renderText } from "./og-image/text";
import { renderOgImage } from "./render-og-image";

const car = {
  photo: null,
  title: "Toyota Avanza 1.3 G 2020",
  priceText: "Rp 185.000.000",
  showroomName: "Showroom Mobil Surabaya",
  brandColor: "#b91c1c",
};

describe("renderOgImage", () => {
  test("gives a 1200×630 JPEG under 300 KB, with and without a photo", async () => {
    const photo = await readFixture("same-car-orientation-1.jpg");
    for (const input of [car, { ...car, photo, badge: "Terjual" }]) {
      const image = await renderOgImage(input);
      const sharp = await loadSharp();
      expect(await sharp(image).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
      expect(image.length).toBeLessThan(300_000);
    }
  });

  test("shows the price in the showroom's colour", async () => {
    const [red = 0, green = 0, blue = 0] = await pixelAt(await renderOgImage(car), 20, 540);
    expect(Math.abs(red - 0xb9) + Math.abs(green - 0x1c) + Math.abs(blue - 0x1c)).toBeLessThan(20);
  });

  test("stays whole with names far too long, markup, emoji and a colour that is none", async () => {
    const awkward = {
      photo: null,
      title: `<b>A & B</b> ${"Sangat Panjang ".repeat(30)}`,
      priceText: "Rp 185.000.000.000.000.000.000.000",
      showroomName: "🚗🚗🚗",
      brandColor: "url(x)",
      badge: "Tanpaspasi".repeat(20),
    };
    expect((await renderOgImage(awkward)).length).toBeLessThan(300_000);
  });

  test("writes the same letters on a machine without any font", async () => {
    const style = { weight: "extrabold", color: "#000000", maxWidth: 900, maxHeight: 200, sizesPx: [60] } as const;
    const here = await renderText(await loadSharp(), "Rp 185.000.000 Avanza", style);
    const there = await renderWithoutFonts("Rp 185.000.000 Avanza", style);

    expect(Math.abs(here.width - there.width)).toBeLessThanOrEqual(2);
    expect(Math.abs(here.height - there.height)).toBeLessThanOrEqual(2);
  });
});

async function pixelAt(image: Uint8Array, left: number, top: number): Promise<number[]> {
  const sharp = await loadSharp();
  return [...(await sharp(image).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

/** Another process, because fontconfig reads its configuration once; this one names no folder at all. */
async function renderWithoutFonts(text: string, style: object): Promise<{ width: number; height: number }> {
  const script = `
    import { loadSharp } from "./load-sharp";
    import { renderText } from "./og-image/text";
    const text = await renderText(await loadSharp(), ${JSON.stringify(text)}, ${JSON.stringify(style)});
    console.log(JSON.stringify({ width: text.width, height: text.height }));`;
  const child = Bun.spawn([process.execPath, "-e", script], {
    cwd: import.meta.dir,
    env: { PATH: "/usr/bin", FONTCONFIG_FILE: `${import.meta.dir}/fixtures/no-fonts.conf` },
  });
  return JSON.parse(await new Response(child.stdout).text());
}
