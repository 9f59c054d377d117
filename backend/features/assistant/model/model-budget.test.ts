import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, owner, testClock, testCtx } from "@/backend/testing/test-database";
import { conversationBudget, recordModelTokens, reserveModelCall } from "./model-budget";

const db = await openTestDatabase();
const day = "2026-11-20";
const plenty = { callsPerConversation: 1_000, callsPerTenant: 1_000 };

async function newCtx() {
  return testCtx(db, await createTenant(db));
}

type Ctx = Awaited<ReturnType<typeof newCtx>>;

function usageOf(ctx: Ctx) {
  return withTenant(ctx, (tx) =>
    tx.modelUsage.findMany({ where: { tenantId: ctx.tenant.id }, orderBy: { day: "asc" } }),
  );
}

async function grantedOf(attempts: Promise<boolean>[]): Promise<number> {
  return (await Promise.all(attempts)).filter(Boolean).length;
}

describe("a limit is never exceeded, however many ask at once", () => {
  test("of a conversation", async () => {
    const ctx = await newCtx();
    const subjectId = crypto.randomUUID();
    const limits = { ...plenty, callsPerConversation: 10 };
    const asking = Array.from({ length: 100 }, () => reserveModelCall(ctx, { subjectId, day, limits }));
    expect(await grantedOf(asking)).toBe(10);
    expect((await usageOf(ctx)).map(({ calls }) => calls)).toEqual([10]);
  });

  test("of a tenant, over many conversations", async () => {
    const ctx = await newCtx();
    const limits = { ...plenty, callsPerTenant: 10 };
    const asking = Array.from({ length: 100 }, () =>
      reserveModelCall(ctx, { subjectId: crypto.randomUUID(), day, limits }),
    );
    expect(await grantedOf(asking)).toBe(10);
    expect(await usageOf(ctx)).toHaveLength(10);
  });
});

test("a limit of nothing means no call", async () => {
  const ctx = await newCtx();
  const subjectId = crypto.randomUUID();
  const none = { callsPerConversation: 0, callsPerTenant: 0 };
  expect(await reserveModelCall(ctx, { subjectId, day, limits: none })).toBe(false);
  expect(await usageOf(ctx)).toEqual([]);
});

test("one showroom's calls are not counted against another's", async () => {
  const [first, second] = [await newCtx(), await newCtx()];
  const limits = { callsPerConversation: 1, callsPerTenant: 1 };
  const subjectId = crypto.randomUUID();
  expect(await reserveModelCall(first, { subjectId, day, limits })).toBe(true);
  expect(await reserveModelCall(second, { subjectId, day, limits })).toBe(true);
  expect(await reserveModelCall(first, { subjectId, day, limits })).toBe(false);
});

test("a new day begins at the tenant's midnight", async () => {
  const clock = testClock("2026-11-20T14:59:00Z");
  const ctx = testCtx(db, await createTenant(db), owner, clock);
  const limits = { callsPerConversation: 1, callsPerTenant: 1_000 };
  const subjectId = crypto.randomUUID();
  // 23.59 in Jayapura, two hours earlier in Jakarta.
  const jayapura = conversationBudget(ctx, { subjectId, timezone: "Asia/Jayapura", limits });
  const jakarta = conversationBudget(ctx, { subjectId, timezone: "Asia/Jakarta", limits });
  expect(await jayapura.reserve()).toBe(true);
  expect(await jakarta.reserve()).toBe(false);
  clock.advance(60_000);
  expect(await jakarta.reserve()).toBe(false);
  expect(await jayapura.reserve()).toBe(true);
  expect((await usageOf(ctx)).map((row) => row.day.toISOString().slice(0, 10))).toEqual(["2026-11-20", "2026-11-21"]);
});

test("tokens add up beside the calls, also when midnight lies between", async () => {
  const ctx = await newCtx();
  const subjectId = crypto.randomUUID();
  await reserveModelCall(ctx, { subjectId, day, limits: plenty });
  await Promise.all(
    [1, 2, 3].map((n) => recordModelTokens(ctx, { subjectId, day, inputTokens: 100 * n, outputTokens: n })),
  );
  await recordModelTokens(ctx, { subjectId, day: "2026-11-21", inputTokens: 7, outputTokens: 1 });
  expect(await usageOf(ctx)).toMatchObject([
    { calls: 1, inputTokens: 600, outputTokens: 6 },
    { calls: 0, inputTokens: 7, outputTokens: 1 },
  ]);
});

test("a call stays counted when the turn around it fails", async () => {
  const ctx = await newCtx();
  const subjectId = crypto.randomUUID();
  const failing = withTenant(ctx, async (tx) => {
    const within = { ...ctx, db: { ...db, open: { tenantId: ctx.tenant.id, tx } } };
    await reserveModelCall(within, { subjectId, day, limits: plenty });
    throw new Error("the turn failed");
  });
  await expect(failing).rejects.toThrow("the turn failed");
  expect(await usageOf(ctx)).toMatchObject([{ calls: 1 }]);
});
