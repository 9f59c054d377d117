import { describe, expect, test } from "bun:test";
import { Hono } from "hono";
import { createApp } from "@/backend/app";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { type SignedIn, signIn } from "@/backend/testing/sign-in";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";
import { seeOther, takeFlash } from "./flash";

const deps = await createTestDeps();
const app = createApp(deps);

async function get(person: SignedIn, path: string) {
  const response = await app.request(path, { headers: person.pageHeaders });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe("the shell", () => {
  test("shows who is logged in where, marks the present section, and needs no script and no inline style", async () => {
    const room = await createShowroom(deps);
    const owner = await signIn(deps, room, "owner");
    const { status, text, headers } = await get(owner, "/dashboard");
    expect(status).toBe(200);
    expect(text).toContain(room.tenant.name);
    expect(text).toContain(owner.user.name);
    expect(text).toMatch(/<a href="\/dashboard" class="nav-link" aria-current="page">/);
    expect(text).not.toContain("<script");
    expect(text).not.toContain("style=");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("leads whoever is not logged in to the login page and back", async () => {
    const { tenant } = await createShowroom(deps);
    const host = `${tenant.subdomain}.localhost`;
    const response = await app.request("/dashboard/laporan/unit?dari=2026-11-01", { headers: { host } });
    expect(response.status).toBe(303);
    expect(decodeURIComponent(response.headers.get("location") ?? "")).toContain(
      "/dashboard/laporan/unit?dari=2026-11-01",
    );
  });

  test("says what is not there inside itself, with 404, and never what another showroom has", async () => {
    const room = await createShowroom(deps);
    const { status, text } = await get(await signIn(deps, room, "owner"), "/dashboard/tidak-ada");
    expect(status).toBe(404);
    expect(text).toContain("Halaman tidak ditemukan");
    expect(text).toContain('aria-label="Menu utama"');
  });

  test("offers reports to sales only with the permission for statistics, and says so when they come anyway", async () => {
    const room = await createShowroom(deps);
    const sales = await signIn(deps, room, "sales", { name: "Budi" });
    const allowed = await signIn(deps, room, "sales", { name: "Sari", permissions: ["stats"] });
    expect((await get(sales, "/dashboard")).text).not.toContain('href="/dashboard/laporan"');
    const refused = await get(sales, "/dashboard/laporan");
    expect([refused.status, refused.text.includes("tidak punya akses")]).toEqual([403, true]);
    expect((await app.request("/dashboard/laporan/unit.csv", { headers: sales.pageHeaders })).status).toBe(403);
    expect((await get(allowed, "/dashboard/laporan")).status).toBe(200);
  });
});

describe("a flash", () => {
  const pages = new Hono();
  pages.post("/do", (c) =>
    seeOther(c, "/done", {
      kind: "ok",
      text: "Status <b>diubah</b>",
      undo: {
        action: c.req.query("action") ?? "/dashboard/stok/urungkan",
        fields: { id: c.req.query("id") ?? "1" },
        label: "Urungkan",
      },
    }),
  );
  pages.get("/done", (c) => c.json(takeFlash(c)));

  async function flashAfter(query = "") {
    const done = await pages.request(`/do${query}`, { method: "POST" });
    const cookie = done.headers.get("set-cookie")?.split(";")[0] ?? "";
    const shown = await pages.request("/done", { headers: { cookie } });
    return { done, shown, flash: await shown.json() };
  }

  test("is said on the next page with its undo and the form that was taken, and only once", async () => {
    const { done, shown, flash } = await flashAfter();
    expect([done.status, done.headers.get("location")]).toEqual([303, "/done"]);
    expect(flash).toEqual({
      kind: "ok",
      text: "Status <b>diubah</b>",
      took: "/do",
      undo: { action: "/dashboard/stok/urungkan", fields: { id: "1" }, label: "Urungkan" },
    });
    expect(shown.headers.get("set-cookie")).toContain("Max-Age=0");
  });

  test("whose undo leads out of the dashboard, or that is no flash at all, is not shown", async () => {
    expect((await flashAfter("?action=https://evil.example/")).flash).toBeNull();
    expect((await flashAfter("?action=//evil.example/")).flash).toBeNull();
    const forged = await pages.request("/done", { headers: { cookie: "dashboard_flash=%7Bx" } });
    expect(await forged.json()).toBeNull();
  });

  test("whose undo is too long for a cookie is said without it", async () => {
    const { flash } = await flashAfter(`?id=${"x".repeat(4_000)}`);
    expect(flash).toMatchObject({ text: "Status <b>diubah</b>", undo: null });
  });
});

describe("reports", () => {
  test("each have a page and a file over the days in the address", async () => {
    const owner = await signIn(deps, await createShowroom(deps), "owner");
    for (const slug of ["", "/pencarian", "/unit", "/respons", "/asisten", "/perintah"]) {
      const page = await get(owner, `/dashboard/laporan${slug}?dari=2026-11-01&sampai=2026-11-05`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('value="2026-11-05"');
      const file = await get(owner, `/dashboard/laporan${slug || "/leads"}.csv?dari=2026-11-01&sampai=2026-11-05`);
      expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(file.headers.get("content-disposition")).toContain("2026-11-01-2026-11-05.csv");
    }
    expect((await get(owner, "/dashboard/laporan/lain")).status).toBe(404);
    expect((await get(owner, "/dashboard/laporan/lain.csv")).status).toBe(404);
  });

  test("with days that are no period keep what was typed, say why at the field, and show the usual days", async () => {
    const owner = await signIn(deps, await createShowroom(deps), "owner");
    const { status, text } = await get(owner, "/dashboard/laporan?dari=2026-11-09&sampai=2026-11-01");
    expect(status).toBe(422);
    expect(text).toContain("Tanggal akhir harus sesudah tanggal awal.");
    expect(text).toMatch(/<input[^>]*aria-invalid="true"[^>]*value="2026-11-01"/);
  });

  test("come as files a spreadsheet opens: BOM, semicolons, and nothing it would run as a formula", async () => {
    const room = await createShowroom(deps);
    const owner = await signIn(deps, room, "owner");
    await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
      tx.searchLog.createMany({
        data: ["=1+1", "avanza; hitam"].map((terms) => ({
          tenantId: room.tenant.id,
          terms,
          resultCount: 1,
          channel: "web",
        })),
      }),
    );
    const response = await app.request("/dashboard/laporan/pencarian.csv", { headers: owner.pageHeaders });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(text.split("\r\n")).toEqual([
      "\uFEFFKata kunci;Dicari;Tanpa hasil;Website;WhatsApp",
      "'=1+1;1;0;1;0",
      '"avanza; hitam";1;0;1;0',
      "",
    ]);
  });
});
