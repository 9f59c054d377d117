import { afterAll, afterEach, beforeEach, describe, expect, test } from "bun:test";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { updateShowroomProfile } from "@/backend/features/tenants";
import { addDevice } from "@/backend/features/whatsapp";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { startFakeFonnte } from "../fake-fonnte";
import { type SignedIn, signIn } from "../sign-in";
import { testCtx } from "../test-database";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const LOGO = resolve(import.meta.dir, "../../features/photos/fixtures/same-car-orientation-1.jpg");
const fonnte = startFakeFonnte({ token: "t0ken" });
afterAll(() => fonnte.stop());
const { deps, port, siteUrl } = await serveShowrooms({}, { FONNTE_API_URL: fonnte.url });
const browser = await openBrowser();

let page: Page;
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
});

let nextRoom = 0;

/** A showroom of the test's own, its owner logged in on a screen of this size. */
async function asOwner(size: typeof PHONE) {
  nextRoom += 1;
  const subdomain = `setelan-${nextRoom}`;
  const room = await createShowroom(deps, { subdomain });
  const owner = await signIn(deps, room, "owner");
  await browser.addCookies([cookieOf(owner, subdomain)]);
  await page.setViewportSize(size);
  const open = async (path: string) => {
    await page.goto(`${siteUrl(subdomain)}/dashboard/pengaturan${path}`);
    expect(await accessibilityProblems(page)).toEqual([]);
  };
  const visit = async (path: string) => {
    const site = await browser.newPage();
    await site.goto(`${siteUrl(subdomain)}${path}`);
    const html = await site.content();
    await site.close();
    return html;
  };
  return { room, ctx: testCtx(deps.db, room.tenant, owner.actor, deps.clock), open, visit };
}

function cookieOf({ cookie }: SignedIn, subdomain: string) {
  const [name = "", value = ""] = cookie.split(/=(.*)/);
  return { name, value, url: `http://${subdomain}.localhost:${port}` };
}

async function save(name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

describe.each([
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
])("an owner sets the showroom up on %s", (_, size) => {
  test("profile: a mistake is told at its field, the correction is on the site at once", async () => {
    const { open, visit } = await asOwner(size);
    await open("");
    await page.getByRole("link", { name: /^Profil/ }).click();
    await page.getByLabel("Slogan").fill("Mobil terawat Surabaya");
    await page.getByLabel("Telepon").fill("bukan nomor");
    await save("Simpan");
    await page.getByText("Nomor ini tidak bisa dibaca").first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.getByLabel("Slogan").inputValue()).toBe("Mobil terawat Surabaya");
    await page.getByLabel("Telepon").fill("0812-3456-7890");
    await save("Simpan");
    await page.getByText("Profil tersimpan.").waitFor();
    expect((await visit("/")).includes("Mobil terawat Surabaya")).toBe(true);
  });

  test("branding: the preview follows the colour, an unreadable one is refused, the logo is on the site", async () => {
    const { open, visit } = await asOwner(size);
    await open("/tampilan");
    await page.getByLabel("Warna utama").fill("#e04030");
    await page.getByText("Warna terdekat yang lolos").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await save("Simpan");
    await page
      .getByText(/Tulisan di atas warna ini sulit dibaca/)
      .first()
      .waitFor();
    await page.getByLabel("Warna utama").fill("#9a3412");
    await page.getByLabel("Unggah logo").setInputFiles(LOGO);
    await save("Simpan");
    await page.getByText("Tampilan tersimpan").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const html = await visit("/");
    expect(html.includes("--brand:#9a3412")).toBe(true);
    expect(/\/media\/logos\/\d+\/[0-9a-f]{16}-\d+x\d+\.webp/.test(html)).toBe(true);
  });

  test("hours: copied to all days, a holiday added, and the site says so", async () => {
    const { open, visit, ctx } = await asOwner(size);
    await updateShowroomProfile(ctx, { name: "Mobil Jaya", address: "Jl. Raya Darmo 1" });
    await open("/jam");
    await page.getByLabel("Senin buka", { exact: true }).fill("8");
    await page.getByLabel("Senin tutup", { exact: true }).fill("16.30");
    await save("Salin");
    await page.getByText("Jam Senin sudah disalin ke semua hari.").waitFor();
    await save("Simpan jam");
    await page.getByText("Jam buka tersimpan.").waitFor();
    const tomorrow = new Date(Date.now() + 24 * 3_600_000 + 7 * 3_600_000).toISOString().slice(0, 10);
    await page.getByLabel("Tanggal").fill(tomorrow);
    await page.getByLabel("Nama hari libur").fill("Cuti bersama");
    await save("Tambah hari libur");
    await page.getByText("Cuti bersama ditambahkan.").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const html = await visit("/");
    expect(html.includes("08.00–16.30")).toBe(true);
    expect(html.includes("(Cuti bersama)")).toBe(true);
  });

  test("a branch with hours of its own, and deleted after a question", async () => {
    const { open, visit } = await asOwner(size);
    await open("/cabang");
    await page.getByRole("link", { name: "Tambah cabang" }).click();
    await page.getByLabel("Nama cabang").fill("Cabang Waru");
    await page.getByLabel("Alamat").fill("Jl. Waru 5");
    expect(await page.getByLabel("Senin buka", { exact: true }).isVisible()).toBe(false);
    await page.getByLabel("Jam sendiri").check();
    await page.getByLabel("Senin buka", { exact: true }).fill("10");
    expect(await accessibilityProblems(page)).toEqual([]);
    await save("Tambah cabang");
    await page.getByRole("link", { name: "Cabang Waru" }).click();
    expect(await page.getByLabel("Senin buka", { exact: true }).inputValue()).toBe("10.00");
    expect((await visit("/")).includes("Jl. Waru 5")).toBe(true);
    await page.getByRole("link", { name: "Hapus" }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await save("Hapus cabang");
    await page.getByText("Belum ada cabang").waitFor();
  });

  test("assistant and FAQ: what is set is what the test chat answers, and an old version comes back", async () => {
    const { open } = await asOwner(size);
    await open("/asisten");
    await page.getByLabel("Nama asisten").fill("Rina");
    await save("Simpan");
    await page.getByText("Pengaturan asisten tersimpan").waitFor();
    await page.getByLabel("Nama asisten").fill("Sari");
    await save("Simpan");
    await page.getByText("Pengaturan asisten tersimpan").waitFor();
    await open("/asisten/riwayat");
    await save("Pulihkan versi 1");
    await page.getByText("Versi 1 dipakai lagi.").waitFor();

    await open("/faq");
    await page.getByLabel("Pertanyaan").fill("Bisa tukar tambah?");
    await page.getByLabel("Jawaban").fill("Bisa, kirim foto mobilnya di sini.");
    await save("Tambah");
    await page.getByText("FAQ ditambahkan").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await open("/uji-chat");
    await page.getByLabel("Pesan sebagai pelanggan").fill("halo");
    await save("Kirim");
    await page.getByText(/Rina/).first().waitFor();
    await page.getByText("Fakta yang dipakai").click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel("Pesan sebagai pelanggan").fill("buka jam berapa?");
    await page.getByLabel("Pesan sebagai pelanggan").press("Enter");
    await page.getByText("Senin").first().waitFor();
    await page.getByText("Tanpa model").nth(1).waitFor();
  });

  test("a WhatsApp number: its address once, its QR, and connected without a reload", async () => {
    const { room, ctx, open } = await asOwner(size);
    fonnte.faults.disconnected = true;
    await open("/whatsapp");
    await page.getByRole("link", { name: "Tambah nomor" }).click();
    await page.getByRole("textbox", { name: "Nomor WhatsApp" }).fill(`0857-${1000 + room.tenant.id}-2222`);
    await page.getByLabel("Token perangkat").fill("t0ken");
    await save("Tambah nomor");
    await page.getByText("Alamat ini hanya ditampilkan sekali.").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.getByLabel("Alamat webhook").inputValue()).toContain("/webhook/fonnte/");
    await page.getByRole("link", { name: /lanjut sambungkan/ }).click();
    await save("Sambungkan");
    await page.getByText("Menunggu dipindai. Kode berganti sendiri.").waitFor();
    expect(await page.getByAltText("Kode QR untuk dipindai dengan WhatsApp").getAttribute("src")).toStartWith(
      "data:image/png",
    );
    expect(await accessibilityProblems(page)).toEqual([]);

    const id = new URL(page.url()).pathname.split("/").at(-2) ?? "";
    await withTenant(ctx, (tx) => tx.device.updateMany({ where: { id }, data: { status: "connected" } }));
    await page.getByText("Tersambung. Pesan masuk dan keluar berjalan.").waitFor();
    await save("Diamkan asisten");
    await page.getByText("Asisten diam di nomor ini.").waitFor();
  });
});

test("everything works without scripts too: the preview of colours, and a fresh QR", async () => {
  fonnte.faults.disconnected = true;
  const { ctx, open } = await asOwner(DESKTOP);
  const plain = await openBrowser({ javaScriptEnabled: false });
  await plain.addCookies(await browser.cookies());
  await open("/tampilan");
  const origin = new URL(page.url()).origin;
  const still = await plain.newPage();
  await still.goto(`${origin}/dashboard/pengaturan/tampilan`);
  await still.getByLabel("Warna utama").fill("#e04030");
  await still.getByRole("button", { name: "Lihat pratinjau" }).click();
  await still.getByText("Warna terdekat yang lolos").waitFor();

  const input = { number: "0857-9999-2222", gateway: "fonnte", token: "t0ken" } as const;
  const { device } = await addDevice(deps, ctx, input);
  await still.goto(`${origin}/dashboard/pengaturan/whatsapp/${device.id}`);
  await still.getByRole("button", { name: "Sambungkan" }).click();
  await still.getByRole("button", { name: "Minta QR baru" }).click();
  await still.getByAltText("Kode QR untuk dipindai dengan WhatsApp").waitFor();
  await still.close();
});
