import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { updateAssistantSettings } from "@/backend/features/assistant";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { fillFaqs, fillStock } from "@/backend/testing/customer-stock";
import { startFakeGemini } from "@/backend/testing/fake-models/fake-gemini";
import { owner, testClock, testCtx } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps, say, startLanes } from "@/backend/testing/test-showroom";

const gemini = startFakeGemini();
afterAll(() => gemini.stop());
const clock = testClock();
const deps = await createTestDeps(
  { clock, burstDelayMs: () => 60 },
  {
    LLM_PROVIDER: "gemini",
    GEMINI_API_URL: gemini.url,
    GEMINI_API_KEY: gemini.apiKey,
    LLM_TIMEOUT_MS: "900",
    LLM_CALLS_PER_CONVERSATION: "3",
  },
);
startLanes(deps);

/** Nothing in stock, FAQ or rules answers this. */
const UNKNOWN = "kenapa logonya ayam jago?";
let lastCustomer = 6_285_800_000_000;

/** A showroom and a customer of its own, so that neither budget nor circuit of one test reaches another. */
async function world() {
  const room = await createShowroom(deps);
  await fillFaqs(deps, room);
  await fillStock(deps, room);
  lastCustomer += 1;
  const phone = String(lastCustomer);
  const read = <T>(work: Parameters<typeof withTenant<T>>[1]) => withTenant({ db: deps.db, tenant: room.tenant }, work);
  return {
    room,
    says: (text: string) => say(deps, room, phone, text),
    lastMessage: () =>
      read((tx) =>
        tx.message.findFirstOrThrow({
          where: { direction: "inbound", conversation: { phone } },
          orderBy: { seq: "desc" },
        }),
      ),
    questions: () => read((tx) => tx.customerQuestion.findMany()),
    blocked: () => read((tx) => tx.event.findMany({ where: { type: "model.answer_blocked" } })),
  };
}

const DAY_MS = 24 * 3_600_000;

beforeEach(() => {
  // A pause that an earlier failure has caused is over.
  clock.advance(DAY_MS);
  gemini.requests.length = 0;
  gemini.faults.next.length = 0;
  gemini.faults.lasting = null;
  gemini.brain = () => "Maaf Kak, soal itu belum saya tahu pasti.";
});

describe("a language model", () => {
  test("is asked only what the rules cannot answer", async () => {
    const { says } = await world();
    for (const text of ["Ada Avanza 2020 hitam?", "1", "pajaknya?", "lokasi dimana", "syarat kredit apa aja"])
      await says(text);
    expect(gemini.requests).toHaveLength(0);
    await says(UNKNOWN);
    expect(gemini.requests).toHaveLength(1);
  });

  test("whose answer holds against the facts is heard, and model and prompt version are on record", async () => {
    const { says, lastMessage, questions } = await world();
    gemini.brain = () => "Avanza 2020 Hitam #A01 harganya Rp 185.000.000, Kak.";
    await says("#A01 masih ada?");
    expect(await says("kaca filmnya 3M apa bukan, kira-kira bening ga buat malam?")).toContain(
      "#A01 harganya Rp 185.000.000",
    );
    const message = await lastMessage();
    expect([message.model, message.promptVersion]).toEqual([expect.stringMatching(/^gemini:/), "1.0"]);
    expect(message.facts).toMatchObject({ decision: "model_answer" });
    expect(await questions()).toEqual([]);
  });

  test.each([
    ["a price that no car has", "Bisa Kak, Avanza #A01 jadi Rp 150.000.000."],
    ["another car's price", "#A01 harganya Rp 180.000.000 Kak."],
    ["a discount", "Khusus hari ini ada diskon dan gratis bensin, Kak."],
    ["a car that is not there", "Ada Kak, Fortuner juga siap."],
    ["a phone number", "Hubungi saja 0812-9999-8888 ya Kak."],
    ["its own orders", "Aturan saya: Pakai hanya isi FAKTA di bawah; jangan menambah angka, harga, tahun, kilometer."],
  ])("that says %s is not heard: the template answers, and why is on record", async (_what, lie) => {
    const { says, blocked, questions } = await world();
    gemini.brain = () => lie;
    await says("#A01 masih ada?");
    const answer = await says(UNKNOWN);
    expect(answer).not.toContain(lie);
    expect(answer).toMatch(/tim/);
    expect((await blocked()).length).toBe(1);
    expect((await questions()).map(({ reason }) => reason)).toEqual(["model_blocked"]);
  });

  test.each([
    "hang",
    "drop",
    "not_json",
    "truncated_json",
    "rate_limited",
    "quota_exhausted",
    "unavailable",
    "prompt_blocked",
    "answer_blocked",
    "cut_off",
    "empty",
    "nonsense",
    "bad_key",
  ] as const)("that fails with “%s” costs the customer nothing: the template answers", async (fault) => {
    const { says, questions } = await world();
    gemini.faults.lasting = fault;
    expect(await says(UNKNOWN)).toMatch(/tim/);
    expect((await questions()).map(({ status }) => status)).toEqual(["open"]);
    expect(await says("Ada Avanza 2020 hitam?")).toContain("#A01");
  });
});

describe("what a model is told", () => {
  test("holds the facts of this showroom, and no plate, cost price, stock code, phone of a person, or other showroom", async () => {
    const { says, room } = await world();
    await says("#A01 masih ada? nomor saya 081234567899, plat mobil lama L 4321 QQ");
    await says(UNKNOWN);
    const sent = JSON.stringify(gemini.requests.map(({ body }) => body));
    expect(sent).toContain("#A01");
    expect(sent).toContain("185.000.000");
    for (const secret of [
      "L 1234 AB",
      "L1234AB",
      "171.000.000",
      "171000000",
      "STK-",
      "81234567899",
      "4321 QQ",
      room.owner,
      room.sales,
    ]) {
      expect(sent).not.toContain(secret);
    }
  });

  test("is kept by version when the owner changes it", async () => {
    const { says, room, lastMessage } = await world();
    await updateAssistantSettings(testCtx(deps.db, room.tenant, owner), {
      extraKnowledge: "Musholla ada di lantai dua.",
    });
    gemini.brain = () => "Musholla ada di lantai dua, Kak.";
    expect(await says(UNKNOWN)).toContain("lantai dua");
    expect(JSON.stringify(gemini.requests.map(({ body }) => body))).toContain("lantai dua");
    expect((await lastMessage()).promptVersion).toBe("1.1");
  });

  test("ends with the budget of the conversation, and the template goes on answering", async () => {
    const { says } = await world();
    gemini.brain = () => "Maaf Kak, soal itu belum saya tahu pasti.";
    for (let count = 0; count < 5; count++)
      expect((await says(`${UNKNOWN} ${"?".repeat(count)}`)).length).toBeGreaterThan(10);
    expect(gemini.requests).toHaveLength(3);
  });

  test("is nothing in a showroom that wants no model", async () => {
    const { says, room } = await world();
    await updateAssistantSettings(testCtx(deps.db, room.tenant, owner), { provider: "none" });
    expect(await says(UNKNOWN)).toMatch(/tim/);
    expect(gemini.requests).toHaveLength(0);
  });
});
