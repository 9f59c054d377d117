import { z } from "zod";
import {
  type BrainRequest,
  countTokens,
  type FakeModel,
  type FakeModelOptions,
  type SeenRequest,
  startFakeModelServer,
} from "./fake-model-server";
import { zaiError, zaiFault } from "./zai-errors";

/** Z.ai's chat completions on loopback, in the format of OpenAI; `url` is what ZAI_BASE_URL is set to. */
export function startFakeOpenAi(options: FakeModelOptions = {}): FakeModel {
  return startFakeModelServer({ basePath: "/api/paas/v4", read, answer, fault: zaiFault }, options);
}

const requestSchema = z.strictObject({
  model: z.string(),
  messages: z
    .array(z.strictObject({ role: z.enum(["system", "user", "assistant"]), content: z.string().min(1) }))
    .min(1),
  temperature: z.number().min(0).max(1).optional(),
  max_tokens: z.int().min(1).max(131_072).optional(),
  stream: z.literal(false).optional(),
  thinking: z.strictObject({ type: z.enum(["enabled", "disabled"]) }).optional(),
  reasoning_effort: z.enum(["low", "high", "max"]).optional(),
});
type ChatRequest = z.infer<typeof requestSchema>;

function read({ path, headers, body }: SeenRequest, apiKey: string): BrainRequest | Response {
  if (path !== "/api/paas/v4/chat/completions") return zaiError(404, "404", "Not Found");
  const key = headers.get("authorization");
  if (!key) return zaiError(401, "1001", "Authentication parameter not received in Header");
  if (key !== `Bearer ${apiKey}`) return zaiError(401, "1000", "Authentication Failed");
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join(".") || "body";
    return zaiError(400, "1214", `Invalid ${field} parameter. Please check the documentation`);
  }
  const problem = whyRefused(parsed.data);
  return problem ?? toBrainRequest(parsed.data);
}

function whyRefused({ model, messages, thinking }: ChatRequest): Response | null {
  if (!model.startsWith("glm-")) return zaiError(400, "1211", "Unknown Model, please check the model code.");
  if (messages.slice(1).some(({ role }) => role === "system") || messages.at(-1)?.role !== "user") {
    return zaiError(400, "1214", "Incorrect role information");
  }
  const alwaysThinks = /^glm-5\.[3-9]/.test(model);
  if (alwaysThinks && thinking?.type === "disabled") return zaiError(400, "1210", "thinking cannot be disabled");
  return null;
}

function toBrainRequest({ model, messages, temperature, max_tokens }: ChatRequest): BrainRequest {
  return {
    model,
    system: messages.find(({ role }) => role === "system")?.content ?? "",
    messages: messages
      .filter(({ role }) => role !== "system")
      .map(({ role, content }) => ({ role: role === "user" ? "customer" : "assistant", text: content })),
    temperature: temperature ?? null,
    maxOutputTokens: max_tokens ?? null,
  };
}

function answer(text: string, request: BrainRequest, isCut: boolean): object {
  const id = crypto.randomUUID();
  const prompt_tokens = countTokens(request.system + request.messages.map((message) => message.text).join(""));
  const completion_tokens = countTokens(text);
  return {
    id,
    request_id: id,
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    choices: [
      {
        index: 0,
        finish_reason: isCut ? "length" : "stop",
        message: { role: "assistant", content: text, reasoning_content: "" },
      },
    ],
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
  };
}
