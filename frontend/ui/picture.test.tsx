import { expect, test } from "bun:test";
import { renderToString } from "react-dom/server";
import { samplePhoto } from "../testing/sample-pages";
import { Picture } from "./picture";

test("a photo offers the lightest format first and waits until it is near the screen", () => {
  const html = renderToString(<Picture photo={samplePhoto} sizes="50vw" />);

  expect(html.indexOf("image/avif")).toBeLessThan(html.indexOf("image/webp"));
  expect(html).toContain('srcSet="/media/a-640.jpg 640w"');
  expect(html).toContain('loading="lazy"');
});

test("the first photo of a page loads at once", () => {
  const html = renderToString(<Picture photo={samplePhoto} sizes="50vw" priority="high" />);

  expect(html).not.toContain("lazy");
  expect(html).toContain('fetchPriority="high"');
});

test("a photo without files yet is a box in its own colour that says so", () => {
  const photo = { ...samplePhoto, sources: { avif: [], webp: [], jpeg: [] } };
  const html = renderToString(<Picture photo={photo} sizes="50vw" />);

  expect(html).not.toContain("<img");
  expect(html).toContain("background-color:#223344");
  expect(html).toContain("Foto sedang diproses");
});

test("a car without a photo says that one will follow", () => {
  expect(renderToString(<Picture photo={null} sizes="50vw" />)).toContain("Foto menyusul");
});
