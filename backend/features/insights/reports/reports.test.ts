import { describe, expect, test } from "bun:test";
import { addListedCar, staffMember } from "@/backend/features/cars/test-cars";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, ValidationError } from "@/backend/platform/errors";
import {
  createTenant,
  openTestDatabase,
  owner,
  salesPerson,
  testClock,
  testCtx,
} from "@/backend/testing/test-database";
import {
  reportBotResolution,
  reportCarViews,
  reportCommandUse,
  reportLeadFunnel,
  reportResponseTimes,
  reportSearches,
} from "../index";

const db = await openTestDatabase();

/** 10:00 on 20 November in Jakarta. */
async function newShowroom(timezone = "Asia/Jakarta"): Promise<Ctx> {
  const tenant = await createTenant(db);
  await db.prisma.tenant.update({ where: { id: tenant.id }, data: { timezone } });
  return testCtx(db, tenant, owner, testClock("2026-11-20T03:00:00Z"));
}

/** A customer's chat: who says something at which second after `start`. */
async function converse(
  ctx: Ctx,
  lines: [number, "customer" | "bot" | "sales" | "owner_phone" | "system"][],
  start = "2026-11-19T03:00:00Z",
) {
  return withTenant(ctx, async (tx) => {
    const tenantId = ctx.tenant.id;
    const device = await tx.device.create({ data: { tenantId, number: `62${Math.random()}`.slice(0, 16) } });
    const chat = { tenantId, deviceId: device.id, persona: "customer" as const, chatId: crypto.randomUUID() };
    const { id: conversationId } = await tx.conversation.create({ data: chat });
    for (const [seconds, sender] of lines) {
      const direction = sender === "customer" ? ("inbound" as const) : ("outbound" as const);
      const createdAt = new Date(Date.parse(start) + seconds * 1_000);
      const status = sender === "customer" ? ("received" as const) : ("sent" as const);
      const said = { tenantId, conversationId, deviceId: device.id, direction, sender, status, createdAt, text: "x" };
      await tx.message.create({ data: { ...said, processingMs: sender === "customer" ? 40 : null } });
    }
    return { conversationId };
  });
}

async function addTakeover(
  ctx: Ctx,
  conversationId: string,
  startedAt: string,
  endedAt: string | null = null,
): Promise<void> {
  const data = { tenantId: ctx.tenant.id, conversationId, via: "claim", startedAt: new Date(startedAt) };
  await withTenant(ctx, (tx) => tx.takeover.create({ data: { ...data, endedAt: endedAt ? new Date(endedAt) : null } }));
}

describe("a period", () => {
  test("is the last thirty days of the showroom's own time unless it is said, and both of its days belong to it", async () => {
    const ctx = await newShowroom("Asia/Jayapura");
    const late = { ...ctx, clock: testClock("2026-11-20T15:30:00Z") };
    expect((await reportSearches(late)).period).toEqual({ from: "2026-10-23", to: "2026-11-21" });
    const named = await reportSearches(ctx, { from: "2026-11-01", to: "2026-11-02" });
    expect(named.days.map(({ date }) => date)).toEqual(["2026-11-01", "2026-11-02"]);
  });

  test("that ends before it begins, or is longer than a year, is refused with a sentence", async () => {
    const ctx = await newShowroom();
    await expect(reportSearches(ctx, { from: "2026-11-02", to: "2026-11-01" })).rejects.toBeInstanceOf(ValidationError);
    await expect(reportSearches(ctx, { from: "2024-11-02", to: "2026-11-01" })).rejects.toBeInstanceOf(ValidationError);
    await expect(reportSearches(ctx, { from: "kemarin" })).rejects.toBeInstanceOf(ValidationError);
  });

  test("is read by owners, and by sales only with the permission for statistics", async () => {
    const ctx = await newShowroom();
    const reports = [
      reportSearches,
      reportCarViews,
      reportLeadFunnel,
      reportResponseTimes,
      reportBotResolution,
      reportCommandUse,
    ];
    for (const report of reports) {
      await expect(report({ ...ctx, actor: salesPerson })).rejects.toBeInstanceOf(ForbiddenError);
      await report({ ...ctx, actor: staffMember("sales", ["stats"]) });
    }
  });
});

describe("searches", () => {
  test("are counted per term whatever the letters, split by what was never found, on the showroom's own days", async () => {
    const [ctx, other] = [await newShowroom(), await newShowroom()];
    const log = (terms: string, resultCount: number, channel: string, at: string) => ({
      ...{ tenantId: ctx.tenant.id, terms, resultCount, channel, createdAt: new Date(at) },
    });
    await withTenant(ctx, (tx) =>
      tx.searchLog.createMany({
        data: [
          log("Avanza  Hitam", 3, "web", "2026-11-18T17:00:00Z"),
          log("avanza hitam ", 0, "wa", "2026-11-19T16:59:59Z"),
          log("alphard", 0, "wa", "2026-11-19T17:00:00Z"),
          log("", 5, "web", "2026-11-19T17:00:00Z"),
          log("lama", 1, "web", "2026-11-18T16:59:59Z"),
        ],
      }),
    );
    const report = await reportSearches(ctx, { from: "2026-11-19", to: "2026-11-20" });
    expect(report).toMatchObject({ searches: 4, withoutResult: 2, web: 2, wa: 2 });
    expect(report.found).toMatchObject([{ terms: "avanza hitam", searches: 2, withoutResult: 1, web: 1, wa: 1 }]);
    expect(report.missing).toMatchObject([{ terms: "alphard", searches: 1 }]);
    expect(report.days).toEqual([
      { date: "2026-11-19", found: 1, missing: 1 },
      { date: "2026-11-20", found: 1, missing: 1 },
    ]);
    expect((await reportSearches(other)).searches).toBe(0);
  });
});

test("views are summed per unit with the leads that named it, and never show a plate", async () => {
  const ctx = await newShowroom();
  const [seen, wanted] = [await addListedCar(ctx), await addListedCar(ctx)];
  await withTenant(ctx, async (tx) => {
    const tenantId = ctx.tenant.id;
    for (const [day, views] of [
      ["2026-11-19", 4],
      ["2026-11-20", 3],
      ["2026-10-01", 90],
    ] as const) {
      await tx.carViewDay.create({ data: { tenantId, carId: seen.id, day: new Date(day), views } });
    }
    const createdAt = new Date("2026-11-19T05:00:00Z");
    const lead = await tx.lead.create({ data: { tenantId, phone: "6281", source: "wa", createdAt } });
    await tx.leadInterest.create({ data: { tenantId, leadId: lead.id, carId: wanted.id, createdAt } });
  });
  const report = await reportCarViews(ctx, { from: "2026-11-19", to: "2026-11-20" });
  expect(report.views).toBe(7);
  expect(report.cars.map(({ carId, views, leads }) => [carId, views, leads])).toEqual([
    [seen.id, 7, 0],
    [wanted.id, 0, 1],
  ]);
  expect(report.days.map(({ views }) => views)).toEqual([4, 3]);
  expect(JSON.stringify(report)).not.toContain(seen.plate);
});

test("the funnel counts a lead for every step it reached, also when it was lost or cooled afterwards", async () => {
  const ctx = await newShowroom();
  const add = async (
    source: string,
    status: "new" | "warm" | "hot" | "cold" | "closed" | "lost",
    been: string[] = [],
  ) => {
    await withTenant(ctx, async (tx) => {
      const tenantId = ctx.tenant.id;
      const createdAt = new Date("2026-11-19T05:00:00Z");
      const { id: leadId } = await tx.lead.create({ data: { tenantId, phone: "6281", source, status, createdAt } });
      for (const to of been) {
        await tx.leadEvent.create({ data: { tenantId, leadId, type: "lead.status_changed", actor: {}, data: { to } } });
      }
    });
  };
  await add("wa", "new");
  await add("wa", "lost", ["warm", "hot", "lost"]);
  await add("wa", "closed");
  await add("olx", "cold", ["warm", "cold"]);
  const report = await reportLeadFunnel(ctx, { from: "2026-11-19", to: "2026-11-19" });
  expect(report.sources).toEqual([
    { source: "wa", created: 3, warm: 2, hot: 2, closed: 1, lost: 1 },
    { source: "olx", created: 1, warm: 1, hot: 0, closed: 0, lost: 0 },
  ]);
  expect(report.total).toEqual({ created: 4, warm: 3, hot: 2, closed: 1, lost: 1 });
  expect(report.days).toEqual([{ date: "2026-11-19", created: 4 }]);
});

describe("response times", () => {
  test("of the bot run from the customer's last message, of people from the first nobody answered", async () => {
    const ctx = await newShowroom();
    await converse(ctx, [
      [0, "customer"],
      [2, "customer"],
      [4, "bot"],
      [4, "bot"],
      [60, "customer"],
      [90, "customer"],
      [180, "sales"],
      [200, "sales"],
    ]);
    const report = await reportResponseTimes(ctx, { from: "2026-11-19", to: "2026-11-20" });
    expect(report.bot).toEqual({ answers: 1, medianSeconds: 2, p95Seconds: 2 });
    expect(report.people).toEqual({ answers: 1, medianSeconds: 120, p95Seconds: 120 });
    expect(report.thinking.medianMs).toBe(40);
    expect(report.days).toEqual([
      { date: "2026-11-19", botSeconds: 2, peopleMinutes: 2 },
      { date: "2026-11-20", botSeconds: null, peopleMinutes: null },
    ]);
  });

  test("of a person who claims a chat the bot has answered run from the claim; a system notice is nobody's answer", async () => {
    const ctx = await newShowroom();
    const { conversationId } = await converse(ctx, [
      [0, "customer"],
      [3, "bot"],
      [31, "system"],
      [90, "sales"],
    ]);
    await addTakeover(ctx, conversationId, "2026-11-19T03:00:30Z");
    const report = await reportResponseTimes(ctx, { from: "2026-11-19", to: "2026-11-19" });
    expect(report.people).toMatchObject({ answers: 1, medianSeconds: 60 });
  });

  test("count an answer after midnight for the day it was given", async () => {
    const ctx = await newShowroom();
    await converse(
      ctx,
      [
        [0, "customer"],
        [7_200, "owner_phone"],
      ],
      "2026-11-18T16:00:00Z",
    );
    const report = await reportResponseTimes(ctx, { from: "2026-11-19", to: "2026-11-19" });
    expect(report.people).toMatchObject({ answers: 1, medianSeconds: 7_200 });
  });
});

describe("a conversation", () => {
  const period = { from: "2026-11-19", to: "2026-11-20" };
  const answered: Parameters<typeof converse>[1] = [
    [0, "customer"],
    [2, "bot"],
  ];

  test("counts as the bot's alone only when no person had it or wrote in it at any time of the period", async () => {
    const ctx = await newShowroom();
    await converse(ctx, answered);
    const helped = await converse(ctx, [...answered, [90_000, "customer"]]);
    const before = await converse(ctx, answered);
    await converse(ctx, [...answered, [60, "sales"]]);
    await addTakeover(ctx, helped.conversationId, "2026-11-19T05:00:00Z");
    await addTakeover(ctx, before.conversationId, "2026-11-01T05:00:00Z", "2026-11-02T05:00:00Z");
    const report = await reportBotResolution(ctx, period);
    expect(report).toMatchObject({ conversations: 4, resolved: 2, helped: 2, waiting: 0 });
    expect(report.takeovers).toEqual([{ via: "claim", count: 1 }]);
    expect(report.days).toEqual([
      { date: "2026-11-19", resolved: 2, helped: 2, waiting: 0 },
      { date: "2026-11-20", resolved: 0, helped: 1, waiting: 0 },
    ]);
  });

  test("that was offered to sales, left a question or a flag open, or got no answer is waiting and not resolved", async () => {
    const ctx = await newShowroom();
    const tenantId = ctx.tenant.id;
    const [offered, asked, flagged, done] = [
      await converse(ctx, answered),
      await converse(ctx, answered),
      await converse(ctx, answered),
      await converse(ctx, answered),
    ];
    await converse(ctx, [[0, "customer"]]);
    const createdAt = new Date("2026-11-19T03:00:02Z");
    await withTenant(ctx, async (tx) => {
      const lead = await tx.lead.create({ data: { tenantId, phone: "6281", source: "wa", createdAt } });
      const handover = { tenantId, leadId: lead.id, reason: "negotiates", status: "closed" as const, createdAt };
      await tx.handover.create({ data: { ...handover, ...offered } });
      const question = { tenantId, text: "x", reason: "unknown", createdAt };
      await tx.customerQuestion.create({ data: { ...question, ...asked, normalized: "x" } });
      await tx.customerQuestion.create({ data: { ...question, ...done, normalized: "y", status: "answered" } });
      await tx.conversation.updateMany({ where: { id: flagged.conversationId }, data: { attention: "complaint" } });
    });
    expect(await reportBotResolution(ctx, period)).toMatchObject({
      conversations: 5,
      resolved: 1,
      helped: 0,
      waiting: 4,
    });
  });
});

test("command use names commands and people, two of one name apart, and no other events", async () => {
  const ctx = await newShowroom();
  const run = (command: string, userId: string) => ({
    ...{ tenantId: ctx.tenant.id, type: "command.run", data: { command }, createdAt: new Date("2026-11-19T05:00:00Z") },
    actor: { type: "user", userId, name: "Budi", role: "sales", permissions: [] },
  });
  await withTenant(ctx, (tx) =>
    tx.event.createMany({
      data: [run("list", "a"), run("list", "b"), run("status", "a"), { ...run("x", "a"), type: "car.published" }],
    }),
  );
  const report = await reportCommandUse(ctx, { from: "2026-11-19", to: "2026-11-19" });
  expect(report.runs).toBe(3);
  expect(report.commands).toEqual([
    { command: "list", runs: 2, people: 2 },
    { command: "status", runs: 1, people: 1 },
  ]);
  expect(report.people.map(({ name, runs }) => [name, runs])).toEqual([
    ["Budi", 2],
    ["Budi", 1],
  ]);
});
