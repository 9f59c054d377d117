import { type GenerativeModel, GoogleGenerativeAI } from "@google/generative-ai";
import { geminiFailure, refusesThinkingConfig } from "./gemini-failure";
import { type ThinkingConfig, thinkingConfigOf, toGeminiRequest } from "./gemini-request";
import { readGeminiResponse } from "./gemini-response";
import { abortFailure, type LanguageModel, type ModelAnswer, type ModelRequest, modelFailure } from "./language-model";

export type GeminiOptions = {
  /** Scheme and host, with or without "/v1beta". */
  apiUrl: string;
  apiKey: string;
  model: string;
  /** First part of the name; "fake" when it is not Google that answers. */
  provider?: string;
};

/** Google's models through its client, which sends the key as a header and has no retry of its own. */
export function createGeminiModel({ apiUrl, apiKey, model, provider = "gemini" }: GeminiOptions): LanguageModel {
  const baseUrl = apiUrl.replace(/\/+$/, "").replace(/\/v1beta$/, "");
  const client = new GoogleGenerativeAI(apiKey).getGenerativeModel({ model }, { baseUrl });
  let thinkingConfig = thinkingConfigOf(model);

  return {
    name: `${provider}:${model}`,
    async complete(request, signal) {
      try {
        return await ask(client, model, request, thinkingConfig, signal);
      } catch (error) {
        if (signal.aborted) return abortFailure(signal);
        if (!thinkingConfig || !refusesThinkingConfig(error)) return geminiFailure(error);
      }
      // A name can lead to another model over night, with other settings.
      thinkingConfig = null;
      return ask(client, model, request, null, signal).catch((error: unknown) =>
        signal.aborted ? abortFailure(signal) : geminiFailure(error),
      );
    },
  };
}

/** Throws what the client throws. */
async function ask(
  client: GenerativeModel,
  model: string,
  request: ModelRequest,
  thinkingConfig: ThinkingConfig | null,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const body = toGeminiRequest(request, thinkingConfig);
  if (!body) return modelFailure("bad_request", "the last message is not the customer's");
  // The client does not notice a signal that has aborted before.
  if (signal.aborted) return abortFailure(signal);
  const { response } = await client.generateContent(body, { signal });
  return readGeminiResponse(response, model);
}
