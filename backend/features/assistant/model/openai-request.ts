import { toTurns } from "./conversation-turns";
import type { ModelRequest } from "./language-model";

/** The JSON of a chat completion; null when the conversation does not end with the customer. */
export function toChatRequest(request: ModelRequest, model: string, baseUrl: string): object | null {
  const turns = toTurns(request.messages);
  if (!turns) return null;
  const messages = turns.map(({ role, text }) => ({ role: role === "customer" ? "user" : "assistant", content: text }));
  const system = request.system.trim() ? [{ role: "system", content: request.system }] : [];
  return {
    model,
    messages: [...system, ...messages],
    // Some, Z.ai among them, refuse more than 1.
    temperature: Math.min(request.temperature, 1),
    max_tokens: request.maxOutputTokens,
    stream: false,
    ...(isGlm(model, baseUrl) && lessThinking(model)),
  };
}

/** Others refuse fields they do not know. */
function isGlm(model: string, baseUrl: string): boolean {
  return /^glm-/i.test(model) || /(^|\.)(z\.ai|bigmodel\.cn)$/.test(new URL(baseUrl).hostname);
}

/** Thinking costs seconds and eats `max_tokens`. From glm-5.3 on it can only be lowered, and "disabled" is refused. */
function lessThinking(model: string): object {
  const [, major = "0", minor = "0"] = /^glm-(\d+)(?:\.(\d+))?/i.exec(model) ?? [];
  const alwaysThinks = Number(major) > 5 || (Number(major) === 5 && Number(minor) >= 3);
  return alwaysThinks ? { reasoning_effort: "low" } : { thinking: { type: "disabled" } };
}
