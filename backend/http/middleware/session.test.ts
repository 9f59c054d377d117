import { describe, expect, test } from "bun:test";
import { revokeOtherSessions, suspendUser } from "@/backend/features/accounts";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createAccountsWorld, PASSWORD } from "@/backend/testing/accounts-world";
import { signIn } from "@/backend/testing/sign-in";

const { deps, app, clock, room: createRoom } = await createAccountsWorld();
const PAGE = "/dashboard/pengaturan/akun";
const API = "/api/admin/auth/sessions";
const HOUR_MS = 3_600_000;

function request(path: string, headers: Record<string, string>, method = "GET") {
  return app.request(path, { method, headers });
}

describe("a program's token", () => {
  test("opens the API of its own showroom and no other", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const { apiHeaders, bearer } = await signIn(deps, room, "owner");
    expect((await request(API, apiHeaders)).status).toBe(200);
    const elsewhere = await request(API, { host: other.host, authorization: bearer });
    expect(elsewhere.status).toBe(401);
    expect(await elsewhere.json()).toMatchObject({ success: false, error: { code: "unauthenticated" } });
    expect((await request(API, { host: room.host })).status).toBe(401);
    expect((await request(API, { host: room.host, authorization: "Bearer nonsense" })).status).toBe(401);
  });

  test("is no cookie, and a cookie is no program's token", async () => {
    const room = await createRoom();
    const { bearer, cookie } = await signIn(deps, room, "owner");
    const asCookie = cookie.replace(/=.*/, `=${bearer.slice("Bearer ".length)}`);
    const asBearer = `Bearer ${cookie.split("=")[1]}`;
    expect((await request(API, { host: room.host, cookie: asCookie })).status).toBe(401);
    expect((await request(PAGE, { host: room.host, cookie: asCookie })).status).toBe(303);
    expect((await request(API, { host: room.host, authorization: asBearer })).status).toBe(401);
    expect((await request(API, { host: room.host, cookie })).status).toBe(200);
  });
});

describe("a session", () => {
  test("ends at once when it is revoked, when all others are, and when its person is suspended", async () => {
    const room = await createRoom();
    const first = await signIn(deps, room, "sales");
    const kept = await withTenant(room.visitor, (tx) => tx.session.findFirstOrThrow({ where: { audience: "page" } }));
    const second = await signIn(deps, room, "sales");
    const opens = async ({ pageHeaders }: typeof first) => (await request(PAGE, pageHeaders)).status === 200;

    await revokeOtherSessions(room.as(first.actor), { sessionId: kept.id });
    expect([await opens(first), await opens(second)]).toEqual([true, false]);

    await suspendUser(room.as(room.owner.actor), { userId: first.user.id });
    expect(await opens(first)).toBe(false);
  });

  test("ends after 24 hours, and by logging out", async () => {
    const room = await createRoom();
    const early = await signIn(deps, room, "owner");
    clock.advance(23 * HOUR_MS);
    expect((await request(PAGE, early.pageHeaders)).status).toBe(200);
    clock.advance(2 * HOUR_MS);
    expect((await request(PAGE, early.pageHeaders)).status).toBe(303);

    const late = await signIn(deps, room, "owner");
    expect((await request("/api/admin/auth/logout", late.apiHeaders, "POST")).status).toBe(200);
    expect((await request(API, late.apiHeaders)).status).toBe(401);
    expect((await request(PAGE, late.pageHeaders)).status).toBe(200);
  });

  test("notes when it was last used, at most once a minute", async () => {
    const room = await createRoom();
    const { apiHeaders } = await signIn(deps, room, "owner");
    const started = clock.now();
    const lastSeen = async () =>
      (await withTenant(room.visitor, (tx) => tx.session.findFirstOrThrow({ where: { audience: "api" } }))).lastSeenAt;
    clock.advance(30_000);
    await request(API, apiHeaders);
    expect(await lastSeen()).toEqual(started);
    clock.advance(31_000);
    await request(API, apiHeaders);
    expect(await lastSeen()).toEqual(clock.now());
  });

  test("follows what its person may do now: role and permissions are read each time", async () => {
    const room = await createRoom();
    const { apiHeaders, user } = await signIn(deps, room, "admin");
    expect((await request("/api/admin/users", apiHeaders)).status).toBe(200);
    await withTenant(room.visitor, (tx) => tx.user.updateMany({ where: { id: user.id }, data: { role: "sales" } }));
    expect((await request("/api/admin/users", apiHeaders)).status).toBe(403);
  });
});

describe("a page without a session", () => {
  test("leads to the log-in and back to itself", async () => {
    const room = await createRoom();
    const response = await request(`${PAGE}?a=1&b=2`, { host: room.host });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(
      `/dashboard/masuk?lanjut=${encodeURIComponent("/dashboard/pengaturan/akun?a=1&b=2")}`,
    );
  });

  test("answers a script with 401 and not with a log-in page", async () => {
    const room = await createRoom();
    const response = await request(PAGE, { host: room.host, "sec-fetch-mode": "cors" });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "unauthenticated" } });
  });
});

describe("another site", () => {
  const path = "/api/admin/auth/sessions";

  test("cannot use the cookie for anything that changes something", async () => {
    const room = await createRoom();
    const { cookie } = await signIn(deps, room, "owner");
    const from = (headers: Record<string, string>) => request(path, { host: room.host, cookie, ...headers }, "DELETE");
    expect((await from({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await from({ "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await from({ origin: "https://evil.example" })).status).toBe(403);
    expect((await from({ origin: "null" })).status).toBe(403);
    expect((await from({})).status).toBe(403);
    expect((await from({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await from({ origin: `http://${room.host}` })).status).toBe(200);
  });

  test("cannot send a page's form, nor log somebody in", async () => {
    const room = await createRoom();
    const { cookie } = await signIn(deps, room, "owner");
    const evil = { host: room.host, origin: "https://evil.example" };
    expect((await request("/dashboard/keluar", { ...evil, cookie }, "POST")).status).toBe(403);
    const body = new URLSearchParams({ email: room.owner.email, password: PASSWORD });
    const response = await app.request("/dashboard/masuk", { method: "POST", headers: evil, body });
    expect(response.status).toBe(403);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("needs no such check where a program shows its token", async () => {
    const room = await createRoom();
    const { apiHeaders } = await signIn(deps, room, "owner");
    expect((await request(path, apiHeaders, "DELETE")).status).toBe(200);
  });
});
