import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { createAccountsWorld, PASSWORD, type Room } from "@/backend/testing/accounts-world";
import { signIn } from "@/backend/testing/sign-in";
import { confirmTotp } from "./totp/confirm-totp";
import { codeAt } from "./totp/one-time-code";
import { startTotp } from "./totp/start-totp";

const { deps, app, clock, room: createRoom } = await createAccountsWorld();
setDefaultTimeout(30_000);

async function call(method: string, path: string, headers: Record<string, string>, body?: unknown) {
  const response = await app.request(`/api/admin${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

function logIn(room: Room, body: unknown) {
  return call("POST", "/auth/login", { host: room.host }, body);
}

describe("POST /api/admin/auth/login", () => {
  test("answers with a token, the user and the showroom; the token opens the API and is no cookie", async () => {
    const room = await createRoom();
    const { status, json, headers } = await logIn(room, { email: room.owner.email, password: PASSWORD });
    const { id, name, subdomain } = room.tenant;
    expect(status).toBe(200);
    expect(json).toEqual({
      success: true,
      data: {
        token: expect.any(String),
        user: { id: room.owner.id, name: "Hadi", email: room.owner.email, role: "owner" },
        tenant: { id, name, subdomain, customDomain: null },
      },
    });
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("cache-control")).toBe("no-store");
    const bearer = { host: room.host, authorization: `Bearer ${json.data.token}` };
    expect((await call("GET", "/auth/sessions", bearer)).json.data.sessions).toMatchObject([
      { isCurrent: true, audience: "api" },
    ]);
  });

  test("answers 400 with fields, 401 with one sentence, and 429 with when to come back", async () => {
    const room = await createRoom();
    expect(await logIn(room, { email: 5 })).toMatchObject({
      status: 400,
      json: {
        success: false,
        error: { code: "validation", fields: { email: expect.any(String), password: expect.any(String) } },
      },
    });
    const wrong = { email: room.owner.email, password: "salah" };
    expect(await logIn(room, wrong)).toMatchObject({
      status: 401,
      json: { error: { message: "E-mail atau kata sandi salah." } },
    });
    for (let count = 0; count < 4; count++) await logIn(room, wrong);
    const slowed = await logIn(room, wrong);
    expect(slowed).toMatchObject({ status: 429, json: { error: { code: "rate_limited" } } });
    expect(slowed.headers.get("retry-after")).toBe("30");
  });

  test("asks for the code of the second step, and takes it in the same call", async () => {
    const room = await createRoom();
    const { secret } = await startTotp(deps, room.as(room.owner.actor), { password: PASSWORD });
    await confirmTotp(deps, room.as(room.owner.actor), { code: codeAt(secret, clock.now()) });
    clock.advance(30_000);
    const body = { email: room.owner.email, password: PASSWORD };
    const { status, json } = await logIn(room, body);
    expect(status).toBe(401);
    expect(json).toMatchObject({ error: { fields: { totp: expect.any(String) } } });
    expect(json.data).toBeUndefined();
    expect((await logIn(room, { ...body, totp: codeAt(secret, clock.now()) })).status).toBe(200);
  });
});

describe("one's own sessions and password", () => {
  test("are listed and ended; another's session is 404", async () => {
    const room = await createRoom();
    const [mine, theirs] = [await signIn(deps, room, "owner"), await signIn(deps, room, "sales")];
    const list = async ({ apiHeaders }: typeof mine) =>
      (await call("GET", "/auth/sessions", apiHeaders)).json.data.sessions;
    const [their] = await list(theirs);
    expect((await call("DELETE", `/auth/sessions/${their.id}`, mine.apiHeaders)).status).toBe(404);
    expect((await call("DELETE", "/auth/sessions/nonsense", mine.apiHeaders)).status).toBe(400);
    const page = (await list(mine)).find((one: { audience: string }) => one.audience === "page");
    expect((await call("DELETE", `/auth/sessions/${page.id}`, mine.apiHeaders)).status).toBe(200);
    expect(await list(mine)).toHaveLength(1);
  });

  test("change the password for a new token; the old one is refused", async () => {
    const room = await createRoom();
    const { apiHeaders } = await signIn(deps, room, "sales");
    const body = { currentPassword: PASSWORD, newPassword: "empat-roda-satu-jalan" };
    expect(await call("PUT", "/auth/password", apiHeaders, { ...body, newPassword: "pendek" })).toMatchObject({
      status: 400,
      json: { error: { fields: { newPassword: expect.any(String) } } },
    });
    const { json } = await call("PUT", "/auth/password", apiHeaders, body);
    expect((await call("GET", "/auth/sessions", apiHeaders)).status).toBe(401);
    const renewed = { ...apiHeaders, authorization: `Bearer ${json.data.token}` };
    expect((await call("GET", "/auth/sessions", renewed)).status).toBe(200);
  });
});

describe("/api/admin/users", () => {
  test("invites, shows, changes and suspends; no answer holds a secret", async () => {
    const room = await createRoom();
    const { apiHeaders } = await signIn(deps, room, "owner");
    const invited = await call("POST", "/users", apiHeaders, {
      name: "Sari",
      email: "sari@contoh.id",
      role: "sales",
      pin: "4321",
    });
    expect(invited).toMatchObject({
      status: 201,
      json: { data: { user: { status: "invited" }, link: { purpose: "invite" } } },
    });
    const { id } = invited.json.data.user;
    expect(await call("PATCH", `/users/${id}`, apiHeaders, { permissions: ["upload"] })).toMatchObject({
      json: { data: { name: "Sari", permissions: ["upload"] } },
    });
    expect((await call("POST", `/users/${id}/password-link`, apiHeaders)).status).toBe(201);
    expect(await call("DELETE", `/users/${id}`, apiHeaders)).toMatchObject({ json: { data: { status: "suspended" } } });
    expect((await call("GET", "/users?search=sar", apiHeaders)).json.data).toMatchObject({ total: 1 });
    const everything = JSON.stringify((await call("GET", "/users", apiHeaders)).json);
    expect(everything).not.toMatch(/hash|argon2|4321|secret/i);
  });

  test("is closed to sales and to another showroom, and says per field what is wrong", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const [owner, sales] = [await signIn(deps, room, "owner"), await signIn(deps, room, "sales")];
    const path = `/users/${room.admin.id}`;
    for (const [method, where] of [
      ["GET", "/users"],
      ["GET", path],
      ["PATCH", path],
      ["DELETE", path],
      ["POST", `${path}/password-link`],
    ] as const) {
      const body = method === "PATCH" ? {} : undefined;
      expect({ method, where, status: (await call(method, where, sales.apiHeaders, body)).status }).toEqual({
        method,
        where,
        status: 403,
      });
    }
    expect((await call("GET", `/users/${other.sales.id}`, owner.apiHeaders)).status).toBe(404);
    expect((await call("GET", path, { ...owner.apiHeaders, host: other.host })).status).toBe(401);
    expect(await call("PATCH", path, owner.apiHeaders, { role: "king", pin: "1" })).toMatchObject({
      status: 400,
      json: { error: { fields: { role: "Pilih peran.", pin: expect.any(String) } } },
    });
  });
});
