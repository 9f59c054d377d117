import { abortFailure, type LanguageModel, type ModelAnswer, modelFailure } from "./language-model";
import { readChatFailure } from "./openai-failure";
import { toChatRequest } from "./openai-request";
import { readChatResponse } from "./openai-response";

export type OpenAiCompatibleOptions = {
  /** First part of the name: "zai". */
  provider: string;
  /** Everything before "/chat/completions". */
  baseUrl: string;
  apiKey: string;
  model: string;
};

const MAX_BODY_BYTES = 1_000_000;

/** Z.ai, and every other endpoint that speaks OpenAI's chat completions. */
export function createOpenAiCompatibleModel(options: OpenAiCompatibleOptions): LanguageModel {
  const { provider, apiKey, model } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");

  return {
    name: `${provider}:${model}`,
    async complete(request, signal) {
      const body = toChatRequest(request, model, baseUrl);
      if (!body) return modelFailure("bad_request", "the last message is not the customer's");
      if (signal.aborted) return abortFailure(signal);
      try {
        const response = await fetch(`${baseUrl}/chat/completions`, {
          method: "POST",
          headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
          body: JSON.stringify(body),
          // The key must not follow to another host.
          redirect: "manual",
          signal,
        });
        return readResponse(response.status, await readText(response), response.headers.get("retry-after"), model);
      } catch {
        return signal.aborted ? abortFailure(signal) : modelFailure("unavailable", "the connection failed");
      }
    },
  };
}

function readResponse(status: number, text: string | null, retryAfter: string | null, model: string): ModelAnswer {
  if (text === null) return modelFailure("invalid", "the response is far too large");
  const body = parseJson(text);
  // Some say with HTTP 200 that it went wrong.
  const failure = readChatFailure(status, body, retryAfter);
  if (failure) return failure;
  return body === undefined ? modelFailure("invalid", "the response is not JSON") : readChatResponse(body, model);
}

/** Null when it is too large; the connection is closed as soon as that is known. */
async function readText(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
