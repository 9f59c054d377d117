import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { startFakeOpenAi } from "@/backend/testing/fake-models/fake-openai";
import { type ModelFault, noFaults } from "@/backend/testing/fake-models/faults";
import { createOpenAiCompatibleModel } from "./openai-compatible";
import { toChatRequest } from "./openai-request";
import { never, question } from "./test-requests";

const fake = startFakeOpenAi();
afterAll(() => fake.stop());
beforeEach(() => {
  Object.assign(fake.faults, noFaults());
  fake.requests.length = 0;
});

function zai(overrides: { model?: string; apiKey?: string; baseUrl?: string } = {}) {
  const options = { provider: "zai", baseUrl: fake.url, apiKey: fake.apiKey, model: "glm-4.7" };
  return createOpenAiCompatibleModel({ ...options, ...overrides });
}

function answerWith(fault: ModelFault) {
  fake.faults.next.push(fault);
  return zai().complete(question("berapa harga avanza?"), never());
}

const finished = (finish_reason: string | undefined, content: unknown) => ({
  body: { choices: [{ index: 0, finish_reason, message: { role: "assistant", content } }] },
});
const coded = (status: number, code: string | number) => ({ status, body: { error: { code, message: "x" } } });

test("a question is answered, with the model that answered and what it cost", async () => {
  expect(await zai({ baseUrl: `${fake.url}/` }).complete(question("berapa harga avanza?"), never())).toEqual({
    ok: true,
    text: "Siap Kak, Harga Avanza hitam A01: Rp 185.000.000.",
    model: "glm-4.7",
    inputTokens: 17,
    outputTokens: 13,
  });
  expect(fake.requests[0]?.headers.get("authorization")).toBe(`Bearer ${fake.apiKey}`);
  expect(fake.requests[0]?.body).toMatchObject({
    messages: [{ role: "system" }, { role: "user", content: "berapa harga avanza?" }],
    temperature: 0.3,
    max_tokens: 400,
  });
});

describe("thinking is turned off or down for GLM, and not mentioned to others", () => {
  const sent = (model: string, baseUrl: string) => toChatRequest(question("halo"), model, baseUrl);

  test.each([
    ["glm-4.6", "https://llm.example.id/v1", { thinking: { type: "disabled" } }],
    ["glm-5.2", "https://api.z.ai/api/paas/v4", { thinking: { type: "disabled" } }],
    ["another", "https://open.bigmodel.cn/api/paas/v4", { thinking: { type: "disabled" } }],
    ["glm-5.3-flash", "https://api.z.ai/api/paas/v4", { reasoning_effort: "low" }],
    ["glm-6", "https://api.z.ai/api/paas/v4", { reasoning_effort: "low" }],
  ])("%s at %s", (model, baseUrl, expected) => {
    expect(sent(model, baseUrl)).toMatchObject(expected);
  });

  test("another provider's model", () => {
    const body = JSON.stringify(sent("gpt-4o-mini", "https://api.openai.com/v1"));
    expect(body).not.toMatch(/thinking|reasoning/);
    expect(JSON.stringify(sent("x", "https://not-z.ai.example.com/v1"))).not.toMatch(/thinking/);
  });

  test("a model that always thinks is not told otherwise", async () => {
    expect((await zai({ model: "glm-5.3" }).complete(question("halo"), never())).ok).toBe(true);
  });
});

describe("what is no finished text is a failure", () => {
  test.each<[string, ModelFault, string]>([
    ["sensitive", "answer_blocked", "blocked"],
    ["filtered", finished("content_filter", "x"), "blocked"],
    ["cut off at the limit", "cut_off", "empty"],
    ["an empty text", "empty", "empty"],
    ["no text", finished("stop", null), "empty"],
    ["a tool call", finished("tool_calls", ""), "empty"],
    ["a reason newer than this code", finished("tired", "Harga"), "empty"],
    ["only thoughts", finished("stop", "<think>hmm</think>\n"), "empty"],
    ["thoughts without end", finished("stop", "<think>hmm"), "empty"],
    ["no choices", { body: { choices: [] } }, "empty"],
    ["their network broke", finished("network_error", "Har"), "unavailable"],
    ["too much context", finished("model_context_window_exceeded", "Har"), "bad_request"],
    ["a text without end", finished("stop", "a".repeat(30_000)), "invalid"],
    ["parts instead of text", finished("stop", [{ type: "text", text: "x" }]), "invalid"],
    ["another shape", { body: { answer: "x" } }, "invalid"],
    ["null", { body: null }, "invalid"],
    ["not JSON", "not_json", "invalid"],
    ["half a JSON", "truncated_json", "invalid"],
    ["megabytes", "huge", "invalid"],
    ["a redirect", { status: 302, headers: { Location: "http://127.0.0.1:9/" }, body: "" }, "invalid"],
  ])("%s", async (_name, fault, kind) => {
    expect(await answerWith(fault)).toMatchObject({ ok: false, kind });
  });

  test("what a cut-off text cost is still told", async () => {
    expect(await answerWith("cut_off")).toMatchObject({ spent: { inputTokens: 20, outputTokens: 8 } });
  });
});

describe("odd answers that are answers", () => {
  test.each<[string, ModelFault, string]>([
    ["no finish reason", finished(undefined, "Ada."), "Ada."],
    ["thoughts before the text", finished("stop", "<think>hmm</think>\nAda."), "Ada."],
    ["characters that no message may hold", finished("stop", "A\u0000da."), "Ada."],
    ["a wrong content type", "wrong_content_type", "Siap Kak, Harga Avanza hitam A01: Rp 185.000.000."],
  ])("%s", async (_name, fault, text) => {
    expect(await answerWith(fault)).toMatchObject({ ok: true, text });
  });
});

describe("refusals are told apart", () => {
  test.each<[string, ModelFault, object]>([
    ["concurrency", "rate_limited", { kind: "rate", retryAfterMs: 1_000, reason: "HTTP 429 1302" }],
    ["frequency", coded(429, "1303"), { kind: "rate", retryAfterMs: 1_000 }],
    ["traffic", coded(429, "1305"), { kind: "rate", retryAfterMs: 1_000 }],
    ["the model is busy", coded(429, 1312), { kind: "rate", retryAfterMs: 1_000 }],
    ["the daily limit", "quota_exhausted", { kind: "quota", retryAfterMs: 3_600_000 }],
    ["a used-up plan", coded(429, "1308"), { kind: "quota", retryAfterMs: 3_600_000 }],
    ["a used-up week", coded(429, "1310"), { kind: "quota", retryAfterMs: 3_600_000 }],
    ["no balance, although it looks like a rate", coded(429, "1113"), { kind: "quota", retryAfterMs: 3_600_000 }],
    ["a locked account, although it looks like a rate", coded(429, "1112"), { kind: "auth" }],
    ["an irregular account, although it looks like a rate", coded(429, "1121"), { kind: "auth" }],
    ["a bad key", "bad_key", { kind: "auth", reason: "HTTP 401 1000" }],
    ["an expired key", coded(401, "1003"), { kind: "auth" }],
    ["no permission", "forbidden", { kind: "auth" }],
    ["no such model", "model_gone", { kind: "model_gone" }],
    ["bad parameters", coded(400, "1210"), { kind: "bad_request" }],
    ["too long a prompt", coded(400, "1261"), { kind: "bad_request" }],
    ["a sensitive prompt", "prompt_blocked", { kind: "blocked" }],
    ["broken", "server_error", { kind: "unavailable" }],
    ["unavailable", "unavailable", { kind: "unavailable" }],
    ["an error inside a success", coded(200, "1302"), { kind: "rate", retryAfterMs: 1_000 }],
    ["OpenAI: no quota", coded(429, "insufficient_quota"), { kind: "quota", retryAfterMs: 3_600_000 }],
    ["OpenAI: a bad key", coded(401, "invalid_api_key"), { kind: "auth" }],
    ["OpenAI: no such model", coded(404, "model_not_found"), { kind: "model_gone" }],
    ["Azure: filtered", coded(400, "content_filter"), { kind: "blocked" }],
    ["DeepSeek: no balance", { status: 402, body: "" }, { kind: "quota" }],
    ["a code nobody knows", coded(429, "9999"), { kind: "rate" }],
    ["a page", { status: 502, body: "<html>" }, { kind: "unavailable" }],
    ["told how long", { status: 429, headers: { "Retry-After": "7" }, body: {} }, { kind: "rate" }],
    ["the connection dropped in the middle", "drop", { kind: "unavailable" }],
  ])("%s", async (_name, fault, expected) => {
    const answer = await answerWith(fault);
    expect(answer).toMatchObject({ ok: false, ...expected });
    expect("retryAfterMs" in answer).toBe("retryAfterMs" in expected);
  });

  test("how long to wait is read from the header", async () => {
    const headers = { "Retry-After": "7" };
    const { body } = coded(429, "1302");
    expect(await answerWith({ status: 429, headers, body })).toMatchObject({ retryAfterMs: 7_000 });
  });

  test("nobody listens", async () => {
    const model = zai({ baseUrl: "http://127.0.0.1:9" });
    expect(await model.complete(question("halo"), never())).toMatchObject({ ok: false, kind: "unavailable" });
  });
});

describe("a signal ends the call", () => {
  test.each<ModelFault>(["hang", "hang_in_body"])("while it is %p", async (fault) => {
    fake.faults.next.push(fault, fault);
    const timeout = zai().complete(question("halo"), AbortSignal.timeout(30));
    expect(await timeout).toMatchObject({ ok: false, kind: "timeout" });

    const controller = new AbortController();
    const aborted = zai().complete(question("halo"), controller.signal);
    setTimeout(() => controller.abort(), 30);
    expect(await aborted).toMatchObject({ ok: false, kind: "aborted" });
  });

  test("one that has aborted before sends nothing", async () => {
    expect(await zai().complete(question("halo"), AbortSignal.abort())).toMatchObject({ kind: "aborted" });
    expect(fake.requests).toEqual([]);
  });
});

test("no key stands in a reason, whatever the provider writes", async () => {
  const echo = `Incorrect API key provided: ${fake.apiKey}`;
  const echoes: ModelFault[] = [
    ...[400, 401, 404, 429, 500].map((status) => ({
      status,
      body: { error: { code: fake.apiKey, type: fake.apiKey, message: echo } },
    })),
    finished(fake.apiKey, echo),
    { body: echo },
  ];
  for (const fault of echoes) {
    const answer = await answerWith(fault);
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain(fake.apiKey);
  }
});
