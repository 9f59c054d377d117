import { describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { addListedCar } from "@/backend/features/cars/test-cars";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { signIn } from "@/backend/testing/sign-in";
import { owner, testClock, testCtx } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";
import { countUnreadConversations, dashboardOverview, needsAttention } from "../index";

const clock = testClock("2026-11-20T03:00:00Z");
const deps = await createTestDeps({ clock });
const app = createApp(deps);

async function newShowroom() {
  const room = await createShowroom(deps);
  return { room, ctx: testCtx(deps.db, room.tenant, owner, clock) };
}

type LeadData = { status?: "new" | "hot"; assigneeId?: string; createdAt?: string };

async function addLead(ctx: Ctx, { status = "new", assigneeId, createdAt = "2026-11-20T02:00:00Z" }: LeadData = {}) {
  const at = new Date(createdAt);
  const lead = { tenantId: ctx.tenant.id, phone: `62${crypto.randomUUID()}`, source: "wa", status, createdAt: at };
  const assigned = assigneeId ? { assigneeId } : {};
  return withTenant(ctx, (tx) => tx.lead.create({ data: { ...lead, ...assigned, updatedAt: at, name: "Andi" } }));
}

async function addChat(ctx: Ctx, data: { unread?: number; attention?: string; takenOverAt?: Date; erasedAt?: Date }) {
  const tenantId = ctx.tenant.id;
  return withTenant(ctx, async (tx) => {
    const device = await tx.device.findFirstOrThrow();
    const chat = { tenantId, deviceId: device.id, persona: "customer" as const, chatId: crypto.randomUUID() };
    return tx.conversation.create({ data: { ...chat, ...data } });
  });
}

describe("overview", () => {
  test("counts stock by status, leads by heat, and the last seven days of the showroom's own time", async () => {
    const { ctx } = await newShowroom();
    const car = await addListedCar(ctx);
    await addListedCar(ctx);
    await withTenant(ctx, (tx) => tx.car.updateMany({ where: { id: car.id }, data: { status: "sold" } }));
    await addLead(ctx, { status: "hot" });
    await addLead(ctx, { createdAt: "2026-11-18T17:00:00Z" });
    await addLead(ctx, { createdAt: "2026-11-18T16:59:00Z" });
    await addLead(ctx, { createdAt: "2026-11-01T00:00:00Z" });

    const { stats, leadsTrend, recentLeads } = await dashboardOverview(ctx);
    expect(stats).toEqual({
      ...{ totalCars: 2, availableCars: 1, bookingCars: 0, soldCars: 1 },
      ...{ totalLeads: 4, newLeads: 3, hotLeads: 1 },
    });
    expect(leadsTrend.map(({ date, count }) => `${date} ${count}`)).toEqual([
      ...["2026-11-14 0", "2026-11-15 0", "2026-11-16 0", "2026-11-17 0"],
      ...["2026-11-18 1", "2026-11-19 1", "2026-11-20 1"],
    ]);
    expect(recentLeads).toHaveLength(4);
  });

  test("shows sales only leads that are theirs or nobody's, in every number", async () => {
    const { room, ctx } = await newShowroom();
    const sales = await signIn(deps, room, "sales", { name: "Budi" });
    const colleague = await signIn(deps, room, "sales", { name: "Sari" });
    await addLead(ctx, { status: "hot", assigneeId: colleague.user.id });
    await addLead(ctx, { assigneeId: sales.user.id });
    await addLead(ctx);
    const { stats, leadsTrend, recentLeads } = await dashboardOverview({ ...ctx, actor: sales.actor });
    expect([stats.totalLeads, stats.hotLeads, recentLeads.length, leadsTrend.at(-1)?.count]).toEqual([2, 0, 2, 2]);
  });

  test("is at GET /api/admin/dashboard in the documented shape, for this showroom only, and for nobody without a session", async () => {
    const [{ room, ctx }, other] = [await newShowroom(), await newShowroom()];
    await addLead(other.ctx);
    await addListedCar(ctx);
    const { apiHeaders } = await signIn(deps, room, "owner");
    const answer = await app.request("/api/admin/dashboard", { headers: apiHeaders });
    const { data } = await answer.json();
    expect(answer.status).toBe(200);
    expect(Object.keys(data)).toEqual(["stats", "recentLeads", "leadsTrend"]);
    expect([data.stats.totalCars, data.stats.totalLeads, data.leadsTrend.length]).toEqual([1, 0, 7]);
    const { host } = apiHeaders;
    expect((await app.request("/api/admin/dashboard", { headers: { host: host ?? "" } })).status).toBe(401);
  });
});

describe("what needs attention", () => {
  test("names chats that wait, hot leads nobody took, cars without a picture, aged cars and broken devices", async () => {
    const { room, ctx } = await newShowroom();
    const [aged, bare] = [await addListedCar(ctx), await addListedCar(ctx)];
    await addListedCar(ctx);
    const chat = await addChat(ctx, { attention: "complaint" });
    const waiting = await addChat(ctx, { unread: 2, takenOverAt: new Date("2026-11-20T01:00:00Z") });
    await addChat(ctx, { unread: 3 });
    const hot = await addLead(ctx, { status: "hot" });
    const sales = await signIn(deps, room, "sales");
    await addLead(ctx, { status: "hot", assigneeId: sales.user.id });
    await withTenant(ctx, async (tx) => {
      await tx.car.updateMany({ where: { id: aged.id }, data: { publishedAt: new Date("2026-09-20T03:00:00Z") } });
      await tx.carPhoto.deleteMany({ where: { carId: bare.id } });
      await tx.device.updateMany({ data: { status: "disconnected" } });
    });

    const attention = await needsAttention(ctx);
    expect(attention.conversations.first.map(({ id, reason }) => [id, reason]).sort()).toEqual(
      [
        [chat.id, "complaint"],
        [waiting.id, "waits_for_person"],
      ].sort(),
    );
    expect(attention.hotLeads.first.map(({ id }) => id)).toEqual([hot.id]);
    expect(attention.carsWithoutPhotos.first.map(({ id }) => id)).toEqual([bare.id]);
    expect(attention.agedCars.first).toMatchObject([{ id: aged.id, days: 61 }]);
    expect(attention.devices.total).toBe(1);
  });

  test("tells how many there are in all beside the first five", async () => {
    const { ctx } = await newShowroom();
    for (let n = 0; n < 7; n++) await addLead(ctx, { status: "hot" });
    const { hotLeads } = await needsAttention(ctx);
    expect([hotLeads.total, hotLeads.first.length]).toEqual([7, 5]);
  });

  test("leaves sales out of what only owner and admin can do something about", async () => {
    const { room, ctx } = await newShowroom();
    const sales = await signIn(deps, room, "sales");
    await withTenant(ctx, (tx) => tx.device.updateMany({ data: { status: "disconnected" } }));
    const { devices, carsWithoutPhotos } = await needsAttention({ ...ctx, actor: sales.actor });
    expect([devices.total, carsWithoutPhotos.total]).toEqual([0, 0]);
  });
});

test("unread chats are counted once each, without erased ones and without another showroom's", async () => {
  const [{ ctx }, other] = [await newShowroom(), await newShowroom()];
  await addChat(ctx, { unread: 4 });
  await addChat(ctx, { unread: 1, erasedAt: new Date() });
  await addChat(other.ctx, { unread: 1 });
  expect(await countUnreadConversations(ctx)).toBe(1);
});
