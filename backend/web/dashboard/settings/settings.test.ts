import { describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { createFaq, listFaqs, recordQuestion, updateAssistantSettings } from "@/backend/features/assistant";
import { createBranch, createTenantDirectory, getOpeningHours, getShowroomProfile } from "@/backend/features/tenants";
import { addDevice, listDevices } from "@/backend/features/whatsapp";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { type SignedIn, signIn } from "@/backend/testing/sign-in";
import { testCtx } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";

const deps = await createTestDeps();
const app = createApp(deps);
const PATH = "/dashboard/pengaturan";

async function world() {
  const room = await createShowroom(deps);
  const ctx = testCtx(deps.db, room.tenant);
  const [owner, sales] = [await signIn(deps, room, "owner"), await signIn(deps, room, "sales")];
  return { room, ctx, owner, sales };
}

type Answer = { status: number; html: string; location: string };

async function visit({ pageHeaders }: SignedIn, path: string, fields?: Record<string, string>): Promise<Answer> {
  const response = await app.request(`http://${pageHeaders.host}${PATH}${path}`, {
    method: fields ? "POST" : "GET",
    headers: { ...pageHeaders, "sec-fetch-site": "same-origin" },
    ...(fields && { body: new URLSearchParams(fields) }),
  });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

async function api({ apiHeaders }: SignedIn, method: string, path: string, body?: unknown) {
  const response = await app.request(`http://${apiHeaders.host}/api/admin${path}`, {
    method,
    headers: { ...apiHeaders, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

const PAGES = [
  "",
  "/profil",
  "/tampilan",
  "/jam",
  "/cabang",
  "/cabang/baru",
  "/asisten",
  "/asisten/riwayat",
  "/faq",
  "/uji-chat",
  "/whatsapp",
  "/whatsapp/baru",
];

describe("the settings pages", () => {
  test.each(PAGES)("%p answers the owner and refuses sales", async (path) => {
    const { owner, sales } = await world();
    const page = await visit(owner, path);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain("undefined");
    expect((await visit(sales, path)).status).toBe(403);
  });

  test("carry scripts only where colours are picked, and where a form is kept beside another", async () => {
    const { owner } = await world();
    for (const path of PAGES.filter((one) => one !== "/tampilan")) {
      const { html } = await visit(owner, path);
      const kept = html.includes("data-keep=") ? [expect.stringContaining("/keep-forms.")] : [];
      expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(kept);
    }
    expect((await visit(owner, "/profil")).html).not.toContain("<script");
    expect((await visit(owner, "/tampilan")).html).toMatch(/<script[^>]+branding/);
  });

  test("what belongs to another showroom, or is no id, is not found", async () => {
    const { owner } = await world();
    const other = await world();
    const branch = await createBranch(other.ctx, { name: "Rahasia" });
    const faq = await createFaq(other.ctx, { question: "Rahasia?", answer: "Ya." });
    const [device] = await listDevices(other.ctx);
    const ids = { cabang: branch.id, faq: faq.id, whatsapp: device?.id ?? "" };
    for (const [part, id] of Object.entries(ids))
      for (const wrong of [id, "bukan-id"])
        for (const path of [`/${part}/${wrong}`, `/${part}/${wrong}/hapus`]) {
          expect((await visit(owner, path)).status).toBe(404);
          expect((await visit(owner, path, { name: "X" })).status).toBe(404);
        }
    expect((await visit(owner, `/whatsapp/${device?.id}/sambung`, {})).status).toBe(404);
    expect((await visit(owner, "/asisten/riwayat/9/pulihkan", {})).status).toBe(404);
    expect(await listFaqs(other.ctx)).toHaveLength(1);
  });
});

describe("a form that is wrong comes back with everything typed and a sentence at the field", () => {
  test("profile", async () => {
    const { owner, ctx } = await world();
    const { status, html } = await visit(owner, "/profil", { name: "", phone: "abc", tagline: "Terawat & murah" });
    expect(status).toBe(422);
    expect(html).toContain("Nama showroom perlu diisi.");
    expect(html).toContain('value="Terawat &amp; murah"');
    expect(html).toContain('value="abc"');
    expect(html).toMatch(/aria-invalid="true"[^>]*aria-describedby="[^"]*f-phone-error"/);
    expect((await getShowroomProfile(ctx)).tagline).toBe("");
  });

  test("hours: the day is named, its times are kept", async () => {
    const { owner } = await world();
    const { status, html } = await visit(owner, "/jam", {
      timezone: "Asia/Makassar",
      "tue.0.from": "18",
      "tue.0.to": "9",
    });
    expect(status).toBe(422);
    expect(html).toContain("Jam tutup harus sesudah jam buka.");
    expect(html).toContain('href="#f-tue"');
    expect(html).toMatch(/name="tue\.0\.from"[^>]*value="18"|value="18"[^>]*name="tue\.0\.from"/);
  });

  test("the assistant: a number people type is read, another is told", async () => {
    const { owner } = await world();
    const fields = {
      name: "Rina",
      personality: "casual",
      provider: "none",
      temperature: "0,5",
      maxOutputTokens: "1.000",
    };
    expect((await visit(owner, "/asisten", fields)).status).toBe(303);
    const wrong = await visit(owner, "/asisten", { ...fields, temperature: "banyak", escalationWords: "a" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Isi angka antara 0 dan 1.");
    expect(wrong.html).toContain("Tiap kata paling sedikit 2 huruf.");
    expect((await visit(owner, "/asisten/riwayat")).html).toContain("0,5");
  });

  test("a device's token is never sent back", async () => {
    const { owner } = await world();
    const { status, html } = await visit(owner, "/whatsapp/baru", { number: "x", gateway: "fonnte", token: "r4hasia" });
    expect(status).toBe(422);
    expect(html).not.toContain("r4hasia");
    expect(html).toContain("tempel sekali lagi");
  });
});

test("hours are copied to all days in the form, and saved only when told", async () => {
  const { owner, ctx } = await world();
  const fields = { timezone: "Asia/Jakarta", "mon.0.from": "08.30", "mon.0.to": "16.30", salin: "1", copyFrom: "mon" };
  const { status, html } = await visit(owner, "/jam", fields);
  expect(status).toBe(200);
  expect(html.match(/value="08\.30"/g)).toHaveLength(7);
  expect((await getOpeningHours(ctx)).week).toEqual({ mon: [["09:00", "18:00"]] });
});

test("a holiday is on the site at once, and its removal can be undone", async () => {
  const { owner, room, ctx } = await world();
  expect((await visit(owner, "/jam/libur", { date: "", name: "" })).status).toBe(422);
  expect((await visit(owner, "/jam/libur", { date: "2026-12-25", name: "Natal", from: "", to: "" })).status).toBe(303);
  const tenant = await createTenantDirectory(deps.db).byId(room.tenant.id);
  expect(tenant?.businessHours.holidays?.[0]?.name).toBe("Natal");
  expect((await visit(owner, "/jam/libur/hapus", { date: "2026-12-25" })).status).toBe(303);
  expect((await getOpeningHours(ctx)).holidays).toEqual([]);
});

test("an unanswered question becomes an FAQ with one answer", async () => {
  const { owner, ctx } = await world();
  await withTenant(ctx, async (tx) => {
    const device = await tx.device.findFirstOrThrow();
    const key = { tenantId: ctx.tenant.id, deviceId: device.id, persona: "customer", chatId: "62899" } as const;
    return tx.conversation.create({ data: key });
  }).then(({ id }) => recordQuestion(ctx, { text: "Bisa bayar pakai emas?", reason: "unknown", conversationId: id }));
  const page = await visit(owner, "/faq");
  const id = /faq\/pertanyaan\/([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? "";
  expect(page.html).toContain("Bisa bayar pakai emas?");
  const empty = await visit(owner, `/faq/pertanyaan/${id}`, {
    [`question-${id}`]: "Bayar emas?",
    [`answer-${id}`]: "",
  });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain('value="Bayar emas?"');
  await visit(owner, `/faq/pertanyaan/${id}`, { [`question-${id}`]: "Bayar emas?", [`answer-${id}`]: "Belum bisa." });
  expect((await listFaqs(ctx)).map(({ question, answer }) => [question, answer])).toEqual([
    ["Bayar emas?", "Belum bisa."],
  ]);
});

describe("the test chat works as a plain form", () => {
  test("shows what was understood, and goes on with what was said before", async () => {
    const { owner, ctx } = await world();
    await createFaq(ctx, { question: "Bisa tukar tambah?", answer: "Bisa, kirim fotonya." });
    const first = await visit(owner, "/uji-chat", {
      text: "alamatnya di mana?",
      chatId: crypto.randomUUID(),
      turns: "[]",
      memory: "null",
    });
    expect(first.status).toBe(200);
    expect(first.html).toContain("Tanpa model");
    expect(first.html).toContain("Fakta yang dipakai");
    const carried = Object.fromEntries(
      ["chatId", "turns", "memory"].map((name) => {
        const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(first.html)?.[1] ?? "";
        return [
          name,
          value
            .replaceAll("&quot;", '"')
            .replaceAll("&amp;", "&")
            .replaceAll("&#x27;", "'")
            .replaceAll("&lt;", "<")
            .replaceAll("&gt;", ">"),
        ];
      }),
    );
    const second = await visit(owner, "/uji-chat", { ...carried, text: "bisa tukar tambah?" });
    expect(second.html).toContain("alamatnya di mana?");
    expect(second.html).toContain("bisa tukar tambah?");
    expect(await withTenant(ctx, (tx) => tx.message.count())).toBe(0);
  });

  test("an empty message and a conversation somebody has meddled with are not a fault", async () => {
    const { owner } = await world();
    expect((await visit(owner, "/uji-chat", { text: "" })).status).toBe(422);
    const broken = { text: "halo", chatId: "x", turns: "{", memory: "[" };
    expect((await visit(owner, "/uji-chat", broken)).status).toBe(200);
    const wrongMemory = { text: "halo", chatId: crypto.randomUUID(), turns: "[]", memory: '{"asked":5}' };
    expect((await visit(owner, "/uji-chat", wrongMemory)).status).toBeLessThan(500);
  });
});

test("a number is added, its webhook address shown once, and connected", async () => {
  const { owner, ctx } = await world();
  const added = await visit(owner, "/whatsapp/baru", { number: "0857-1111-2222", gateway: "fonnte", token: "t0ken" });
  expect(added.status).toBe(200);
  expect(added.html).toMatch(/value="http:\/\/[^"]+\/webhook\/fonnte\/[\w-]{32}"/);
  const { device } = await addDevice(deps, ctx, { number: "0857-1111-3333", gateway: "simulator" });
  expect((await visit(owner, `/whatsapp/${device.id}`)).html).not.toContain("/webhook/");
  expect((await visit(owner, `/whatsapp/${device.id}/sambung`, {})).location).toEndWith(device.id);
  expect((await listDevices(ctx)).find(({ id }) => id === device.id)?.status).toBe("connected");
  await visit(owner, `/whatsapp/${device.id}/bot`, { enabled: "" });
  expect((await listDevices(ctx)).find(({ id }) => id === device.id)?.botEnabled).toBe(false);
  await visit(owner, `/whatsapp/${device.id}/hapus`, {});
  expect(await listDevices(ctx)).toHaveLength(2);
});

test("a customer who asks for the hours hears of the holiday that comes", async () => {
  const { owner } = await world();
  const soon = new Date(deps.clock.now().getTime() + 3 * 24 * 3_600_000).toISOString().slice(0, 10);
  await visit(owner, "/jam/libur", { date: soon, name: "Cuti Bersama", from: "", to: "" });
  const chat = { text: "buka jam berapa?", chatId: crypto.randomUUID() };
  expect((await api(owner, "POST", "/settings/ai/test-chat", chat)).json.data.reply).toMatch(/\(Cuti Bersama\): Tutup/);
});

describe("the same by REST", () => {
  test("settings are read and written as they are described", async () => {
    const { owner } = await world();
    const profile = await api(owner, "PUT", "/settings/profile", { name: "Mobil Jaya", phone: "08123456789" });
    expect(profile).toMatchObject({
      status: 200,
      json: { success: true, data: { name: "Mobil Jaya", phone: "628123456789" } },
    });
    const bad = await api(owner, "PUT", "/settings/branding", { primaryColor: "#e04030" });
    expect(bad).toMatchObject({
      status: 400,
      json: { error: { code: "validation", fields: { primaryColor: expect.stringContaining("#") } } },
    });
    const hours = await api(owner, "PUT", "/settings/hours", {
      week: { mon: [["9", "17"]] },
      timezone: "Asia/Makassar",
    });
    expect(hours.json.data).toMatchObject({ timezone: "Asia/Makassar", week: { mon: [["09:00", "17:00"]], tue: [] } });
    expect((await api(owner, "PUT", "/settings/ai", { name: "Rina" })).json.data).toMatchObject({
      version: 1,
      settings: { name: "Rina", photoSending: true },
    });
    await api(owner, "PUT", "/settings/ai", { photoSending: false });
    expect((await api(owner, "GET", "/settings/ai")).json.data.settings).toMatchObject({
      name: "Rina",
      photoSending: false,
    });
    expect((await api(owner, "GET", "/settings/ai/versions")).json.data).toHaveLength(2);
    const chat = await api(owner, "POST", "/settings/ai/test-chat", {
      text: "buka jam berapa?",
      chatId: crypto.randomUUID(),
    });
    expect(chat.json.data).toMatchObject({ isModelCalled: false, intents: expect.any(Array) });
  });

  test("branches, FAQs and devices are made, read, changed and deleted", async () => {
    const { owner } = await world();
    for (const [path, made, changed] of [
      ["/branches", { name: "Waru" }, { name: "Waru 2" }],
      ["/faqs", { question: "Bisa kirim?", answer: "Bisa." }, { question: "Bisa kirim?", answer: "Ke seluruh Jawa." }],
    ] as const) {
      const { status, json } = await api(owner, "POST", path, made);
      expect(status).toBe(201);
      const { id } = json.data;
      expect((await api(owner, "PUT", `${path}/${id}`, changed)).json.data).toMatchObject(changed);
      expect((await api(owner, "GET", path)).json.data).toHaveLength(1);
      expect((await api(owner, "DELETE", `${path}/${id}`)).status).toBe(200);
      expect((await api(owner, "GET", `${path}/${id}`)).status).toBe(404);
    }
    const added = await api(owner, "POST", "/devices", { number: "0857-2222-1111", gateway: "simulator" });
    const { id } = added.json.data.device;
    expect((await api(owner, "POST", `/devices/${id}/connect`)).json.data.status).toBe("connected");
    expect((await api(owner, "GET", `/devices/${id}/status`)).json.data.status).toBe("connected");
    expect((await api(owner, "DELETE", `/devices/${id}/session`)).json.data.status).toBe("disconnected");
    expect((await api(owner, "DELETE", `/devices/${id}`)).status).toBe(200);
  });

  test("the events of a number end when it is connected", async () => {
    const { owner, ctx } = await world();
    const { device } = await addDevice(deps, ctx, { number: "0857-3333-1111", gateway: "simulator" });
    const response = await app.request(`http://${owner.apiHeaders.host}/api/admin/devices/${device.id}/events`, {
      headers: owner.apiHeaders,
    });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const text = await response.text();
    expect(text).toContain('event: connection\ndata: {"status":"connected"');
    expect(text).toContain("event: end");
  });

  test("sales may none of it but read the branches; nobody without a session", async () => {
    const { sales, owner } = await world();
    for (const path of [
      "/settings/profile",
      "/settings/branding",
      "/settings/hours",
      "/settings/ai",
      "/faqs",
      "/devices",
    ])
      expect((await api(sales, "GET", path)).status).toBe(403);
    expect((await api(sales, "GET", "/branches")).status).toBe(200);
    expect((await api(sales, "POST", "/branches", { name: "X" })).status).toBe(403);
    const anonymous = await app.request(`http://${owner.apiHeaders.host}/api/admin/devices`, {
      headers: { host: owner.apiHeaders.host ?? "" },
    });
    expect(anonymous.status).toBe(401);
  });

  test("a change of one setting keeps what another person has just changed", async () => {
    const { owner, ctx } = await world();
    await Promise.all([
      updateAssistantSettings(ctx, { name: "Rina" }),
      api(owner, "PUT", "/settings/ai", { welcomeMessage: "Halo!" }),
    ]);
    expect((await api(owner, "GET", "/settings/ai")).json.data.settings).toMatchObject({
      name: "Rina",
      welcomeMessage: "Halo!",
    });
  });
});

test("the picture of the site has the button and the search box visitors see, whatever the colours", async () => {
  const { owner } = await world();
  const { html } = await visit(owner, "/tampilan?primaryColor=%23ffff66");
  expect(html).toMatch(/fill="#0b7a43"[^>]*><\/rect><text[^>]*fill="#ffffff"[^>]*>WhatsApp/);
  expect(html).not.toContain("Cari mobil");
});
