import { describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { assignLead, captureLead } from "@/backend/features/leads";
import { eventually } from "@/backend/testing/messaging-world";
import { signIn } from "@/backend/testing/sign-in";
import { createShowroom, createTestDeps, say, startLanes } from "@/backend/testing/test-showroom";
import { type LiveEvent, listChanges } from "./list-changes";
import { type LiveCursor, readCursor } from "./live-cursor";

const deps = await createTestDeps();
const app = createApp(deps);
startLanes(deps);
const room = await createShowroom(deps, { moreSales: ["Sari"] });
const owner = await signIn(deps, room, "owner");
const ctx = { tenant: { id: room.tenant.id }, actor: owner.actor, db: deps.db, clock: deps.clock, requestId: "test" };

describe("what changed since a cursor", () => {
  test("is everything that committed meanwhile, once, also of transactions that began before the cursor", async () => {
    const { prisma } = deps.db;
    const tenantId = room.tenant.id;
    const device = await prisma.device.findFirstOrThrow({ where: { tenantId } });
    const open = (phone: string) => ({
      tenantId,
      deviceId: device.id,
      persona: "customer" as const,
      chatId: phone,
      phone,
    });
    const start = (await listChanges(ctx, null)).cursor;

    let slowId = "";
    let letGo = () => {};
    const isHeld = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = prisma.$transaction(async (tx) => {
      slowId = (await tx.conversation.create({ data: open("628111000001") })).id;
      await isHeld;
    });
    await eventually(async () => slowId);
    const quick = await prisma.conversation.create({ data: open("628111000002") });

    const first = await listChanges(ctx, start);
    expect(first.events.map(({ id }) => id)).toEqual([quick.id]);
    letGo();
    await slow;
    const second = await listChanges(ctx, first.cursor);
    expect(second.events.map(({ id }) => id)).toEqual([slowId]);
    expect((await listChanges(ctx, second.cursor)).events).toEqual([]);
  });

  test("goes on in the middle of what was told at once, without loss or repetition, whatever changes meanwhile", async () => {
    const tenantId = room.tenant.id;
    const start = (await listChanges(ctx, null)).cursor;
    const device = await deps.db.prisma.device.findFirstOrThrow({ where: { tenantId } });
    const phones = [1, 2, 3, 4, 5].map((n) => `62811200000${n}`);
    const rows = [];
    for (const phone of phones)
      rows.push(
        await deps.db.prisma.conversation.create({
          data: { tenantId, deviceId: device.id, persona: "customer", chatId: phone, phone },
        }),
      );
    const told = (await listChanges(ctx, start)).events;
    expect(told).toHaveLength(5);

    // The connection broke after the second; the first has changed again, a sixth has come.
    await deps.db.prisma.conversation.updateMany({ where: { tenantId, id: rows[0]?.id ?? "" }, data: { unread: 9 } });
    const resumed = await listChanges(ctx, cursorOf(told[1]));
    expect(resumed.events.map(({ id }) => id).sort()).toEqual(
      [rows[2], rows[3], rows[4], rows[0]].map((row) => row?.id ?? "").sort(),
    );
    expect((await listChanges(ctx, cursorOf(resumed.events.at(-1)))).events).toEqual([]);
  });

  test("never crosses the showroom, and hides a colleague's lead from sales", async () => {
    const other = await createShowroom(deps);
    const budi = await signIn(deps, room, "sales");
    const sari = await signIn(deps, room, "sales", { name: "Sari Dua" });
    const start = (await listChanges(ctx, null)).cursor;
    const outside = { ...ctx, tenant: { id: other.tenant.id }, actor: { type: "system" as const, name: "test" } };
    const lead = await captureLead(
      { ...ctx, actor: { type: "customer", phone: "628133000001" } },
      { phone: "628133000001", source: "wa" },
    );
    await assignLead(ctx, { leadId: lead.id, userId: sari.user.id, siteUrl: "https://x.example" });

    const leadsFor = async (who: typeof ctx | typeof outside) =>
      (await listChanges(who, start)).events.filter(({ type }) => type === "lead").map(({ id }) => id);
    expect(await leadsFor(ctx)).toEqual([lead.id]);
    expect(await leadsFor({ ...ctx, actor: sari.actor })).toEqual([lead.id]);
    expect(await leadsFor({ ...ctx, actor: budi.actor })).toEqual([]);
    expect((await listChanges(outside, start)).events).toEqual([]);
  });

  test("is told as 'load anew' when it is too much, or the cursor is of another database", async () => {
    const ahead = readCursor("900000000:900000000:");
    expect((await listChanges(ctx, ahead)).isTooMuch).toBe(true);
    expect(readCursor("drop table")).toBeNull();
    expect(readCursor("1:2:~1:2:~x~message:1")).toBeNull();
  });
});

describe("GET /api/admin/events", () => {
  test("tells of a customer's message at once, and resumes by Last-Event-ID without loss or repetition", async () => {
    const first = await openStream();
    await first.next("ready");
    await say(deps, room, "628144000001", "halo, ada avanza?");
    const message = await first.next("message", (data) => data.includes("ada avanza"));
    await first.close();

    await say(deps, room, "628144000001", "yang hitam ya");
    const second = await openStream({ "last-event-id": message.id });
    const next = await second.next("message", (data) => data.includes("yang hitam"));
    expect(second.seen.filter(({ data }) => data.includes("ada avanza") && data.includes("customer"))).toEqual([]);
    expect(next.id).not.toBe(message.id);
    await second.close();
  });

  test("needs a session, and ends with it", async () => {
    const anonymous = await app.request("/api/admin/events", { headers: { host: owner.apiHeaders.host ?? "" } });
    expect(anonymous.status).toBe(401);
    const { eventStream } = await import("./event-stream");
    const response = eventStream(ctx, { since: null, isAllowed: async () => false, heartbeatMs: 20 });
    expect(await response.text()).toContain("retry:");
  });
});

function cursorOf(event: LiveEvent | undefined): LiveCursor | null {
  return readCursor(event?.cursor ?? "");
}

type Said = { type: string; id: string; data: string };

async function openStream(headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const response = await app.request("/api/admin/events", {
    headers: { ...owner.apiHeaders, ...headers },
    signal: abort.signal,
  });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body?.getReader();
  if (!reader) throw new Error("no stream");
  const decoder = new TextDecoder();
  const seen: Said[] = [];
  let rest = "";
  const next = async (type: string, fits: (data: string) => boolean = () => true): Promise<Said> => {
    for (let index = 0; ; ) {
      for (; index < seen.length; index++) {
        const said = seen[index];
        if (said?.type === type && fits(said.data)) return said;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error("the stream ended");
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
        if (field("event")) seen.push({ type: field("event"), id: field("id"), data: field("data") });
      }
    }
  };
  return { seen, next, close: () => reader.cancel() };
}
