import type { Clock } from "@/backend/platform/clock";
import type { Env } from "@/backend/platform/env";
import { createGeminiModel } from "./gemini";
import { createGuardedModel, type GuardedModel } from "./guarded-model";
import type { LanguageModel } from "./language-model";
import { createOpenAiCompatibleModel } from "./openai-compatible";

export type ModelEnv = Pick<
  Env,
  | "LLM_PROVIDER"
  | "LLM_TIMEOUT_MS"
  | "GEMINI_API_URL"
  | "GEMINI_API_KEY"
  | "GEMINI_MODEL"
  | "ZAI_BASE_URL"
  | "ZAI_API_KEY"
  | "ZAI_TEXT_MODEL"
>;

export type ModelProvider = "gemini" | "zai";

export type ConfiguredModels = {
  /** The installation's own choice; null: it works without a model. */
  default: GuardedModel | null;
  /** Every provider that has a key, for showrooms that choose another one. */
  byProvider: ReadonlyMap<ModelProvider, GuardedModel>;
};

/** The models this installation can use, each with one circuit for all showrooms. */
export function createModels(env: ModelEnv, clock: Clock): ConfiguredModels {
  const guard = (model: LanguageModel) => createGuardedModel({ model, clock, deadlineMs: env.LLM_TIMEOUT_MS });
  if (env.LLM_PROVIDER === "fake") return { default: guard(fakeModel(env)), byProvider: new Map() };

  const byProvider = new Map<ModelProvider, GuardedModel>();
  const { GEMINI_API_KEY: geminiKey, ZAI_API_KEY: zaiKey } = env;
  if (geminiKey) {
    const options = { apiUrl: env.GEMINI_API_URL, apiKey: geminiKey, model: env.GEMINI_MODEL };
    byProvider.set("gemini", guard(createGeminiModel(options)));
  }
  if (zaiKey) {
    const options = { provider: "zai", baseUrl: env.ZAI_BASE_URL, apiKey: zaiKey, model: env.ZAI_TEXT_MODEL };
    byProvider.set("zai", guard(createOpenAiCompatibleModel(options)));
  }
  return { default: env.LLM_PROVIDER === "none" ? null : (byProvider.get(env.LLM_PROVIDER) ?? null), byProvider };
}

/** The model a showroom has chosen. Null for "none" and for a provider without a key: never another company than chosen. */
export function modelFor(models: ConfiguredModels, choice: "default" | "none" | ModelProvider): GuardedModel | null {
  if (choice === "default") return models.default;
  return choice === "none" ? null : (models.byProvider.get(choice) ?? null);
}

/** Gemini's format, spoken to a server on this machine that whoever starts us has started. */
function fakeModel(env: ModelEnv): LanguageModel {
  const apiKey = env.GEMINI_API_KEY ?? "fake";
  return createGeminiModel({ provider: "fake", apiUrl: env.GEMINI_API_URL, apiKey, model: env.GEMINI_MODEL });
}
