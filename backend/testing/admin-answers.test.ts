import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { adminApi } from "@/backend/admin-api";
import { createApp } from "@/backend/app";
import { claimDomain, verifyDomain } from "@/backend/features/domains";
import { systemClock } from "@/backend/platform/clock";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { seedDemo } from "@/prisma/seed";
import { type AdminOperation, documentedOperations } from "./admin-operations";
import { openDomainWorld } from "./domain-world";
import type { JsonSchema } from "./sample-json";
import { signIn } from "./sign-in";
import { testCtx } from "./test-database";
import { createTestDeps } from "./test-showroom";

const world = await openDomainWorld(systemClock);
const deps = await createTestDeps({ domains: world.deps });
await seedDemo(deps, { isProduction: false });
const tenant = await deps.db.prisma.tenant.findUniqueOrThrow({ where: { subdomain: "showroom-surabaya" } });
const app = createApp(deps);
const { operations, schemas } = documentedOperations(adminApi(deps));
const owner = await signIn(deps, { tenant }, "owner");
const sales = await signIn(deps, { tenant }, "sales", { permissions: [] });
const plates = await withTenant({ db: deps.db, tenant }, (tx) => tx.car.findMany({ select: { plate: true } }));

const ownersCtx = testCtx(deps.db, tenant, owner.actor, deps.clock);
await claimDomain(ownersCtx, deps.domains, { customDomain: "mobil-surabaya.com" });
await verifyDomain(ownersCtx, deps.domains);

const readable = operations.filter(({ method, answer }) => method === "GET" && answer !== null);

describe.each(readable.map((operation) => [operation.name, operation] as const))(
  "%s on the demo showroom",
  (_name, operation) => {
    test("answers what is documented and nothing else", async () => {
      const path = await existingPath(operation);
      if (!path) return;
      const response = await ask(path, owner.apiHeaders);
      expect(response.status).toBe(200);
      const problems = documentedAnswer(operation).safeParse(await response.json()).error?.issues ?? [];
      expect(problems.map(({ path: where, message }) => `${where.join(".")}: ${message}`)).toEqual([]);
    });

    test("tells sales without permission no plate and no cost price", async () => {
      const path = await existingPath(operation);
      if (!path) return;
      const text = (await (await ask(path, sales.apiHeaders)).text()).toUpperCase();
      expect(plates.map(({ plate }) => plate).filter((plate) => hasPlate(text, plate))).toEqual([]);
      expect(text).not.toMatch(/"COSTPRICE\w*":\d/);
    });
  },
);

test("the owner does see plates, so that not finding them elsewhere means something", async () => {
  const text = (await (await ask("/api/admin/cars", owner.apiHeaders)).text()).toUpperCase();
  expect(plates.filter(({ plate }) => hasPlate(text, plate)).length).toBeGreaterThan(5);
});

/** The address with the id of something that is there: the first in the list above it. Null when there is none. */
async function existingPath({ path }: AdminOperation): Promise<string | null> {
  const start = path.indexOf("/{");
  if (start < 0) return path;
  const above = await ask(path.slice(0, start), owner.apiHeaders);
  const id = above.status === 200 ? firstId(await above.json()) : null;
  return id && path.replace(/\{\w+\}/, id);
}

function firstId(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(firstId).find((id) => id !== null) ?? null;
  if (typeof value !== "object" || value === null) return null;
  if ("id" in value && typeof value.id === "string") return value.id;
  return firstId(Object.values(value));
}

function ask(path: string, headers: Record<string, string>): Promise<Response> {
  return Promise.resolve(app.request(`http://${headers.host}${path}`, { headers }));
}

/** The documented answer as a check that also refuses fields nobody documented. */
function documentedAnswer({ answer }: AdminOperation): z.ZodType {
  const $defs = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, closed(schema)]));
  return z.fromJSONSchema(JSON.parse(JSON.stringify({ ...closed(answer ?? {}), $defs })));
}

/** References as JSON Schema has them, and no unknown fields but where parts are put together (allOf). */
function closed(schema: JsonSchema, isPart = false): JsonSchema {
  const { $ref, properties, items, anyOf, oneOf, allOf, ...rest } = schema;
  const isOpen = isPart || "additionalProperties" in schema;
  return {
    ...rest,
    ...($ref && { $ref: $ref.replace("#/components/schemas/", "#/$defs/") }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, closed(property)])),
      ...(!isOpen && { additionalProperties: false }),
    }),
    ...(items && { items: closed(items) }),
    ...(anyOf && { anyOf: anyOf.map((part) => closed(part)) }),
    ...(oneOf && { oneOf: oneOf.map((part) => closed(part)) }),
    ...(allOf && { allOf: allOf.map((part) => closed(part, true)) }),
  };
}

function hasPlate(text: string, plate: string): boolean {
  return text.includes(plate.toUpperCase()) || text.includes(plate.toUpperCase().replace(/\s/g, ""));
}
