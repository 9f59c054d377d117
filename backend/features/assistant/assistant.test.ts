import { describe, expect, test } from "bun:test";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, NotFoundError, RuleError, ValidationError } from "@/backend/platform/errors";
import { createTenant, openTestDatabase, owner, salesPerson, testCtx } from "@/backend/testing/test-database";
import { getAssistantSettings, listSettingsVersions, updateAssistantSettings } from "./assistant-settings";
import { loadKnowledge } from "./knowledge";
import { matchFaq } from "./match-faq";
import { answerQuestion, dismissQuestion, listOpenQuestions, recordQuestion } from "./questions";
import { readAssistantSettings } from "./settings";

const db = await openTestDatabase();

async function showroom(): Promise<{ boss: Ctx; sales: Ctx; conversationId: string }> {
  const tenant = await createTenant(db);
  const boss = testCtx(db, tenant, owner);
  const conversationId = await withTenant(boss, async (tx) => {
    const device = await tx.device.create({ data: { tenantId: tenant.id, number: `62811${tenant.id}` } });
    const chat = { tenantId: tenant.id, deviceId: device.id, persona: "customer" as const, chatId: "628570001" };
    return (await tx.conversation.create({ data: chat })).id;
  });
  return { boss, sales: testCtx(db, tenant, salesPerson), conversationId };
}

describe("the assistant's settings", () => {
  test("are complete without a row, and every change is a version with who made it", async () => {
    const { boss } = await showroom();
    expect((await getAssistantSettings(boss)).version).toBe(0);
    await updateAssistantSettings(boss, { name: "Dara" });
    const second = await updateAssistantSettings(boss, { personality: "casual", escalationWords: ["pengacara"] });
    expect([second.version, second.settings.name, second.settings.personality]).toEqual([2, "Dara", "casual"]);
    const versions = await listSettingsVersions(boss);
    expect(versions.map(({ version, settings }) => [version, settings.personality])).toEqual([
      [2, "casual"],
      [1, "friendly"],
    ]);
    expect(versions[0]?.actor).toMatchObject({ type: "user", name: "Pak Owner" });
    expect((await loadKnowledge(boss)).settingsVersion).toBe(2);
  });

  test("changed by two at once are two versions, and neither change is lost", async () => {
    const { boss } = await showroom();
    await Promise.all([
      updateAssistantSettings(boss, { name: "Dara" }),
      updateAssistantSettings(boss, { temperature: 0.7 }),
    ]);
    const { version, settings } = await getAssistantSettings(boss);
    expect([version, settings.name, settings.temperature]).toEqual([2, "Dara", 0.7]);
  });

  test("refuse what they cannot be, naming the field, and are not for sales", async () => {
    const { boss, sales } = await showroom();
    const wrong = await updateAssistantSettings(boss, { temperature: 7 }).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(ValidationError);
    expect(wrong).toMatchObject({ fields: { temperature: expect.any(String) } });
    await expect(updateAssistantSettings(sales, { name: "X" })).rejects.toBeInstanceOf(ForbiddenError);
    await expect(getAssistantSettings(sales)).rejects.toBeInstanceOf(ForbiddenError);
  });

  test("with one unreadable key keep the others", () => {
    expect(readAssistantSettings({ name: "Dara", temperature: "panas" })).toMatchObject({
      name: "Dara",
      temperature: 0.3,
    });
  });
});

describe("what nobody could answer", () => {
  test("is counted when asked again in other spelling, and answered once", async () => {
    const { boss, conversationId } = await showroom();
    await recordQuestion(boss, { text: "Kenapa logonya ayam?", reason: "unknown", conversationId });
    await recordQuestion(boss, { text: "knp logonya ayam??", reason: "unknown", conversationId });
    const [question, ...others] = await listOpenQuestions(boss);
    expect([question?.timesAsked, others.length]).toEqual([2, 0]);

    await answerQuestion(boss, { questionId: question?.id ?? "", answer: "Itu lambang keluarga kami.", asFaq: true });
    expect(await listOpenQuestions(boss)).toEqual([]);
    const { faqs } = await loadKnowledge(boss);
    expect(matchFaq("kenapa sih logonya ayam", faqs)?.faq.answer).toBe("Itu lambang keluarga kami.");
    await expect(dismissQuestion(boss, question?.id ?? "")).rejects.toBeInstanceOf(RuleError);
  });

  test("asked again after it was dismissed waits anew", async () => {
    const { boss, conversationId } = await showroom();
    const ask = () => recordQuestion(boss, { text: "Kenapa logonya ayam?", reason: "unknown", conversationId });
    await ask();
    await dismissQuestion(boss, (await listOpenQuestions(boss))[0]?.id ?? "");
    await ask();
    expect((await listOpenQuestions(boss)).map(({ timesAsked }) => timesAsked)).toEqual([1]);
  });

  test("hides another showroom's question, and refuses a sales actor", async () => {
    const [mine, theirs] = [await showroom(), await showroom()];
    await recordQuestion(theirs.boss, {
      text: "Rahasia apa?",
      reason: "unknown",
      conversationId: theirs.conversationId,
    });
    const [question] = await listOpenQuestions(theirs.boss);
    const answer = { questionId: question?.id ?? "", answer: "Tidak ada." };
    await expect(answerQuestion(mine.boss, answer)).rejects.toBeInstanceOf(NotFoundError);
    await expect(answerQuestion(theirs.sales, answer)).rejects.toBeInstanceOf(ForbiddenError);
    expect(await listOpenQuestions(mine.boss)).toEqual([]);
  });
});

describe("an FAQ is found by what it is about", () => {
  const faqs = [
    ["Apa saja syarat kredit mobil bekas?", "syarat"],
    ["DP minimal berapa?", "dp"],
    ["Bisa kirim ke luar kota?", "kirim"],
    ["Apakah ada garansi?", "garansi"],
    ["Boleh bawa mekanik atau inspektor sendiri?", "mekanik"],
    ["Berapa tanda jadi untuk booking?", "booking"],
  ].map(([question = "", answer = ""], index) => ({ id: String(index), question, answer }));

  test.each([
    ["syarat kreditnya apa aja kak?", "syarat"],
    ["dokumen buat nyicil apa aja", "syarat"],
    ["dp minimal brp", "dp"],
    ["bs kirim luar kota ga?", "kirim"],
    ["ada garansinya?", "garansi"],
    ["boleh bawa montir sendiri?", "mekanik"],
    ["tanda jadinya berapa", "booking"],
  ])("“%s”", (asked, answer) => {
    expect(matchFaq(asked, faqs)?.faq.answer).toBe(answer);
  });

  test.each(["ada avanza 2020 hitam?", "lokasi dimana", "halo kak", "berapa harganya", "kenapa logonya ayam?"])(
    "“%s” is about none of them",
    (asked) => {
      expect(matchFaq(asked, faqs)).toBeNull();
    },
  );
});
