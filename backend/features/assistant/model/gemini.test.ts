import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { startFakeGemini } from "@/backend/testing/fake-models/fake-gemini";
import { type ModelFault, noFaults } from "@/backend/testing/fake-models/faults";
import { createGeminiModel } from "./gemini";
import { never, question } from "./test-requests";

const fake = startFakeGemini();
afterAll(() => fake.stop());
beforeEach(() => {
  Object.assign(fake.faults, noFaults());
  fake.requests.length = 0;
});

function gemini(overrides: { model?: string; apiKey?: string; apiUrl?: string } = {}) {
  return createGeminiModel({ apiUrl: fake.url, apiKey: fake.apiKey, model: "gemini-2.5-flash", ...overrides });
}

function answerWith(fault: ModelFault) {
  fake.faults.next.push(fault);
  return gemini().complete(question("berapa harga avanza?"), never());
}

const finished = (finishReason: string | undefined, parts: unknown) => ({
  body: { candidates: [{ content: { parts, role: "model" }, finishReason, index: 0 }] },
});

test("a question is answered, with the model that answered and what it cost", async () => {
  const answer = await gemini().complete(question("berapa harga avanza?"), never());
  expect(answer).toEqual({
    ok: true,
    text: "Siap Kak, Harga Avanza hitam A01: Rp 185.000.000.",
    model: "gemini-2.5-flash",
    inputTokens: 17,
    outputTokens: 13,
  });
});

test("the key travels in its header and never in the address", async () => {
  await gemini({ apiUrl: `${fake.url}/v1beta/` }).complete(question("halo"), never());
  const [request] = fake.requests;
  expect(request?.path).toBe("/v1beta/models/gemini-2.5-flash:generateContent");
  expect(request?.query).toBe("");
  expect(request?.headers.get("x-goog-api-key")).toBe(fake.apiKey);
});

test("history, system prompt and limits arrive in Google's format, roles alternating", async () => {
  await gemini().complete(
    question("x", {
      messages: [
        { role: "assistant", text: "Selamat datang" },
        { role: "customer", text: "halo" },
        { role: "customer", text: "ada avanza?" },
        { role: "assistant", text: "Ada" },
        { role: "customer", text: "harganya?" },
      ],
    }),
    never(),
  );
  expect(fake.requests[0]?.body).toMatchObject({
    contents: [
      { role: "user", parts: [{ text: "halo\nada avanza?" }] },
      { role: "model", parts: [{ text: "Ada" }] },
      { role: "user", parts: [{ text: "harganya?" }] },
    ],
    generationConfig: { temperature: 0.3, maxOutputTokens: 400, thinkingConfig: { thinkingBudget: 0 } },
  });
});

describe("thinking is kept as short as each model allows", () => {
  test.each([
    ["gemini-2.5-flash-lite", { thinkingBudget: 0 }],
    ["gemini-3.5-flash-lite", { thinkingLevel: "minimal" }],
    ["gemini-2.5-pro", undefined],
  ])("%s", async (model, thinkingConfig) => {
    expect((await gemini({ model }).complete(question("halo"), never())).ok).toBe(true);
    expect(fake.requests[0]?.body).toHaveProperty("generationConfig");
    expect(JSON.stringify(fake.requests[0]?.body).includes("thinkingConfig")).toBe(thinkingConfig !== undefined);
    if (thinkingConfig) expect(fake.requests[0]?.body).toMatchObject({ generationConfig: { thinkingConfig } });
  });

  test("a model that takes no such setting any more is asked again without it, and from then on", async () => {
    const model = gemini();
    const message = "Budget 0 is invalid. This model only works in thinking mode.";
    fake.faults.next.push({ status: 400, body: { error: { code: 400, message, status: "INVALID_ARGUMENT" } } });
    expect((await model.complete(question("halo"), never())).ok).toBe(true);
    expect((await model.complete(question("halo"), never())).ok).toBe(true);
    const withThinking = fake.requests.map(({ body }) => JSON.stringify(body).includes("thinkingConfig"));
    expect(withThinking).toEqual([true, false, false]);
  });
});

describe("what is no finished text is a failure", () => {
  test.each<[string, ModelFault, string]>([
    ["the prompt was blocked", "prompt_blocked", "blocked"],
    ["safety cut the text", "answer_blocked", "blocked"],
    ["recited", finished("RECITATION", [{ text: "x" }]), "blocked"],
    ["a list of forbidden words", finished("BLOCKLIST", [{ text: "x" }]), "blocked"],
    ["prohibited", finished("PROHIBITED_CONTENT", undefined), "blocked"],
    ["personal data", finished("SPII", []), "blocked"],
    ["cut off at the limit", "cut_off", "empty"],
    ["no parts", "empty", "empty"],
    ["an empty content", { body: { candidates: [{ content: {}, index: 0 }] } }, "empty"],
    ["no content", { body: { candidates: [{ finishReason: "STOP" }] } }, "empty"],
    ["an empty text with STOP", finished("STOP", [{ text: "" }]), "empty"],
    ["only spaces", finished("STOP", [{ text: " \n\t " }]), "empty"],
    ["only thoughts", finished("STOP", [{ text: "hmm", thought: true }]), "empty"],
    ["only a function call", finished("STOP", [{ functionCall: { name: "x", args: {} } }]), "empty"],
    ["no candidates and no reason", { body: {} }, "empty"],
    ["an empty list of candidates", { body: { candidates: [] } }, "empty"],
    ["a reason newer than this code", finished("TIRED", [{ text: "Harga" }]), "empty"],
    ["a malformed call", finished("MALFORMED_FUNCTION_CALL", undefined), "empty"],
    ["a text without end", finished("STOP", [{ text: "a".repeat(30_000) }]), "invalid"],
    ["another shape", { body: { candidates: "none" } }, "invalid"],
    ["null", { body: null }, "invalid"],
    ["a JSON text", { body: '"hello"' }, "invalid"],
    ["not JSON", "not_json", "invalid"],
    ["half a JSON", "truncated_json", "invalid"],
  ])("%s", async (_name, fault, kind) => {
    expect(await answerWith(fault)).toMatchObject({ ok: false, kind });
  });

  test("what a cut-off text cost is still told", async () => {
    expect(await answerWith("cut_off")).toMatchObject({ spent: { inputTokens: 20, outputTokens: 8 } });
  });

  test("a real limit that is too short counts as cut off", async () => {
    const short = question("berapa harga avanza?", { maxOutputTokens: 5 });
    expect(await gemini().complete(short, never())).toMatchObject({ ok: false, kind: "empty" });
  });
});

describe("odd answers that are answers", () => {
  test.each<[string, ModelFault, string]>([
    ["several parts", finished("STOP", [{ text: "Ada, " }, { text: "kak." }]), "Ada, kak."],
    ["thoughts beside the text", finished("STOP", [{ text: "hmm", thought: true }, { text: "Ada." }]), "Ada."],
    ["no finish reason", finished(undefined, [{ text: "Helena" }]), "Helena"],
    ["text beside a function call", finished("STOP", [{ functionCall: { name: "x" } }, { text: "Ada." }]), "Ada."],
    ["characters that no message may hold", finished("STOP", [{ text: "A\u0000d\u0007a.\n\tYa" }]), "Ada.\n\tYa"],
  ])("%s", async (_name, fault, text) => {
    expect(await answerWith(fault)).toMatchObject({ ok: true, text });
  });

  test("a wrong content type and a padded body do no harm", async () => {
    expect((await answerWith("wrong_content_type")).ok).toBe(true);
    expect((await answerWith("huge")).ok).toBe(true);
  });

  test("thoughts are counted as output; counts that are no counts are 0", async () => {
    const candidates = [{ content: { parts: [{ text: "Ada." }] }, finishReason: "STOP" }];
    const costs = (usageMetadata: object) => answerWith({ body: { candidates, usageMetadata } });
    expect(await costs({ promptTokenCount: 9, candidatesTokenCount: 2, thoughtsTokenCount: 30 })).toMatchObject({
      inputTokens: 9,
      outputTokens: 32,
    });
    expect(await costs({ promptTokenCount: -5, candidatesTokenCount: 1e12 })).toMatchObject({
      inputTokens: 0,
      outputTokens: 0,
    });
  });
});

const violation = (quotaId: string) => ({
  "@type": "type.googleapis.com/google.rpc.QuotaFailure",
  violations: [{ quotaId }],
});
const tooMany = (...details: object[]) => ({ status: 429, body: { error: { code: 429, message: "x", details } } });

describe("refusals are told apart", () => {
  test.each<[string, ModelFault, object]>([
    ["too many this minute, with the time to wait", "rate_limited", { kind: "rate", retryAfterMs: 2_000 }],
    ["a fraction of seconds", tooMany({ retryDelay: "46.557228821s" }), { kind: "rate", retryAfterMs: 46_558 }],
    ["too many without details", tooMany(), { kind: "rate" }],
    ["too many with a strange delay", tooMany({ retryDelay: "soon" }), { kind: "rate" }],
    ["nothing left today, whatever delay comes with it", "quota_exhausted", { kind: "quota" }],
    ["the day among several quotas", tooMany(violation("PerMinute"), violation("xPerDayx")), { kind: "quota" }],
    ["a bad key", "bad_key", { kind: "auth", reason: "HTTP 400 API_KEY_INVALID" }],
    ["no permission", "forbidden", { kind: "auth" }],
    ["no such model", "model_gone", { kind: "model_gone" }],
    ["overloaded", "unavailable", { kind: "unavailable" }],
    ["broken", "server_error", { kind: "unavailable" }],
    ["too slow upstream", { status: 504, body: "" }, { kind: "unavailable" }],
    ["a bad gateway with a page", { status: 502, body: "<html>" }, { kind: "unavailable" }],
    ["a bad argument", { status: 400, body: { error: { code: 400, message: "x" } } }, { kind: "bad_request" }],
    ["a body too large", { status: 413, body: "" }, { kind: "bad_request" }],
    ["the connection dropped in the middle", "drop", { kind: "unavailable" }],
  ])("%s", async (_name, fault, expected) => {
    const answer = await answerWith(fault);
    expect(answer).toMatchObject({ ok: false, ...expected });
    expect("retryAfterMs" in answer).toBe("retryAfterMs" in expected);
  });

  test("nobody listens", async () => {
    const model = gemini({ apiUrl: "http://127.0.0.1:9" });
    expect(await model.complete(question("halo"), never())).toMatchObject({ ok: false, kind: "unavailable" });
  });

  test("a conversation without a last word of the customer is not sent", async () => {
    const answer = await gemini().complete(question("x", { messages: [] }), never());
    expect(answer).toMatchObject({ ok: false, kind: "bad_request" });
    expect(fake.requests).toEqual([]);
  });
});

describe("a signal ends the call", () => {
  test.each<ModelFault>(["hang", "hang_in_body"])("while it is %p", async (fault) => {
    fake.faults.next.push(fault, fault);
    const timeout = gemini().complete(question("halo"), AbortSignal.timeout(30));
    expect(await timeout).toMatchObject({ ok: false, kind: "timeout" });

    const controller = new AbortController();
    const aborted = gemini().complete(question("halo"), controller.signal);
    setTimeout(() => controller.abort(), 30);
    expect(await aborted).toMatchObject({ ok: false, kind: "aborted" });
  });

  test("one that has aborted before sends nothing", async () => {
    const answer = await gemini().complete(question("halo"), AbortSignal.abort());
    expect(answer).toMatchObject({ ok: false, kind: "aborted" });
    expect(fake.requests).toEqual([]);
  });
});

test("no key stands in a reason, whatever Google writes", async () => {
  const echo = `API key ${fake.apiKey} is bad`;
  const details = [{ "@type": "x", reason: fake.apiKey, retryDelay: fake.apiKey }];
  const echoes: ModelFault[] = [
    ...[400, 401, 403, 404, 429, 500].map((status) => ({
      status,
      body: { error: { message: echo, status: echo, details } },
    })),
    { body: { promptFeedback: { blockReason: fake.apiKey } } },
    finished(fake.apiKey, [{ text: echo }]),
    { status: 400, body: echo },
    { body: echo },
  ];
  for (const fault of echoes) {
    const answer = await answerWith(fault);
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain(fake.apiKey);
  }
  const wrong = gemini({ apiKey: "a-wrong-key-77" });
  const refused = await wrong.complete(question("halo"), never());
  expect(refused).toMatchObject({ ok: false, kind: "auth" });
  expect(JSON.stringify([refused, wrong.name])).not.toContain("a-wrong-key-77");
});
