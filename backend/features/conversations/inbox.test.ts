import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { assignLead, captureLead } from "@/backend/features/leads";
import { type Floor, openFloor } from "@/backend/features/leads/test-showroom-floor";
import { createDiskObjectStore } from "@/backend/platform/object-store/disk-object-store";
import { createTenant, openTestDatabase, testClock } from "@/backend/testing/test-database";
import { exportMessages } from "./export-messages";
import { fillQuickReply } from "./fill-quick-reply";
import { handBack } from "./hand-back";
import { getConversation, listConversations } from "./list-conversations";
import { listMessages } from "./list-messages";
import { markConversationRead } from "./mark-read";
import { addQuickReply, deleteQuickReply, editQuickReply, listQuickReplies } from "./quick-replies";
import { readMessageMedia } from "./read-message-media";
import { resendMessage } from "./resend-message";
import { sendAsPerson } from "./send-as-person";
import { storeChatPhoto } from "./store-chat-photo";
import { takeOverMyself } from "./take-over-myself";

const db = await openTestDatabase();
const PHOTO = resolve(import.meta.dir, "../photos/fixtures/same-car-orientation-1.jpg");
const siteUrl = "https://showroom.example";
const folder = mkdtempSync(join(tmpdir(), "autoleads-inbox-"));
const store = createDiskObjectStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let floor: Floor;
beforeEach(async () => {
  floor = await openFloor(db, await createTenant(db), testClock());
});

const say = (conversationId: string, text: string, idempotencyKey: string = crypto.randomUUID()) => ({
  ...{ conversationId, text, idempotencyKey, siteUrl },
});
const writes = async (conversationId: string, text: string, more: object = {}) =>
  db.prisma.message.create({
    data: {
      ...{
        tenantId: floor.tenant.id,
        conversationId,
        deviceId: floor.device.id,
        direction: "inbound",
        sender: "customer",
      },
      ...{ status: "received", text, doneAt: floor.clock.now(), createdAt: floor.clock.now(), ...more },
    },
  });

describe("a person's message", () => {
  test("takes over from the bot, is that person's, and waits in the outbox", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    const sent = await sendAsPerson(boss.ctx, say(rina.conversationId, "Siap Kak"));
    expect(sent.tookOver).toBe(true);
    expect(await getConversation(boss.ctx, rina)).toMatchObject({ speaker: { type: "person", name: "Hendra" } });
    const { messages } = await listMessages(boss.ctx, rina);
    expect(messages.at(-1)).toMatchObject({ from: "sales", writer: "Hendra", text: "Siap Kak", status: "queued" });
    expect((await sendAsPerson(boss.ctx, say(rina.conversationId, "Lagi"))).tookOver).toBe(false);
  });

  test("with the same key is one message, also when it is asked for twenty times at once", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    const message = say(rina.conversationId, "Sekali saja", "kunci-yang-sama");
    const all = await Promise.all(Array.from({ length: 20 }, () => sendAsPerson(boss.ctx, message)));
    expect(new Set(all.flatMap(({ messageIds }) => messageIds)).size).toBe(1);
    expect(await floor.toldTo(rina)).toEqual(["Sekali saja"]);
  });

  test("of sales does not go into a colleague's chat; the owner's does, and leaves it theirs", async () => {
    const [boss, budi, sari] = [
      await floor.hire("Hendra", { role: "owner" }),
      await floor.hire("Budi"),
      await floor.hire("Sari"),
    ];
    const rina = await floor.customer();
    await takeOverMyself(budi.ctx, rina);
    expect(sendAsPerson(sari.ctx, say(rina.conversationId, "halo"))).rejects.toThrow(/dipegang Budi/);
    expect(takeOverMyself(sari.ctx, rina)).rejects.toThrow(/dipegang Budi/);
    await sendAsPerson(boss.ctx, say(rina.conversationId, "saya bantu"));
    expect(await getConversation(boss.ctx, rina)).toMatchObject({ speaker: { type: "person", name: "Budi" } });
    expect((await handBack(boss.ctx, { ...rina, by: "dashboard" })).wasTakenOver).toBe(true);
  });

  test("goes to who asked for no messages only after they wrote again", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    await db.prisma.conversation.updateMany({
      where: { id: rina.conversationId },
      data: { optedOutAt: floor.clock.now() },
    });
    expect(sendAsPerson(boss.ctx, say(rina.conversationId, "promo!"))).rejects.toThrow(/tidak dihubungi/);
    floor.later(5);
    await writes(rina.conversationId, "masih ada kak?");
    expect((await sendAsPerson(boss.ctx, say(rina.conversationId, "masih Kak"))).messageIds).toHaveLength(1);
  });

  test("never leaves with a variable nobody filled in, or empty", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    expect(sendAsPerson(boss.ctx, say(rina.conversationId, "Halo {nama}"))).rejects.toThrow();
    expect(sendAsPerson(boss.ctx, say(rina.conversationId, "   "))).rejects.toThrow();
    expect(await floor.toldTo(rina)).toEqual([]);
  });

  test("carries photos without their EXIF, and refuses another showroom's", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    const { photoKey } = await storeChatPhoto(boss.ctx, store, new Uint8Array(readFileSync(PHOTO)));
    const stored = Buffer.from((await store.get(photoKey))?.bytes ?? []);
    expect(stored.includes("Exif")).toBe(false);
    await sendAsPerson(boss.ctx, { ...say(rina.conversationId, "ini Kak"), photoKeys: [photoKey] });
    expect((await listMessages(boss.ctx, rina)).messages.at(-1)).toMatchObject({ kind: "image", text: "ini Kak" });
    const foreign = photoKey.replace(`photos/${floor.tenant.id}/`, "photos/999999/");
    expect(sendAsPerson(boss.ctx, { ...say(rina.conversationId, "x"), photoKeys: [foreign] })).rejects.toThrow();
  });

  test("that failed is repeated once, however often it is asked for", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    const { messageIds } = await sendAsPerson(boss.ctx, say(rina.conversationId, "Halo Kak"));
    const [messageId = ""] = messageIds;
    expect(resendMessage(boss.ctx, { messageId })).rejects.toThrow(/tidak gagal/);
    await db.prisma.message.updateMany({
      where: { id: messageId },
      data: { status: "failed", failure: "bad_target: x" },
    });
    expect((await listMessages(boss.ctx, rina)).messages.at(-1)?.failure).toMatch(/tidak terdaftar/);
    await resendMessage(boss.ctx, { messageId });
    await resendMessage(boss.ctx, { messageId });
    expect(await floor.toldTo(rina)).toEqual(["Halo Kak", "Halo Kak"]);
  });
});

describe("the inbox", () => {
  test("filters, counts and pages; what waits is marked read by looking", async () => {
    const boss = await floor.hire("Hendra", { role: "owner" });
    const chats = [];
    for (const name of ["Rina", "Dewi", "Joko"]) {
      chats.push(await floor.customer(["negotiates"], name));
      floor.later(1);
    }
    const [rina, dewi] = chats;
    await db.prisma.conversation.updateMany({ where: { id: rina?.conversationId ?? "" }, data: { unread: 3 } });
    await takeOverMyself(boss.ctx, { conversationId: dewi?.conversationId ?? "" });
    const first = await listConversations(boss.ctx, { limit: 2 });
    expect(first.counts).toMatchObject({ all: 3, unread: 1, mine: 1, human: 1, bot: 2, attention: 0 });
    const second = await listConversations(boss.ctx, { limit: 2, cursor: first.nextCursor ?? "" });
    const names = [...first.conversations, ...second.conversations].map(({ name }) => name);
    expect(names).toEqual(["Joko", "Dewi", "Rina"]);
    expect(second.nextCursor).toBeNull();
    expect((await listConversations(boss.ctx, { filter: "mine" })).conversations.map(({ name }) => name)).toEqual([
      "Dewi",
    ]);
    await markConversationRead(boss.ctx, { conversationId: rina?.conversationId ?? "" });
    expect((await listConversations(boss.ctx, {})).counts.unread).toBe(0);
  });

  test("pages messages backwards without gap or repetition", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    for (let n = 1; n <= 25; n++) await writes(rina.conversationId, `pesan ${n}`);
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await listMessages(boss.ctx, { ...rina, limit: 10, ...(before && { before }) });
      seen.unshift(...page.messages.map(({ text }) => text));
      before = page.olderCursor ?? undefined;
    } while (before);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `pesan ${n + 1}`));
  });

  test("hides a colleague's lead from sales, and everything from another showroom", async () => {
    const [budi, sari, boss] = [
      await floor.hire("Budi"),
      await floor.hire("Sari"),
      await floor.hire("Hendra", { role: "owner" }),
    ];
    const rina = await floor.customer();
    await assignLead(boss.ctx, { leadId: rina.lead.id, userId: sari.id, siteUrl });
    expect((await getConversation(budi.ctx, rina)).lead).toMatchObject({ id: null, assignee: "Sari" });
    expect((await getConversation(sari.ctx, rina)).lead).toMatchObject({ id: rina.lead.id });

    const other = await openFloor(db, await createTenant(db), testClock());
    const stranger = await other.hire("Orang lain", { role: "owner" });
    expect(getConversation(stranger.ctx, rina)).rejects.toThrow(/not found/);
    expect(listMessages(stranger.ctx, rina)).rejects.toThrow(/not found/);
    expect(sendAsPerson(stranger.ctx, say(rina.conversationId, "halo"))).rejects.toThrow(/not found/);
    expect(takeOverMyself(stranger.ctx, rina)).rejects.toThrow(/not found/);
    expect((await listConversations(stranger.ctx, {})).counts.all).toBe(0);
  });

  test("gives a customer's picture to the showroom's own people only", async () => {
    const [boss, rina] = [await floor.hire("Hendra", { role: "owner" }), await floor.customer()];
    const objectKey = `simulator/${"a".repeat(64)}`;
    await store.put(objectKey, new Uint8Array(readFileSync(PHOTO)), "image/jpeg");
    const deps = { objectStore: store, maxBytes: 10_000_000, allowedHosts: [] };
    const { id: messageId } = await writes(rina.conversationId, "", { kind: "image", media: { objectKey } });
    expect((await readMessageMedia(boss.ctx, deps, { messageId })).bytes.length).toBeGreaterThan(1000);
    const foreign = await writes(rina.conversationId, "", {
      kind: "image",
      media: { objectKey: "originals/999999/x" },
    });
    expect(readMessageMedia(boss.ctx, deps, { messageId: foreign.id })).rejects.toThrow(/not found/);
    const other = await openFloor(db, await createTenant(db), testClock());
    const stranger = await other.hire("Orang lain", { role: "owner" });
    expect(readMessageMedia(stranger.ctx, deps, { messageId })).rejects.toThrow(/not found/);
  });

  test("exports for a spreadsheet without letting a customer write formulas; not for sales", async () => {
    const [boss, budi, rina] = [
      await floor.hire("Hendra", { role: "owner" }),
      await floor.hire("Budi"),
      await floor.customer(),
    ];
    await writes(rina.conversationId, '=HYPERLINK("http://x";"klik")');
    const csv = await new Response(await exportMessages(boss.ctx, { from: "2026-11-01", to: "2026-12-31" })).text();
    expect(csv).toContain("Waktu;Pelanggan;Nomor");
    expect(csv).toContain("'=HYPERLINK");
    expect(exportMessages(budi.ctx, {})).rejects.toThrow();
  });
});

describe("quick replies", () => {
  test("are the owner's to keep and everybody's to use; a shortcut is one reply's", async () => {
    const [boss, budi] = [await floor.hire("Hendra", { role: "owner" }), await floor.hire("Budi")];
    const alamat = await addQuickReply(boss.ctx, { shortcut: "/Alamat", text: "Jl. Raya Darmo" });
    expect(alamat.shortcut).toBe("alamat");
    expect(addQuickReply(boss.ctx, { shortcut: "alamat", text: "lagi" })).rejects.toThrow();
    expect(addQuickReply(budi.ctx, { shortcut: "jam", text: "9" })).rejects.toThrow();
    await editQuickReply(boss.ctx, { id: alamat.id, shortcut: "lokasi", text: "Jl. Darmo" });
    expect(await listQuickReplies(budi.ctx)).toEqual([{ id: alamat.id, shortcut: "lokasi", text: "Jl. Darmo" }]);
    const other = await openFloor(db, await createTenant(db), testClock());
    const stranger = await other.hire("Orang lain", { role: "owner" });
    expect(deleteQuickReply(stranger.ctx, { id: alamat.id })).rejects.toThrow(/not found/);
    await deleteQuickReply(boss.ctx, { id: alamat.id });
    expect(await listQuickReplies(boss.ctx)).toEqual([]);
  });

  test("name only what there is: another name in braces is refused at its field, and never leaves in a message", async () => {
    const boss = await floor.hire("Hendra", { role: "owner" });
    const wrong = await addQuickReply(boss.ctx, { shortcut: "promo", text: "Halo {nama}, {promo} {Unit}" }).catch(
      (error) => error,
    );
    expect(wrong.fields).toEqual({
      text: "{promo}, {Unit} tidak dikenal. Yang bisa dipakai: {nama}, {unit}, {harga}, {link}, {sales}",
    });
    expect(await listQuickReplies(boss.ctx)).toEqual([]);
    const conversationId = await floor.chatOf("628999000112");
    const sent = await sendAsPerson(boss.ctx, say(conversationId, "Ada {promo} bulan ini")).catch((error) => error);
    expect(sent.fields).toEqual({ text: "Isi dulu {promo} sebelum dikirim" });
  });

  test("say what is missing instead of sending braces", () => {
    const reply = fillQuickReply("Halo {nama}, {unit} {harga}", { nama: "Rina" });
    expect(reply).toEqual({ text: "Halo Rina, {unit} {harga}", missing: ["unit", "harga"] });
  });
});

test("a customer without a lead is listed, too", async () => {
  const boss = await floor.hire("Hendra", { role: "owner" });
  const conversationId = await floor.chatOf("628999000111");
  expect(await getConversation(boss.ctx, { conversationId })).toMatchObject({ lead: null, name: "0899-9000-111" });
  await captureLead(
    { ...boss.ctx, actor: { type: "customer", phone: "628999000111" } },
    { phone: "628999000111", source: "wa", conversationId },
  );
  expect((await getConversation(boss.ctx, { conversationId })).lead).toMatchObject({ status: "new" });
});
