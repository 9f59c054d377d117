import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createAccountsWorld, PASSWORD, type Room } from "@/backend/testing/accounts-world";
import { signIn } from "@/backend/testing/sign-in";

const { deps, app, room: createRoom } = await createAccountsWorld();

// Whole flows, each with several hashes.
setDefaultTimeout(30_000);

type Fields = Record<string, string>;

function post(room: Room, path: string, fields: Fields | FormData, headers: Fields = {}) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  return app.request(path, {
    method: "POST",
    headers: { host: room.host, origin: `http://${room.host}`, "content-length": "1000", ...headers },
    body,
  });
}

function get(room: Room, path: string, headers: Fields = {}) {
  return app.request(path, { headers: { host: room.host, ...headers } });
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

describe("the log-in page", () => {
  test("gives a cookie that no script and no other site gets, and goes where one wanted to", async () => {
    const room = await createRoom();
    const fields = { email: room.owner.email, password: PASSWORD, lanjut: "/dashboard/pengaturan/akun" };
    const response = await post(room, "/dashboard/masuk", fields);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/dashboard/pengaturan/akun");
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^autoleads_session=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/);
    const [session = ""] = cookie.split(";");
    expect((await get(room, "/dashboard/pengaturan/akun", { cookie: session })).status).toBe(200);
    expect((await get(room, "/dashboard/masuk", { cookie: session })).status).toBe(303);
  });

  test("never leads to another site", async () => {
    const room = await createRoom();
    const fields = { email: room.owner.email, password: PASSWORD, lanjut: "//evil.example/dashboard" };
    expect((await post(room, "/dashboard/masuk", fields)).headers.get("location")).toBe("/dashboard");
    expect(await (await get(room, "/dashboard/masuk?lanjut=https://evil.example")).text()).not.toContain("evil");
  });

  test("comes back with 422 and the e-mail as it was typed, then with 429 that says how long to wait", async () => {
    const room = await createRoom();
    const fields = { email: "<b>@contoh.id", password: "salah-salah" };
    const response = await post(room, "/dashboard/masuk", fields);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('value="&lt;b&gt;@contoh.id"');
    expect(html).toContain("E-mail atau kata sandi salah.");
    expect(html).not.toContain("salah-salah");
    for (let count = 0; count < 4; count++) await post(room, "/dashboard/masuk", fields);
    const slowed = await post(room, "/dashboard/masuk", fields);
    expect(slowed.status).toBe(429);
    expect(slowed.headers.get("retry-after")).toBe("30");
    expect(await slowed.text()).toContain("30 detik");
  });
});

describe("a form whose session had ended", () => {
  const path = "/dashboard/pengaturan/tim/undang";

  test("is carried through the log-in and sent on by a click, without files and secrets", async () => {
    const room = await createRoom();
    const form = new FormData();
    for (const [name, value] of Object.entries({
      name: `Sari "S" <x>`,
      email: "sari@contoh.id",
      password: "rahasia-saya",
    })) {
      form.append(name, value);
    }
    form.append("permissions", "upload");
    form.append("permissions", "stats");
    form.append("foto", new File(["x"], "foto.jpg"));
    const expired = await post(room, path, form, { referer: `http://${room.host}${path}` });
    const loginHtml = await expired.text();
    expect(expired.status).toBe(403);
    expect(loginHtml).toContain("Sesi Anda sudah berakhir");
    expect(loginHtml).not.toContain("rahasia-saya");

    const carried = { lanjut: hidden(loginHtml, "lanjut"), kiriman: hidden(loginHtml, "kiriman") };
    const wrong = await (
      await post(room, "/dashboard/masuk", { email: room.owner.email, password: "salah", ...carried })
    ).text();
    const kiriman = hidden(wrong, "kiriman");
    expect(kiriman).toBe(carried.kiriman);
    const entered = await post(room, "/dashboard/masuk", { email: room.owner.email, password: PASSWORD, ...carried });
    const html = await entered.text();
    expect(entered.status).toBe(200);
    expect(html).toContain(`action="${path}"`);
    expect(hidden(html, "name")).toBe(`Sari "S" <x>`);
    expect(html.match(/name="permissions"/g)).toHaveLength(2);
    expect(html).toContain("Foto atau berkas tidak ikut terbawa");
    expect(html).not.toContain("<script");
  });

  test("is not carried from another site, to another path, or when it is too large", async () => {
    const room = await createRoom();
    const fields = { name: "Sari" };
    expect((await post(room, path, fields, { origin: "https://evil.example" })).status).toBe(403);
    expect(await (await post(room, path, fields, { origin: "https://evil.example" })).text()).not.toContain("kiriman");
    expect((await post(room, "/dashboard/keluar", fields)).status).toBe(303);
    expect((await post(room, path, { name: "x".repeat(70_000) })).status).toBe(303);

    const kiriman = JSON.stringify({
      path: "https://evil.example/",
      from: "/dashboard",
      fields: [["a", "b"]],
      hasLostFiles: false,
    });
    const entered = await post(room, "/dashboard/masuk", { email: room.owner.email, password: PASSWORD, kiriman });
    expect(entered.status).toBe(303);
  });
});

describe("the team's pages", () => {
  test("invite somebody, who sets a password with the link and sees only what sales may see", async () => {
    const room = await createRoom();
    const { pageHeaders } = await signIn(deps, room, "owner");
    const fields = {
      name: "Sari",
      email: "sari@contoh.id",
      whatsappNumber: "0812-7777-0001",
      role: "sales",
      permissions: "stats",
    };
    const invited = await post(room, "/dashboard/pengaturan/tim/undang", fields, pageHeaders);
    const link = hidden(await invited.text(), "link") || "";
    expect(invited.status).toBe(200);

    const { pathname } = new URL(link);
    expect(await (await get(room, pathname)).text()).toContain("Selamat datang, Sari");
    const password = "hujan-di-bulan-juni";
    const mismatch = await post(room, pathname, { newPassword: password, repeatedPassword: "lain" });
    expect(mismatch.status).toBe(422);
    expect(
      (await post(room, pathname, { newPassword: password, repeatedPassword: password })).headers.get("location"),
    ).toBe("/dashboard/masuk?sandi=baru");
    expect((await get(room, pathname)).status).toBe(404);

    const entered = await post(room, "/dashboard/masuk", { email: "sari@contoh.id", password });
    const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await get(room, "/dashboard/pengaturan/akun", { cookie })).status).toBe(200);
    expect((await get(room, "/dashboard/pengaturan/tim", { cookie })).status).toBe(403);
    expect((await get(room, "/dashboard/pengaturan/akun/dua-langkah", { cookie })).status).toBe(403);
  });

  test("keep what was typed and mark the field", async () => {
    const room = await createRoom();
    const { pageHeaders } = await signIn(deps, room, "owner");
    const fields = {
      name: "Sari",
      email: room.sales.email,
      whatsappNumber: "123",
      role: "admin",
      permissions: "price",
    };
    const response = await post(room, "/dashboard/pengaturan/tim/undang", fields, pageHeaders);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toMatch(/aria-invalid="true" aria-describedby="[^"]*f-whatsappNumber-error"/);
    expect(html).toContain('value="123"');
    expect(html).toMatch(/value="admin"[^>]*checked|checked=""[^>]*value="admin"/);
  });

  test("ask before suspending, offer to undo it, and answer 404 for another showroom's people", async () => {
    const [room, other] = [await createRoom(), await createRoom()];
    const { pageHeaders } = await signIn(deps, room, "owner");
    const home = `/dashboard/pengaturan/tim/${room.sales.id}`;
    expect(await (await get(room, `${home}/nonaktifkan`, pageHeaders)).text()).toContain("Nonaktifkan Budi?");
    expect((await post(room, `${home}/nonaktifkan`, {}, pageHeaders)).status).toBe(303);
    const statusOf = async () =>
      (await withTenant(room.visitor, (tx) => tx.user.findFirstOrThrow({ where: { id: room.sales.id } }))).status;
    expect(await statusOf()).toBe("suspended");
    await post(room, `${home}/aktifkan`, {}, pageHeaders);
    expect(await statusOf()).toBe("active");
    expect((await get(room, `/dashboard/pengaturan/tim/${other.sales.id}`, pageHeaders)).status).toBe(404);
    expect((await get(room, "/dashboard/pengaturan/tim/tidak-ada", pageHeaders)).status).toBe(404);
  });
});

describe("one's own account", () => {
  test("changes the password, keeps this browser in and puts the others out", async () => {
    const room = await createRoom();
    const { pageHeaders, apiHeaders } = await signIn(deps, room, "owner");
    const newPassword = "empat-roda-satu-jalan";
    const fields = { currentPassword: PASSWORD, newPassword, repeatedPassword: newPassword };
    const response = await post(room, "/dashboard/pengaturan/akun/sandi", fields, pageHeaders);
    expect(response.status).toBe(303);
    const cookie = /autoleads_session=[^;]+/.exec(response.headers.get("set-cookie") ?? "")?.[0] ?? "";
    expect((await get(room, "/dashboard/pengaturan/akun", { cookie })).status).toBe(200);
    expect((await get(room, "/dashboard/pengaturan/akun", pageHeaders)).status).toBe(303);
    expect((await app.request("/api/admin/auth/sessions", { headers: apiHeaders })).status).toBe(401);
  });

  test("logs out for good", async () => {
    const room = await createRoom();
    const { pageHeaders } = await signIn(deps, room, "owner");
    const response = await post(room, "/dashboard/keluar", {}, pageHeaders);
    expect(response.headers.get("set-cookie")).toContain("autoleads_session=; Max-Age=0");
    expect((await get(room, "/dashboard/pengaturan/akun", pageHeaders)).status).toBe(303);
  });
});
