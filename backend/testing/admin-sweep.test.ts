import { describe, expect, test } from "bun:test";
import { adminApi } from "@/backend/admin-api";
import { createApp } from "@/backend/app";
import { readFixture } from "@/backend/features/photos/fixtures/read-fixture";
import { type AdminOperation, documentedOperations, routedOperations } from "./admin-operations";
import { sampleOf, wrongSampleOf } from "./sample-json";
import { signIn } from "./sign-in";
import { createShowroom, createTestDeps } from "./test-showroom";

const deps = await createTestDeps();
const app = createApp(deps);
const admin = adminApi(deps);
const { operations, schemas } = documentedOperations(admin);

const room = await createShowroom(deps);
const strangers = await createShowroom(deps);
const owner = await signIn(deps, room, "owner");
const sales = await signIn(deps, room, "sales", { permissions: [] });
const stranger = await signIn(deps, strangers, "owner");
const { host = "" } = owner.apiHeaders;

const photo = await readFixture("same-car-orientation-1.jpg");
const UNKNOWN_ID = "01890000-0000-7000-8000-00000000dead";

/**
 * What a sales person without any permission may call; whatever is not here has to be refused, new addresses too. The
 * verbs then show them only what is theirs.
 */
const SALES_MAY = [
  /^\w+ \/auth\//,
  /^\w+ \/leads/,
  /^\w+ \/conversations/,
  /^GET \/quick-replies/,
  /^GET \/cars/,
  /^GET \/dashboard$/,
  /^GET \/events$/,
  /^GET \/branches/,
];

/** Bodies that the schema alone does not tell. */
const BODIES: Record<string, unknown> = {
  "POST /devices": { number: "6281299990000", gateway: "simulator" },
  "POST /users": { name: "Rina", email: "rina@contoh.id", role: "sales" },
};

const guarded = operations.filter(({ isOpen }) => !isOpen);
const changing = guarded.filter(({ method }) => method !== "GET");
const withId = guarded.filter(({ path }) => path.includes("{"));
const withJsonBody = operations.filter(({ body }) => body?.contentType === "application/json");

test("every admin address is documented, and every documented one is there", () => {
  expect(operations.map(({ name }) => name).sort()).toEqual(routedOperations(admin));
  expect(operations.length).toBeGreaterThan(4);
});

test("only logging in is open to everybody", () => {
  expect(operations.filter(({ isOpen }) => isOpen).map(({ name }) => name)).toEqual(["POST /auth/login"]);
});

describe.each(guarded.map((operation) => [operation.name, operation] as const))("%s", (_name, operation) => {
  test("is 401 without a session and with a token nobody gave", async () => {
    expect(await call(operation, { host })).toEqual({ status: 401, code: "unauthenticated" });
    expect((await call(operation, { host, authorization: "Bearer a.b.c" })).status).toBe(401);
  });

  test("does not know another showroom's token", async () => {
    const { status } = await call(operation, { host, authorization: stranger.bearer });
    expect([401, 404]).toContain(status);
  });

  const isForSales = SALES_MAY.some((pattern) => pattern.test(operation.name));
  test.skipIf(isForSales)("refuses sales", async () => {
    const id = operation.name.includes(" /users/") ? owner.user.id : UNKNOWN_ID;
    expect(await call(operation, sales.apiHeaders, id)).toEqual({ status: 403, code: "forbidden" });
  });
});

describe.each(changing.map((operation) => [operation.name, operation] as const))("%s by cookie", (_name, operation) => {
  test.each([
    ["from another site", { origin: "https://jahat.com", "sec-fetch-site": "cross-site" }],
    [
      "from another showroom",
      { origin: `http://${strangers.tenant.subdomain}.localhost`, "sec-fetch-site": "same-site" },
    ],
    ["from nowhere", {}],
  ])("is refused %s", async (_from, headers) => {
    expect((await call(operation, { host, cookie: owner.cookie, ...headers })).status).toBe(403);
  });
});

test.each(withId.map((operation) => [operation.name, operation] as const))(
  "%s is 404 for an id that is not there",
  async (_name, operation) => {
    expect(await call(operation, owner.apiHeaders)).toEqual({ status: 404, code: "not_found" });
  },
);

describe.each(withJsonBody.map((operation) => [operation.name, operation] as const))("%s", (_name, operation) => {
  test("says which fields of a body are wrong", async () => {
    const wrong = operation.body && wrongSampleOf(operation.body.schema, schemas);
    if (!wrong) return;
    const { status, fields } = await send(operation, owner.apiHeaders, JSON.stringify(wrong));
    expect(status).toBe(400);
    expect(fields.length).toBeGreaterThan(0);
  });

  test("does not stumble over a body that is no JSON", async () => {
    const { status, code } = await send(operation, owner.apiHeaders, "{ini bukan json");
    expect({ status, code }).toEqual({ status: 400, code: "validation" });
  });
});

async function call(operation: AdminOperation, headers: Record<string, string>, id = UNKNOWN_ID) {
  const { body } = operation;
  const isJson = body?.contentType === "application/json";
  const sample = isJson ? JSON.stringify(BODIES[operation.name] ?? sampleOf(body.schema, schemas)) : undefined;
  const { status, code } = await send(operation, headers, sample, id);
  return { status, code };
}

async function send(
  operation: AdminOperation,
  headers: Record<string, string>,
  json: string | undefined,
  id = UNKNOWN_ID,
) {
  const { method, body } = operation;
  const isForm = body !== null && json === undefined;
  const response = await app.request(`http://${host}${addressOf(operation, id)}`, {
    method,
    headers: { ...headers, ...(json !== undefined && { "content-type": "application/json" }) },
    ...(json !== undefined && { body: json }),
    ...(isForm && { body: formWithPhoto() }),
  });
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  if (!isJson) {
    await response.body?.cancel();
    return { status: response.status, code: null, fields: [] };
  }
  const answer = await response.json();
  return { status: response.status, code: answer.error?.code ?? null, fields: Object.keys(answer.error?.fields ?? {}) };
}

function addressOf({ path, parameters }: AdminOperation, id: string): string {
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema, schemas)))}`);
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const type = parameters.find((parameter) => parameter.name === name)?.schema.type ?? "";
    return type.includes("integer") || type.includes("number") ? "999999" : id;
  });
  return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
}

function formWithPhoto(): FormData {
  const form = new FormData();
  form.append("photos", new File([photo], "mobil.jpg", { type: "image/jpeg" }));
  return form;
}
