import { z } from "zod";
import {
  type BrainRequest,
  countTokens,
  type FakeModel,
  type FakeModelOptions,
  type SeenRequest,
  startFakeModelServer,
} from "./fake-model-server";
import { geminiError, geminiFault } from "./gemini-errors";

/** Google's generateContent on loopback; `url` is what GEMINI_API_URL is set to. */
export function startFakeGemini(options: FakeModelOptions = {}): FakeModel {
  return startFakeModelServer({ basePath: "", read, answer, fault: geminiFault }, options);
}

const partsSchema = z.array(z.strictObject({ text: z.string() })).min(1);
const requestSchema = z.strictObject({
  contents: z.array(z.strictObject({ role: z.enum(["user", "model"]), parts: partsSchema })).min(1),
  systemInstruction: z.strictObject({ role: z.string().optional(), parts: partsSchema }).optional(),
  safetySettings: z.array(z.strictObject({ category: z.string(), threshold: z.string() })).optional(),
  generationConfig: z
    .strictObject({
      temperature: z.number().min(0).max(2).optional(),
      maxOutputTokens: z.int().min(1).max(65_536).optional(),
      thinkingConfig: z
        .strictObject({ thinkingBudget: z.int().optional(), thinkingLevel: z.string().optional() })
        .optional(),
    })
    .optional(),
});
type GeminiRequest = z.infer<typeof requestSchema>;

function read({ path, headers, body }: SeenRequest, apiKey: string): BrainRequest | Response {
  const model = /^\/v1beta\/models\/([\w.-]+):generateContent$/.exec(path)?.[1];
  if (!model) return new Response("<title>Error 404 (Not Found)!!1</title>", { status: 404 });
  const key = headers.get("x-goog-api-key");
  if (!key) return geminiError(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers.");
  if (key !== apiKey) return geminiFault("bad_key");
  if (!/^gemini-\d/.test(model)) return geminiFault("model_gone");
  if (body === undefined) return refuse("Invalid JSON payload received. Unexpected token.");
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(`Invalid value at '${issue?.path.join(".")}': ${issue?.message}`);
  }
  const problem = whyRefused(parsed.data, model);
  return problem ? refuse(problem) : toBrainRequest(parsed.data, model);
}

function whyRefused({ contents, generationConfig }: GeminiRequest, model: string): string | null {
  if (contents.some(({ role }, index) => (role === "user") !== (index % 2 === 0))) {
    return "Please ensure that multiturn requests alternate between user and model.";
  }
  if (contents.at(-1)?.role !== "user") return "Please ensure that multiturn requests end with a user role.";
  const thinking = generationConfig?.thinkingConfig;
  const isOlder = /^gemini-2\.5/.test(model);
  if (thinking?.thinkingLevel && isOlder) return "Thinking level is not supported for this model.";
  if (thinking?.thinkingBudget === 0 && model === "gemini-2.5-pro") {
    return "Budget 0 is invalid. This model only works in thinking mode.";
  }
  return null;
}

function toBrainRequest({ contents, systemInstruction, generationConfig }: GeminiRequest, model: string): BrainRequest {
  const join = (parts: { text: string }[]) => parts.map(({ text }) => text).join("");
  return {
    model,
    system: join(systemInstruction?.parts ?? []),
    messages: contents.map(({ role, parts }) => ({
      role: role === "user" ? "customer" : "assistant",
      text: join(parts),
    })),
    temperature: generationConfig?.temperature ?? null,
    maxOutputTokens: generationConfig?.maxOutputTokens ?? null,
  };
}

function answer(text: string, request: BrainRequest, isCut: boolean): object {
  const promptTokenCount = countTokens(request.system + request.messages.map((message) => message.text).join(""));
  const candidatesTokenCount = countTokens(text);
  return {
    candidates: [
      { content: { parts: [{ text }], role: "model" }, finishReason: isCut ? "MAX_TOKENS" : "STOP", index: 0 },
    ],
    usageMetadata: { promptTokenCount, candidatesTokenCount, totalTokenCount: promptTokenCount + candidatesTokenCount },
    modelVersion: request.model,
    responseId: crypto.randomUUID(),
  };
}

function refuse(message: string): Response {
  return geminiError(400, "INVALID_ARGUMENT", message);
}
