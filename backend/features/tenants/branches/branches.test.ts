import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, NotFoundError } from "@/backend/platform/errors";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import { createBranch, deleteBranch, getBranch, listBranches, updateBranch } from "../index";

const db = await openTestDatabase();

async function showroom() {
  const tenant = await createTenant(db);
  const ctx = testCtx(db, tenant);
  const addPerson = (branchId: string) =>
    withTenant(ctx, (tx) =>
      tx.user.create({
        data: {
          tenantId: tenant.id,
          name: "Budi",
          email: `${crypto.randomUUID()}@x.id`,
          role: "sales",
          passwordHash: "-",
          permissions: [],
          branchId,
        },
      }),
    );
  return { tenant, ctx, sales: testCtx(db, tenant, salesPerson), addPerson };
}

describe("branches of a showroom", () => {
  test("one may have hours of its own, or the showroom's", async () => {
    const { ctx } = await showroom();
    const waru = await createBranch(ctx, { name: "Waru", hours: { sat: [["09:00", "13:00"]] } });
    expect(waru.hours?.sat).toEqual([["09:00", "13:00"]]);
    expect((await updateBranch(ctx, waru.id, { name: "Waru" })).hours).toBeNull();
    expect((await listBranches(ctx)).map(({ name }) => name)).toEqual(["Waru"]);
  });

  test("a deleted one hands its people over, and refuses to vanish into another showroom's branch", async () => {
    const { ctx, addPerson } = await showroom();
    const other = await showroom();
    const [from, to] = [await createBranch(ctx, { name: "A" }), await createBranch(ctx, { name: "B" })];
    const theirs = await createBranch(other.ctx, { name: "C" });
    await addPerson(from.id);
    expect(deleteBranch(ctx, from.id, theirs.id)).rejects.toBeInstanceOf(NotFoundError);
    await deleteBranch(ctx, from.id, to.id);
    expect((await getBranch(ctx, to.id)).people).toBe(1);
    await deleteBranch(ctx, to.id);
    expect(await listBranches(ctx)).toEqual([]);
  });

  test("hides another showroom's, refuses sales, and what is no id is not found", async () => {
    const { ctx, sales } = await showroom();
    const other = await showroom();
    const { id } = await createBranch(other.ctx, { name: "Rahasia" });
    for (const wrong of [id, "bukan-id"]) {
      expect(getBranch(ctx, wrong)).rejects.toBeInstanceOf(NotFoundError);
      expect(updateBranch(ctx, wrong, { name: "X" })).rejects.toBeInstanceOf(NotFoundError);
      expect(deleteBranch(ctx, wrong)).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(createBranch(sales, { name: "X" })).rejects.toBeInstanceOf(ForbiddenError);
    expect(deleteBranch(sales, id)).rejects.toBeInstanceOf(ForbiddenError);
  });

  test("every change empties the page cache", async () => {
    const { ctx, tenant } = await showroom();
    const version = async () =>
      (await withTenant(ctx, (tx) => tx.tenant.findUniqueOrThrow({ where: { id: tenant.id } }))).catalogVersion;
    const before = await version();
    const { id } = await createBranch(ctx, { name: "A" });
    await updateBranch(ctx, id, { name: "B" });
    await deleteBranch(ctx, id);
    expect(await version()).toBe(before + 3);
  });
});
