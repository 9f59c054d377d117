import { z } from "zod";
import { codeWord } from "./answer-text";
import { type ModelFailure, type ModelFailureKind, modelFailure } from "./language-model";

const errorSchema = z.object({
  error: z.object({
    code: z.union([z.string(), z.number()]).nullish().catch(null),
    type: z.string().nullish().catch(null),
  }),
});

/** Codes of Z.ai (docs.z.ai/api-reference/api-code); one HTTP status stands for several of them. */
const ZAI_KINDS: Record<string, ModelFailureKind> = {
  ...each("auth", 1000, 1001, 1002, 1003, 1004, 1110, 1111, 1112, 1120, 1121, 1220, 1309),
  ...each("quota", 1113, 1304, 1308, 1310, 1313),
  ...each("bad_request", 1210, 1212, 1213, 1214, 1215, 1231, 1261),
  ...each("model_gone", 1211, 1221, 1222, 1311),
  ...each("unavailable", 500, 1230, 1234),
  ...each("blocked", 1300, 1301),
  ...each("rate", 1302, 1303, 1305, 1312),
};

/** Codes of OpenAI and of those that copy it. */
const OPENAI_KINDS: Record<string, ModelFailureKind> = {
  invalid_api_key: "auth",
  insufficient_quota: "quota",
  billing_hard_limit_reached: "quota",
  rate_limit_exceeded: "rate",
  model_not_found: "model_gone",
  context_length_exceeded: "bad_request",
  content_filter: "blocked",
  content_policy_violation: "blocked",
};

/** Z.ai does not say how long: its rates are about calls at once and per second, its quotas may be filled up any time. */
const DEFAULT_WAIT_MS: Partial<Record<ModelFailureKind, number>> = { rate: 1_000, quota: 60 * 60_000 };

/** What an error body and its status mean. Null when the body holds no error although the status is a success. */
export function readChatFailure(status: number, body: unknown, retryAfter: string | null): ModelFailure | null {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return status < 300 ? null : modelFailure(kindOfStatus(status), `HTTP ${status}`);

  const { code, type } = parsed.data.error;
  const kind = ZAI_KINDS[String(code)] ?? OPENAI_KINDS[String(code)] ?? OPENAI_KINDS[String(type)];
  const waitMs = secondsToMs(retryAfter) ?? (kind && DEFAULT_WAIT_MS[kind]);
  const reason = `HTTP ${status} ${codeWord(code ?? type)}`;
  return modelFailure(kind ?? kindOfStatus(status), reason, waitMs === undefined ? {} : { retryAfterMs: waitMs });
}

function kindOfStatus(status: number): ModelFailureKind {
  if (status === 401 || status === 403 || status === 434) return "auth";
  if (status === 402) return "quota";
  if (status === 404) return "model_gone";
  if (status === 429) return "rate";
  if (status === 408 || status >= 500) return "unavailable";
  return status >= 400 ? "bad_request" : "invalid";
}

function secondsToMs(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;
}

function each(kind: ModelFailureKind, ...codes: number[]): Record<string, ModelFailureKind> {
  return Object.fromEntries(codes.map((code) => [code, kind]));
}
