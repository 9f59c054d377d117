import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { recordQuestion } from "@/backend/features/assistant";
import { addQuickReply } from "@/backend/features/conversations";
import { signIn } from "../sign-in";
import { createShowroom, say } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const PHOTO = resolve(import.meta.dir, "../../features/photos/fixtures/same-car-orientation-1.jpg");
const { deps, siteUrl } = await serveShowrooms();
const room = await createShowroom(deps, { subdomain: "surabaya" });
const owner = await signIn(deps, room, "owner");
const budi = await signIn(deps, room, "sales");
const browser = await openBrowser();
const site = siteUrl("surabaya");
const ctx = { tenant: { id: room.tenant.id }, actor: owner.actor, db: deps.db, clock: deps.clock, requestId: "test" };
await addQuickReply(ctx, { shortcut: "sapa", text: "Halo {nama}, saya {sales}. Soal {unit} ya?" });

let customerNumber = 628_190_000_000;
let page: Page;
let customer: string;
beforeEach(async () => {
  await logInAs(owner.cookie);
  page = await browser.newPage();
  customerNumber += 1;
  customer = String(customerNumber);
});
afterEach(() => page.close());

describe.each([
  { size: "a phone", viewport: PHONE },
  { size: "a desktop", viewport: DESKTOP },
])("the inbox on $size", ({ viewport }) => {
  beforeEach(() => page.setViewportSize(viewport));

  test("shows what a customer writes while the owner answers, in two tabs, and every page is accessible", async () => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${site}/dashboard/inbox`);
    await say(deps, room, customer, "halo, masih ada avanza?");
    await page.locator("[data-chat-list] a").first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator(`[data-chat-list] a[href*="${await chatOf(customer)}"]`).click();
    await page.locator("[data-messages]").getByText("halo, masih ada avanza?").waitFor();
    await page.locator('[data-speaker="bot"]').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    const second = await browser.newPage();
    await second.setViewportSize(viewport);
    await second.goto(page.url());
    await page.getByLabel(/^Balasan untuk/).fill("Masih ada Kak, mau lihat kapan?");
    await page.getByRole("button", { name: "Kirim & ambil alih" }).click();
    await page.locator("[data-messages]").getByText("Masih ada Kak, mau lihat kapan?").waitFor();
    await second.locator("[data-messages]").getByText("Masih ada Kak, mau lihat kapan?").waitFor();
    await second.getByText(/Dipegang/).waitFor();
    await page
      .locator(
        '[data-from="sales"] [data-status="sent"], [data-from="sales"] [data-status="read"], [data-from="sales"] [data-status="delivered"]',
      )
      .first()
      .waitFor();

    await say(deps, room, customer, "besok jam sepuluh bisa?");
    await page.locator("[data-messages]").getByText("besok jam sepuluh bisa?").waitFor();
    await second.locator("[data-messages]").getByText("besok jam sepuluh bisa?").waitFor();
    await second.getByRole("button", { name: "Kembalikan ke bot" }).click();
    await page.locator('[data-speaker="bot"]').waitFor();
    await second.close();
    expect(errors).toEqual([]);
  });

  test("asks for what a quick reply does not know, sends photos, and repeats what could not be handed over", async () => {
    await say(deps, room, customer, "mau tanya dulu");
    const chat = await chatOf(customer);
    await page.goto(`${site}/dashboard/inbox/${chat}`);
    await page.getByTitle("Balasan cepat").click();
    await page.getByRole("link", { name: /\/sapa/ }).click();
    const unit = page.locator('input[name="isi.unit"]');
    await unit.fill("Avanza 2020");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Kirim & ambil alih" }).click();
    await page
      .locator('[data-from="sales"]')
      .getByText(/Soal Avanza 2020 ya\?/)
      .waitFor();
    expect(await page.locator("[data-messages]").getByText("{").count()).toBe(0);

    const field = page.getByLabel(/^Balasan untuk/);
    await page.getByLabel("Pilih foto").setInputFiles(PHOTO);
    await field.fill("Halo Kak, ada {promo} bulan ini");
    await page.getByRole("button", { name: "Kirim", exact: true }).click();
    await page.getByText("Isi dulu {promo} sebelum dikirim").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await field.fill("Ditunggu ya");
    await page.locator("[data-pending]").getByRole("button", { name: "Ubah" }).click();
    expect(await field.inputValue()).toBe("Halo Kak, ada {promo} bulan ini\nDitunggu ya");
    expect(await page.locator("[data-pending]").count()).toBe(0);
    await page.getByText("1 foto").waitFor();
    await field.fill("Halo Kak, ada diskon bulan ini");
    await page.getByRole("button", { name: "Kirim", exact: true }).click();
    await page.locator('[data-from="sales"]').getByText("Halo Kak, ada diskon bulan ini").waitFor();
    await page.locator('[data-from="sales"] img').first().waitFor();

    await page.getByLabel("Pilih foto").setInputFiles(PHOTO);
    await page.getByLabel(/^Balasan untuk/).fill("ini fotonya");
    await page.getByRole("button", { name: "Kirim", exact: true }).click();
    await page.locator('[data-from="sales"] img').nth(1).waitFor();

    await page.route("**/kirim", (route) => route.abort());
    await page.getByLabel(/^Balasan untuk/).fill("pesan saat sinyal hilang");
    await page.getByRole("button", { name: "Kirim", exact: true }).click();
    await page
      .getByText(/koneksi terputus/)
      .first()
      .waitFor();
    await page.unroute("**/kirim");
    await page.getByRole("button", { name: "Coba lagi" }).click();
    await page.locator('[data-from="sales"]').getByText("pesan saat sinyal hilang").waitFor();
    expect(await page.locator("[data-messages]").getByText("pesan saat sinyal hilang").count()).toBe(1);
  });

  test("works a lead from the list to closed, with a note, a tag and the way back", async () => {
    await say(deps, room, customer, "bisa nego? saya mau booking");
    await page.goto(`${site}/dashboard/leads?cari=${customer}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator("table a").first().click();
    await page.getByRole("heading", { name: "Percakapan" }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel("Catatan").fill("Minta DP 30 juta");
    await page.getByLabel("Sales").selectOption({ label: "Budi" });
    await page.locator('form[action$="/petugas"] button').click();
    await page.getByText("Lead ini sekarang dipegang Budi.").waitFor();
    expect(await page.getByLabel("Catatan").inputValue()).toBe("Minta DP 30 juta");
    await page.getByRole("button", { name: "Simpan catatan" }).click();
    await page.getByText("Minta DP 30 juta").waitFor();
    await page.getByLabel("Label").fill("prioritas, ???");
    await page.locator('form[action$="/label"] button.btn').click();
    await page.getByText("Label berisi huruf").first().waitFor();
    expect(await page.getByLabel("Label").inputValue()).toBe("prioritas, ???");
    await page.getByLabel("Label").fill("prioritas");
    await page.locator('form[action$="/label"] button.btn').click();
    await page.getByText("Label disimpan.").waitFor();
    await page.getByLabel("Status").selectOption("closed");
    await page.getByRole("button", { name: "Ubah", exact: true }).click();
    await page.getByText("Status diubah menjadi Closing.").waitFor();
    await page.getByRole("button", { name: "Urungkan" }).click();
    await page.getByText(/Status diubah menjadi Panas\./).waitFor();
    await page.goto(`${site}/dashboard/leads?tampilan=papan&label=prioritas&cari=${customer}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page
      .getByLabel(/^Status/)
      .first()
      .selectOption("warm");
    await page
      .getByRole("button", { name: /^Pindah/ })
      .first()
      .click();
    await page.getByText("Status diubah menjadi Hangat.").waitFor();
  });

  test("answers what the assistant did not know, and the customer is told", async () => {
    await say(deps, room, customer, "halo");
    const conversationId = await chatOf(customer);
    await recordQuestion(ctx, { text: `Apakah ada garansi mesin ${customer}?`, reason: "unknown", conversationId });
    await page.goto(`${site}/dashboard/leads/pertanyaan`);
    expect(await accessibilityProblems(page)).toEqual([]);
    const card = page.locator("section.card", { hasText: customer });
    await card.getByRole("button", { name: "Simpan jawaban" }).click();
    await page.getByText("Tulis jawabannya dulu").waitFor();
    await card.getByLabel("Jawaban").fill("Garansi mesin 6 bulan, Kak.");
    await card.getByRole("button", { name: "Simpan jawaban" }).click();
    await page.getByText("Jawaban dikirim ke pelanggan.").waitFor();
    await page.goto(`${site}/dashboard/inbox/${conversationId}`);
    await page.locator('[data-from="sales"]').getByText("Garansi mesin 6 bulan, Kak.").waitFor();
    await page.locator('[data-speaker="bot"]').waitFor();
  });
});

test.each([PHONE, DESKTOP])("the inbox is as high as the window, however many chats wait: %p", async (viewport) => {
  await page.setViewportSize(viewport);
  await say(deps, room, customer, "bisa nego? saya mau booking");
  await addUnreadChats(20);
  const heights = () => page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  await page.goto(`${site}/dashboard/inbox`);
  await page.locator("[data-chat-list] .count-badge").nth(19).waitFor({ state: "attached" });
  expect(await heights()).toEqual([viewport.height, viewport.height]);

  const where = { tenantId: room.tenant.id, phone: customer };
  const { id: leadId } = await deps.db.prisma.lead.findFirstOrThrow({ where });
  const scoreReasons = ["Membandingkan dengan unit lain (Avanza 1.3 G 2020 Hitam #A01 dan Xenia 2019 Putih #X02)"];
  await deps.db.prisma.lead.updateMany({ where, data: { scoreReasons } });
  const chat = `/dashboard/inbox/${await chatOf(customer)}`;
  await page.evaluate(
    (fields) => fetch(fields.action, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) }),
    { action: `/dashboard/leads/${leadId}/status`, status: "warm", kembali: chat },
  );
  await page.goto(site + chat);
  await page.getByText("Status diubah menjadi Hangat.").waitFor();
  const panel = page.getByLabel("Data lead");
  expect(await panel.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  expect(await heights()).toEqual([viewport.height, viewport.height]);
});

describe("the keyboard", () => {
  test("goes through chats with j and k, answers with Enter, leaves with Esc", async () => {
    await say(deps, room, customer, "satu");
    const isLive = page.waitForRequest(/api\/admin\/events/);
    await page.goto(`${site}/dashboard/inbox`);
    await isLive;
    await page.keyboard.press("j");
    await page.waitForURL(/inbox\/[0-9a-f-]{36}/);
    await page.getByLabel(/^Balasan untuk/).waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.type("dibalas dari keyboard");
    await page.keyboard.press("Enter");
    await page.locator('[data-from="sales"]').getByText("dibalas dari keyboard").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForURL(/inbox$/);
  });
});

test("what is being written outlives a reload, and is forgotten once it is sent", async () => {
  await say(deps, room, customer, "masih ada?");
  const isLive = page.waitForRequest(/api\/admin\/events/);
  await page.goto(`${site}/dashboard/inbox/${await chatOf(customer)}`);
  await isLive;
  const field = page.getByLabel(/^Balasan untuk/);
  await field.fill("Kak, unitnya ");
  await page.reload();
  await page.waitForFunction(() => document.querySelector("textarea")?.value === "Kak, unitnya ");
  await field.fill("Kak, unitnya masih ada ya");
  await page.getByRole("button", { name: /^Kirim/ }).click();
  await page.locator('[data-from="sales"]').getByText("Kak, unitnya masih ada ya").waitFor();
  await page.reload();
  await page.locator('[data-from="sales"]').getByText("Kak, unitnya masih ada ya").waitFor();
  expect(await field.inputValue()).toBe("");
});

describe("a member of sales", () => {
  test("cannot write into a colleague's chat, and sees who has it", async () => {
    await say(deps, room, customer, "halo kak");
    const chat = await chatOf(customer);
    await page.goto(`${site}/dashboard/inbox/${chat}`);
    await page.getByRole("button", { name: "Ambil alih" }).first().click();
    await page.getByText(/Dipegang/).waitFor();
    await logInAs(budi.cookie);
    await page.goto(`${site}/dashboard/inbox/${chat}`);
    await page.getByText(/sedang dipegang Pak Hadi/).waitFor();
    expect(await page.getByRole("textbox", { name: /^Balasan/ }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    const question = await page.goto(`${site}/dashboard/leads/pertanyaan`);
    expect(question?.status()).toBe(403);
  });
});

test("without scripts, the owner reads and answers all the same", async () => {
  await say(deps, room, customer, "halo tanpa skrip");
  const chat = await chatOf(customer);
  const headers = { cookie: owner.cookie, origin: site };
  const form = new FormData();
  form.set("teks", "Halo {nama}");
  form.set("kunci", crypto.randomUUID());
  const wrong = await fetch(`${site}/dashboard/inbox/${chat}/kirim`, {
    method: "POST",
    body: form,
    headers,
    redirect: "manual",
  });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html).toContain("Halo {nama}");
  expect(html).toContain('aria-invalid="true"');
  form.set("teks", "Halo, ada yang bisa dibantu?");
  const sent = await fetch(`${site}/dashboard/inbox/${chat}/kirim`, {
    method: "POST",
    body: form,
    headers,
    redirect: "manual",
  });
  expect(sent.status).toBe(303);
  const shown = await (await fetch(`${site}/dashboard/inbox/${chat}`, { headers })).text();
  expect(shown).toContain("Halo, ada yang bisa dibantu?");
});

async function logInAs(cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await browser.clearCookies();
  await browser.addCookies([{ name, value, url: site }]);
}

async function addUnreadChats(count: number): Promise<void> {
  const tenantId = room.tenant.id;
  const { id: deviceId } = await deps.db.prisma.device.findFirstOrThrow({ where: { tenantId } });
  const chatIds = Array.from({ length: count }, () => `${crypto.randomUUID()}@lid`);
  await deps.db.prisma.conversation.createMany({
    data: chatIds.map((chatId) => ({ tenantId, deviceId, chatId, persona: "customer" as const, unread: 3 })),
  });
}

async function chatOf(phone: string): Promise<string> {
  const where = { tenantId: room.tenant.id, phone, persona: "customer" as const };
  return (await deps.db.prisma.conversation.findFirstOrThrow({ where })).id;
}
