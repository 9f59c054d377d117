import { describe, expect, test } from "bun:test";
import { AppError, ForbiddenError, NotFoundError } from "@/backend/platform/errors";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import { createFaq, deleteFaq, getFaq, listFaqs, loadKnowledge, moveFaq, orderFaqs, updateFaq } from "./index";

const db = await openTestDatabase();

async function showroom(...questions: string[]) {
  const tenant = await createTenant(db);
  const ctx = testCtx(db, tenant);
  const faqs = [];
  for (const question of questions) faqs.push(await createFaq(ctx, { question, answer: "Bisa." }));
  const order = async () => (await listFaqs(ctx)).map(({ question }) => question);
  return { ctx, faqs, order, ids: faqs.map(({ id }) => id), sales: testCtx(db, tenant, salesPerson) };
}

describe("the owner's own answers", () => {
  test("are what the assistant knows, in the owner's order", async () => {
    const { ctx, ids, order } = await showroom("Satu?", "Dua?", "Tiga?");
    await moveFaq(ctx, ids[2] ?? "", "up");
    expect(await order()).toEqual(["Satu?", "Tiga?", "Dua?"]);
    await moveFaq(ctx, ids[0] ?? "", "up");
    expect(await order()).toEqual(["Satu?", "Tiga?", "Dua?"]);
    await orderFaqs(ctx, [...ids].reverse());
    expect((await loadKnowledge(ctx)).faqs.map(({ question }) => question)).toEqual(["Tiga?", "Dua?", "Satu?"]);
  });

  test("an order made from a list that has changed is a conflict and changes nothing", async () => {
    const { ctx, ids, order } = await showroom("Satu?", "Dua?");
    await createFaq(ctx, { question: "Baru?", answer: "Ya." });
    const error = await orderFaqs(ctx, [...ids].reverse()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "conflict" });
    expect(await order()).toEqual(["Satu?", "Dua?", "Baru?"]);
  });

  test("can be changed and deleted", async () => {
    const { ctx, ids } = await showroom("Satu?");
    await updateFaq(ctx, ids[0] ?? "", { question: "Satu lagi?", answer: "Tentu." });
    expect(await getFaq(ctx, ids[0] ?? "")).toMatchObject({ question: "Satu lagi?", answer: "Tentu." });
    await deleteFaq(ctx, ids[0] ?? "");
    expect(await listFaqs(ctx)).toEqual([]);
  });

  test("hides another showroom's, and refuses sales", async () => {
    const { ids: theirs } = await showroom("Rahasia?");
    const { ctx, sales } = await showroom();
    for (const id of [theirs[0] ?? "", "bukan-id"]) {
      expect(getFaq(ctx, id)).rejects.toBeInstanceOf(NotFoundError);
      expect(updateFaq(ctx, id, { question: "X y?", answer: "Ya" })).rejects.toBeInstanceOf(NotFoundError);
      expect(deleteFaq(ctx, id)).rejects.toBeInstanceOf(NotFoundError);
      expect(moveFaq(ctx, id, "up")).rejects.toBeInstanceOf(NotFoundError);
    }
    expect(createFaq(sales, { question: "Boleh?", answer: "Tidak" })).rejects.toBeInstanceOf(ForbiddenError);
    expect(orderFaqs(sales, [])).rejects.toBeInstanceOf(ForbiddenError);
  });
});
