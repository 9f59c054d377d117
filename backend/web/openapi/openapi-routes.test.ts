import { expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { owner, testCtx } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";

const deps = await createTestDeps();
const app = createApp(deps);
const { tenant } = await createShowroom(deps);
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { host: `${tenant.subdomain}.localhost`, ...headers } });

test("the description is OpenAPI 3.1 and says how to get in", async () => {
  const response = await ask("/api/openapi.json");
  const document = await response.json();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.components.securitySchemes)).toEqual(["bearer", "cookie"]);
  expect(document.paths["/api/cars"].get.security).toEqual([]);
  expect(document.paths["/api/admin/auth/login"].post.security).toEqual([]);
  expect(document.paths["/api/admin/domain/verify"].post.summary).toBeString();
  expect((await ask("/api/openapi.json", { "if-none-match": response.headers.get("etag") ?? "" })).status).toBe(304);
});

test("every reference in it leads somewhere, every path parameter is required, and no operation is named twice", async () => {
  const text = await (await ask("/api/openapi.json")).text();
  const document = JSON.parse(text);
  const known = Object.keys(document.components.schemas);
  const used = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(used.filter((name) => !known.includes(name ?? ""))).toEqual([]);

  for (const [path, methods] of Object.entries<Record<string, { parameters?: { in: string; required?: boolean }[] }>>(
    document.paths,
  )) {
    for (const { parameters = [] } of Object.values(methods)) {
      const inPath = parameters.filter((parameter) => parameter.in === "path");
      expect([path, inPath.length]).toEqual([path, path.match(/\{/g)?.length ?? 0]);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  }
});

test("the cars it describes have the fields that are answered", async () => {
  await addListedCar(testCtx(deps.db, tenant, owner, deps.clock));
  const document = await (await ask("/api/openapi.json")).json();
  const { PublicCarCard, PublicCar } = document.components.schemas;
  const { data: list } = await (await ask("/api/cars")).json();
  const [card] = list.cars;
  expect(fieldsOf(PublicCarCard)).toEqual(Object.keys(card).sort());
  const { data: car } = await (await ask(`/api/cars/${card.slug}`)).json();
  const [, added] = PublicCar.allOf;
  expect([...fieldsOf(PublicCarCard), ...fieldsOf(added)].sort()).toEqual(Object.keys(car).sort());
  const described = document.paths["/api/cars"].get.responses["200"].content["application/json"].schema;
  expect(fieldsOf(described.properties.data)).toEqual(Object.keys(list).sort());
});

test("the page is made of files of this host alone, and only of those it needs", async () => {
  const page = await ask("/api/docs");
  const html = await page.text();
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? "");
  expect(addresses.filter((address) => !/^(?:\/api\/|\/assets\/|data:,$)/.test(address))).toEqual([]);
  expect(page.headers.get("content-security-policy")).not.toContain("unsafe");
  for (const address of addresses.filter((one) => one.startsWith("/"))) expect((await ask(address)).status).toBe(200);

  const script = addresses.find((address) => address.includes("swagger-ui-bundle")) ?? "";
  const compressed = await ask(script, { "accept-encoding": "gzip" });
  expect(compressed.headers.get("content-encoding")).toBe("gzip");
  for (const name of ["package.json", "swagger-ui.js", "..%2f..%2fpackage.json", "index.html"]) {
    expect((await ask(script.replace("swagger-ui-bundle.js", name))).status).toBe(404);
  }
});

function fieldsOf(schema: { properties: object }): string[] {
  return Object.keys(schema.properties).sort();
}
