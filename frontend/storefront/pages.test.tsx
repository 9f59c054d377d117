import { describe, expect, test } from "bun:test";
import { renderSamplePages } from "../testing/sample-pages";

const pages = Object.entries(renderSamplePages());

describe.each(pages)("the %s page", (_name, html) => {
  test("has no script that holds up the page", async () => {
    const scripts = await attributesOf(html, "script");
    const blocking = scripts.filter(
      (script) =>
        script.type !== "application/ld+json" && !(script.type === "module" && "async" in script && script.src),
    );
    expect(blocking).toEqual([]);
  });

  test("labels every form control", async () => {
    const labelled = new Set((await attributesOf(html, "label")).map((label) => label.for));
    const wrapped = new Set((await attributesOf(html, "label input")).map((input) => JSON.stringify(input)));
    const controls = (await attributesOf(html, "input, select, textarea")).filter(
      (control) => control.type !== "hidden",
    );
    const bare = controls.filter(
      (control) => !control["aria-label"] && !labelled.has(control.id ?? "") && !wrapped.has(JSON.stringify(control)),
    );
    expect(bare).toEqual([]);
  });

  test("gives every picture its size and a text", async () => {
    const bare = (await attributesOf(html, "img")).filter((img) => !img.width || !img.height || img.alt === undefined);
    expect(bare).toEqual([]);
  });

  test("has one first heading and never skips a level", () => {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });

  test("uses every id once", async () => {
    const ids = (await attributesOf(html, "[id]")).map((element) => element.id ?? "");
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  });

  test("points every popover button and label at something on the page", async () => {
    const ids = new Set((await attributesOf(html, "[id]")).map((element) => element.id));
    const buttons = (await attributesOf(html, "button")).flatMap((button) => button.popovertarget ?? []);
    const labels = (await attributesOf(html, "label")).flatMap((label) => label.for ?? []);
    expect([...buttons, ...labels].filter((id) => !ids.has(id))).toEqual([]);
  });
});

test("a sold car's page shows no price of its own and no contact for this car", () => {
  const panel = renderSamplePages().sold?.split("Yang serupa dan masih ada")[0] ?? "";

  expect(panel).toContain("TERJUAL");
  expect(panel).not.toContain("185.000.000");
  expect(panel).not.toContain("Chat Sales");
});

async function attributesOf(html: string, selector: string): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = [];
  const rewriter = new HTMLRewriter().on(selector, {
    element(element) {
      found.push(Object.fromEntries(element.attributes));
    },
  });
  await rewriter.transform(new Response(html)).text();
  return found;
}
