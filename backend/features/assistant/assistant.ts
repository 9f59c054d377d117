import { recordEvent } from "@/backend/features/audit";
import type { PublicCar } from "@/backend/features/cars";
import type { TenantProfile } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { FactViolation } from "./fact-check/answer-facts";
import { checkFacts } from "./fact-check/check-facts";
import { redactForModel } from "./fact-check/redact-for-model";
import type { Knowledge } from "./knowledge";
import { type ConfiguredModels, modelFor } from "./model/create-model";
import type { ModelFailureKind, ModelMessage } from "./model/language-model";
import { conversationBudget, type ModelLimits } from "./model/model-budget";
import { BASE_PROMPT_VERSION, buildPrompt, PASS_ON } from "./prompt";
import type { AssistantSettings } from "./settings";

export type QuestionCar = PublicCar & {
  url: string /** What of the seller's words may be quoted. */;
  notes: readonly string[];
};

export type ModelQuestion = {
  /** The conversation: what the budget is counted by. */
  subjectId: string;
  text: string;
  history: readonly ModelMessage[];
  register: "indonesian" | "javanese" | "english";
  /** "Kak Rina" */
  call: string;
  showroom: { tenant: TenantProfile; siteUrl: string; knowledge: Knowledge };
  cars: readonly QuestionCar[];
};

/** Decisions as data: kept with the message and shown to the owner. */
export type ModelOutcome =
  | { type: "not_asked"; reason: string }
  | { type: "answered"; model: string; text: string }
  /** The model said that the facts do not answer it. */
  | { type: "passed_on"; model: string }
  | { type: "failed"; model: string; kind: ModelFailureKind; reason: string }
  /** It said something that is not in the facts. */
  | { type: "blocked"; model: string; violations: FactViolation[] };

export type Assistant = {
  isAvailable(settings: AssistantSettings): boolean;
  /** "1.4": wording of ours, settings of the owner's. */
  promptVersion(settingsVersion: number): string;
  ask(ctx: Ctx, question: ModelQuestion): Promise<ModelOutcome>;
};

export type AssistantDeps = {
  models: ConfiguredModels;
  limits: ModelLimits;
  /** Told of every wait for a model, so that others are served meanwhile. */
  meanwhile<T>(waiting: Promise<T>): Promise<T>;
};

const LONGEST_ANSWER_CHARACTERS = 1_200;
const LEAST_WORDS = 4;

/** A language model behind the fact check: what it cannot prove is not said. */
export function createAssistant({ models, limits, meanwhile }: AssistantDeps): Assistant {
  return {
    isAvailable: ({ provider }) => modelFor(models, provider) !== null,
    promptVersion: (settingsVersion) => `${BASE_PROMPT_VERSION}.${settingsVersion}`,
    async ask(ctx, question) {
      const { settings } = question.showroom.knowledge;
      const model = modelFor(models, settings.provider);
      if (!model) return { type: "not_asked", reason: "no_model" };

      const { system, facts } = buildPrompt(question);
      const { temperature, maxOutputTokens } = settings;
      const messages = [...question.history, { role: "customer" as const, text: question.text }].map(redacted);
      const budget = conversationBudget(ctx, {
        subjectId: question.subjectId,
        timezone: question.showroom.tenant.timezone,
        limits,
      });
      const answer = await meanwhile(model.complete({ system, messages, temperature, maxOutputTokens }, { budget }));
      if (!answer.ok) return { type: "failed", model: model.name, kind: answer.kind, reason: answer.reason };

      const text = answer.text.slice(0, LONGEST_ANSWER_CHARACTERS).trim();
      if (text.toUpperCase().includes(PASS_ON) || isBareYes(text)) return { type: "passed_on", model: model.name };
      const violations = checkFacts(text, facts);
      if (violations.length === 0) return { type: "answered", model: model.name, text };
      await recordBlocked(ctx, question, model.name, violations);
      return { type: "blocked", model: model.name, violations };
    },
  };
}

/** "Iya kak" agrees to whatever was asked, and there is nothing in it that could be checked. */
function isBareYes(text: string): boolean {
  return !/\d/.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length < LEAST_WORDS;
}

function redacted({ role, text }: ModelMessage): ModelMessage {
  return { role, text: redactForModel(text) };
}

async function recordBlocked(
  ctx: Ctx,
  question: ModelQuestion,
  model: string,
  violations: FactViolation[],
): Promise<void> {
  const data = { conversationId: question.subjectId, model, violations: violations.slice(0, 5) };
  await withTenant(ctx, (tx) => recordEvent(tx, ctx, { type: "model.answer_blocked", data }));
}
