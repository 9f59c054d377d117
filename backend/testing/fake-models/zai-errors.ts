import type { WireFault } from "./faults";

/** How Z.ai says each of these. */
export function zaiFault(fault: WireFault): Response {
  switch (fault) {
    case "rate_limited":
      return zaiError(429, "1302", "High concurrency usage of this API, please reduce concurrency");
    case "quota_exhausted":
      return zaiError(429, "1304", "Daily call limit for this API reached");
    case "unavailable":
      return zaiError(503, "1234", "Network error, error id: 20261120");
    case "server_error":
      return zaiError(500, "500", "Internal Error");
    case "bad_key":
      return zaiError(401, "1000", "Authentication Failed");
    case "forbidden":
      return zaiError(434, "1220", "You do not have permission to access chat completions");
    case "model_gone":
      return zaiError(400, "1211", "Unknown Model, please check the model code.");
    case "prompt_blocked":
      return zaiError(400, "1301", "System detected potentially unsafe or sensitive content in input or generation.");
    case "answer_blocked":
      return finished("sensitive", "No");
    case "cut_off":
      return finished("length", "Untuk Avanza itu harganya Rp 1");
    case "empty":
      return finished("stop", "");
  }
}

/** `{error: {code: "1302", message}}` */
export function zaiError(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

function finished(finish_reason: string, content: string): Response {
  const usage = { prompt_tokens: 20, completion_tokens: 8, total_tokens: 28 };
  const message = { role: "assistant", content, reasoning_content: "" };
  return Response.json({ id: "x", model: "glm-4.7", choices: [{ index: 0, finish_reason, message }], usage });
}
