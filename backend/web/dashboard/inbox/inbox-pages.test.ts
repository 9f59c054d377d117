import { describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { eraseCustomer } from "@/backend/features/conversations";
import { claimLead } from "@/backend/features/leads";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { type SignedIn, signIn } from "@/backend/testing/sign-in";
import { createShowroom, createTestDeps, say, startLanes } from "@/backend/testing/test-showroom";

const deps = await createTestDeps();
const app = createApp(deps);
startLanes(deps);
const room = await createShowroom(deps);
const owner = await signIn(deps, room, "owner");
const budi = await signIn(deps, room, "sales");
const sari = await signIn(deps, room, "sales", { name: "Sari" });
const stranger = await signIn(deps, await createShowroom(deps), "owner");
const CUSTOMER = "628155000001";
await say(deps, room, CUSTOMER, "halo, bisa nego?");
const { conversationId, leadId, messageId } = await withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
  const conversation = await tx.conversation.findFirstOrThrow({ where: { phone: CUSTOMER } });
  const lead = await tx.lead.findFirstOrThrow({ where: { phone: CUSTOMER } });
  const message = await tx.message.findFirstOrThrow({ where: { conversationId: conversation.id } });
  return { conversationId: conversation.id, leadId: lead.id, messageId: message.id };
});

const page = (who: SignedIn, path: string) => app.request(path, { headers: who.pageHeaders });
const post = (who: SignedIn, path: string, fields: Record<string, string>) =>
  app.request(path, { method: "POST", headers: who.pageHeaders, body: new URLSearchParams(fields) });
const api = (who: SignedIn, method: string, path: string, body?: object) =>
  app.request(`/api/admin${path}`, {
    method,
    headers: { ...who.apiHeaders, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });

test("a chat's last words are shown without WhatsApp's marks", async () => {
  const other = await createShowroom(deps);
  const boss = await signIn(deps, other, "owner");
  await withTenant({ db: deps.db, tenant: other.tenant }, async (tx) => {
    const { id: deviceId } = await tx.device.findFirstOrThrow();
    const ids = { tenantId: other.tenant.id, deviceId };
    const chat = await tx.conversation.create({ data: { ...ids, chatId: "x@lid", persona: "customer", unread: 1 } });
    const message = {
      ...ids,
      conversationId: chat.id,
      direction: "inbound",
      status: "received",
      sender: "customer",
    } as const;
    await tx.message.create({
      data: { ...message, providerId: "m1", kind: "text", text: "yang *Sigra 2019* 2*3 _ya_" },
    });
  });
  expect(plain(await (await page(boss, "/dashboard/inbox")).text())).toContain(">yang Sigra 2019 2*3 ya<");
});

describe("a lead's page", () => {
  test("says which steps were the customer's and which the product's", async () => {
    const html = plain(await (await page(owner, `/dashboard/leads/${leadId}`)).text());
    const credits = [...html.matchAll(/border-l-2 pl-3"><p[^>]*>([^<]+)<\/p>.*?<p[^>]*>([^<]+) · /g)];
    const by = new Map(credits.map(([, step = "", who = ""]) => [step, who]));
    expect(by.get("Lead tercatat")).toBe("Pelanggan");
    expect([by.get("Mencari sales"), by.get("Status Baru → Panas")]).toEqual(["Sistem", "Sistem"]);
  });

  test("of an erased customer is called so everywhere, tells nothing of the person and offers no reply", async () => {
    const other = await createShowroom(deps);
    const boss = await signIn(deps, other, "owner");
    await say(deps, other, "628155000777", "halo, bisa nego?");
    const tenant = other.tenant;
    const { id, conversationId: chat } = await withTenant({ db: deps.db, tenant }, (tx) => tx.lead.findFirstOrThrow());
    await eraseCustomer({ ...ctxOf(boss), tenant }, { conversationId: chat ?? "" });
    const shown = async (path: string) => plain(await (await page(boss, path)).text());
    for (const path of [
      "/dashboard",
      "/dashboard/leads",
      "/dashboard/leads?tampilan=papan",
      `/dashboard/leads/${id}`,
    ]) {
      const html = await shown(path);
      expect([path, html.includes("Data dihapus"), />\+</.test(html)]).toEqual([path, true, false]);
    }
    const html = await shown(`/dashboard/leads/${id}`);
    for (const told of ["Balas di inbox", "Panas karena", "nego", "Nomor", 'name="name"'])
      expect(html).not.toContain(told);
  });
});

describe("another showroom's owner", () => {
  test("finds no chat, lead or file of ours behind any address", async () => {
    const paths = [
      `/dashboard/inbox/${conversationId}`,
      `/dashboard/inbox/keadaan?chat=${conversationId}`,
      `/dashboard/inbox/media/${messageId}`,
      `/dashboard/leads/${leadId}`,
    ];
    for (const path of paths) expect([path, (await page(stranger, path)).status]).toEqual([path, 404]);
    const calls: [string, string, object?][] = [
      ["GET", `/conversations/${conversationId}/messages`],
      ["POST", `/conversations/${conversationId}/messages`, { text: "halo" }],
      ["PUT", `/conversations/${conversationId}/takeover`],
      ["DELETE", `/conversations/${conversationId}/takeover`],
      ["GET", `/leads/${leadId}`],
      ["PATCH", `/leads/${leadId}`, { status: "lost" }],
      ["PUT", `/leads/${leadId}/assignee`, { userId: null }],
      ["POST", `/leads/${leadId}/notes`, { text: "x" }],
    ];
    for (const [method, path, body] of calls)
      expect([method, path, (await api(stranger, method, path, body)).status]).toEqual([method, path, 404]);
    expect((await post(stranger, `/dashboard/inbox/${conversationId}/ambil`, {})).status).toBe(404);
    expect((await post(stranger, `/dashboard/leads/${leadId}/status`, { status: "lost" })).status).toBe(404);
  });
});

describe("a member of sales", () => {
  test("does not see a colleague's lead, and may not give leads away, export or keep quick replies", async () => {
    await claimLead({ ...ctxOf(sari) }, { leadId });
    expect((await page(budi, `/dashboard/leads/${leadId}`)).status).toBe(404);
    expect((await api(budi, "GET", `/leads/${leadId}`)).status).toBe(404);
    expect(await (await page(budi, `/dashboard/leads?cari=${CUSTOMER}`)).text()).toContain("Tidak ada lead yang cocok");
    expect((await api(sari, "PUT", `/leads/${leadId}/assignee`, { userId: budi.user.id })).status).toBe(403);
    expect((await api(budi, "GET", "/conversations/export")).status).toBe(403);
    expect((await page(budi, "/dashboard/inbox/unduh")).status).toBe(403);
    expect((await api(budi, "POST", "/quick-replies", { shortcut: "a", text: "b" })).status).toBe(403);
    expect((await page(budi, "/dashboard/inbox/balasan-cepat")).status).toBe(403);
    const sent = await api(budi, "POST", `/conversations/${conversationId}/messages`, { text: "halo" });
    expect(sent.status).toBe(422);
    expect(await sent.text()).toContain("dipegang Sari");
  });
});

describe("the owner by REST", () => {
  test("reads, answers, works the lead and downloads", async () => {
    const list = await api(owner, "GET", "/conversations?filter=human");
    expect(await list.json()).toMatchObject({
      data: { conversations: [{ id: conversationId, speaker: { name: "Sari" } }] },
    });
    const sent = await api(owner, "POST", `/conversations/${conversationId}/messages`, {
      ...{ text: "Halo dari pemilik", idempotencyKey: "satu-kali-saja" },
    });
    expect(sent.status).toBe(202);
    const again = await api(owner, "POST", `/conversations/${conversationId}/messages`, {
      ...{ text: "Halo dari pemilik", idempotencyKey: "satu-kali-saja" },
    });
    expect(await again.json()).toEqual({ ...(await sent.json()) });
    const patched = await api(owner, "PATCH", `/leads/${leadId}`, {
      status: "closed",
      tags: ["Leasing BCA"],
      name: "Rina",
    });
    expect(await patched.json()).toMatchObject({ data: { status: "closed", tags: ["leasing-bca"], name: "Rina" } });
    await api(owner, "POST", `/leads/${leadId}/notes`, { text: "Sudah DP" });
    const detail = await (await api(owner, "GET", `/leads/${leadId}`)).text();
    expect(detail).toContain("Sudah DP");
    expect(detail).toContain("Halo dari pemilik");
    const csv = await (await api(owner, "GET", "/conversations/export")).text();
    expect(csv).toContain("Halo dari pemilik");
    const wrong = await api(owner, "POST", `/leads/${leadId}/notes`, { text: "" });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({ error: { fields: { text: "Catatan masih kosong" } } });
  });

  test("gets the chat back to the bot by DELETE", async () => {
    const back = await api(owner, "DELETE", `/conversations/${conversationId}/takeover`);
    expect(await back.json()).toMatchObject({ data: { speaker: { type: "bot" } } });
  });
});

test("a status changed on the page offers the way back", async () => {
  const changed = await post(owner, `/dashboard/leads/${leadId}/status`, { status: "lost" });
  expect(changed.status).toBe(303);
  const flash = changed.headers.get("set-cookie") ?? "";
  const value = /dashboard_flash=([^;]+)/.exec(flash)?.[1] ?? "";
  expect(Buffer.from(value, "base64url").toString()).toContain('"status":"closed"');
});

/** Without the marks React leaves between two texts. */
function plain(html: string): string {
  return html.replaceAll("<!-- -->", "");
}

function ctxOf(who: SignedIn) {
  return { tenant: { id: room.tenant.id }, actor: who.actor, db: deps.db, clock: deps.clock, requestId: "test" };
}
