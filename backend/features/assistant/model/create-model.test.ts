import { afterAll, beforeAll, describe, expect, spyOn, test } from "bun:test";
import { setLogLevel } from "@/backend/platform/logger";
import { startFakeGemini } from "@/backend/testing/fake-models/fake-gemini";
import { startFakeOpenAi } from "@/backend/testing/fake-models/fake-openai";
import { testClock } from "@/backend/testing/test-database";
import { createModels, type ModelEnv, modelFor } from "./create-model";
import { question } from "./test-requests";

const [gemini, zai] = [startFakeGemini(), startFakeOpenAi()];
beforeAll(() => setLogLevel("debug"));
afterAll(async () => {
  setLogLevel("info");
  await Promise.all([gemini.stop(), zai.stop()]);
});

const env: ModelEnv = {
  LLM_PROVIDER: "none",
  LLM_TIMEOUT_MS: 6_000,
  GEMINI_API_URL: gemini.url,
  GEMINI_API_KEY: undefined,
  GEMINI_MODEL: "gemini-2.5-flash",
  ZAI_BASE_URL: zai.url,
  ZAI_API_KEY: undefined,
  ZAI_TEXT_MODEL: "glm-4.7",
};
const budget = { reserve: async () => true, record: async () => undefined };

function models(overrides: Partial<ModelEnv>) {
  return createModels({ ...env, ...overrides }, testClock());
}

describe("the installation's model", () => {
  test("none without a provider, even when keys are there", () => {
    expect(models({}).default).toBeNull();
    expect(models({ GEMINI_API_KEY: gemini.apiKey }).default).toBeNull();
  });

  test.each<[Partial<ModelEnv>, string]>([
    [{ LLM_PROVIDER: "gemini", GEMINI_API_KEY: gemini.apiKey }, "gemini:gemini-2.5-flash"],
    [{ LLM_PROVIDER: "zai", ZAI_API_KEY: zai.apiKey }, "zai:glm-4.7"],
    [{ LLM_PROVIDER: "fake", GEMINI_API_KEY: gemini.apiKey }, "fake:gemini-2.5-flash"],
  ])("%j answers", async (overrides, name) => {
    const model = models(overrides).default;
    expect(model?.name).toBe(name);
    expect(await model?.complete(question("berapa harga avanza?"), { budget })).toMatchObject({
      ok: true,
      text: "Siap Kak, Harga Avanza hitam A01: Rp 185.000.000.",
    });
  });
});

describe("a showroom's choice", () => {
  const configured = models({ LLM_PROVIDER: "gemini", GEMINI_API_KEY: gemini.apiKey, ZAI_API_KEY: zai.apiKey });

  test.each([
    ["default", "gemini:gemini-2.5-flash"],
    ["gemini", "gemini:gemini-2.5-flash"],
    ["zai", "zai:glm-4.7"],
    ["none", undefined],
  ] as const)("%s", (choice, name) => {
    expect(modelFor(configured, choice)?.name).toBe(name);
  });

  test("that has no key is no model, not another company's", () => {
    const onlyGemini = models({ LLM_PROVIDER: "gemini", GEMINI_API_KEY: gemini.apiKey });
    expect(modelFor(onlyGemini, "zai")).toBeNull();
  });
});

test("no key and no word of the conversation comes into the log", async () => {
  let log = "";
  const note = (chunk: unknown) => {
    log += String(chunk);
    return true;
  };
  const spies = [
    spyOn(process.stdout, "write").mockImplementation(note),
    spyOn(process.stderr, "write").mockImplementation(note),
  ];
  const { byProvider } = models({ GEMINI_API_KEY: gemini.apiKey, ZAI_API_KEY: "a-wrong-key-77" });
  const echo = { status: 401, body: { error: { message: gemini.apiKey, code: gemini.apiKey } } };
  gemini.faults.next.push(echo);
  await byProvider.get("gemini")?.complete(question("rahasia saya"), { budget });
  await byProvider.get("zai")?.complete(question("rahasia saya"), { budget });
  for (const spy of spies) spy.mockRestore();

  expect(log).toContain("a language model failed");
  expect(log).toContain("zai:glm-4.7");
  expect(log).not.toContain(gemini.apiKey);
  expect(log).not.toContain("a-wrong-key-77");
  expect(log).not.toContain("rahasia");
});
