import type { WireFault } from "./faults";

/** How Google says each of these. */
export function geminiFault(fault: WireFault): Response {
  switch (fault) {
    case "rate_limited":
      return tooMany("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "2s");
    case "quota_exhausted":
      return tooMany("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "46s");
    case "unavailable":
      return geminiError(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
    case "server_error":
      return geminiError(500, "INTERNAL", "An internal error has occurred. Please retry or report it.");
    case "bad_key":
      return geminiError(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [
        { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID", domain: "googleapis.com" },
      ]);
    case "forbidden":
      return geminiError(403, "PERMISSION_DENIED", "Permission denied");
    case "model_gone":
      return geminiError(404, "NOT_FOUND", "This model is not found for API version v1beta.");
    case "prompt_blocked":
      return Response.json({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" }, usageMetadata });
    case "answer_blocked":
      return finished("SAFETY", [{ text: "No" }]);
    case "cut_off":
      return finished("MAX_TOKENS", [{ text: "Untuk Avanza itu harganya Rp 1" }]);
    case "empty":
      return finished("STOP", undefined);
  }
}

/** `{error: {code, message, status, details}}` */
export function geminiError(code: number, status: string, message: string, details?: object[]): Response {
  return Response.json({ error: { code, message, status, details } }, { status: code });
}

const usageMetadata = { promptTokenCount: 20, candidatesTokenCount: 8, totalTokenCount: 28 };

function finished(finishReason: string, parts: object[] | undefined): Response {
  return Response.json({ candidates: [{ content: { parts, role: "model" }, finishReason, index: 0 }], usageMetadata });
}

function tooMany(quotaId: string, retryDelay: string): Response {
  const links = [{ description: "Learn more", url: "https://ai.google.dev/gemini-api/docs/rate-limits" }];
  return geminiError(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota, please check your plan.", [
    { "@type": "type.googleapis.com/google.rpc.Help", links },
    { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [{ quotaId, quotaValue: "20" }] },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay },
  ]);
}
