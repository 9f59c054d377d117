import { expect, test } from "bun:test";
import { renderToString } from "react-dom/server";
import { StorefrontDocument, type StorefrontDocumentProps } from "./document";
import { sampleDocument, sampleShowroom } from "./testing/sample-pages";

test("text in JSON-LD cannot close its script", () => {
  const jsonLd = [{ name: "</script><script>alert(1)</script>" }];
  const html = render({ head: { ...sampleDocument.head, jsonLd } });

  expect(html).not.toContain("<script>alert(1)");
  const script = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? "";
  expect(JSON.parse(script)).toEqual(jsonLd[0] ?? {});
});

test("a showroom's colour cannot carry anything but a colour into the stylesheet", () => {
  const theme = { brand: "red}body{display:none", brandContrast: "#ffffff", accent: "#abc" };
  const html = render({ showroom: { ...sampleShowroom, theme } });

  expect(html).not.toContain("display:none");
  expect(html).toContain("--accent:#abc");
});

test("a host without a showroom gets a page without header and footer", () => {
  const html = render({ showroom: null });

  expect(html).not.toContain("<header");
  expect(html).not.toContain("<footer");
});

test("the largest photo is preloaded in the format the browser will take", () => {
  expect(render({})).toMatch(/<link rel="preload" as="image" [^>]*type="image\/avif"/);
});

function render(changes: Partial<StorefrontDocumentProps>): string {
  return renderToString(<StorefrontDocument {...sampleDocument} {...changes} />);
}
