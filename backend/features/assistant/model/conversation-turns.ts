import type { ModelMessage } from "./language-model";

/**
 * Messages as both wire formats want them: beginning with the customer, roles alternating, nothing empty. What the
 * assistant said before the first message of the customer is left out. Null when the customer does not have the last word.
 */
export function toTurns(messages: readonly ModelMessage[]): ModelMessage[] | null {
  const turns: ModelMessage[] = [];
  for (const message of messages) {
    const text = message.text.trim();
    const last = turns.at(-1);
    if (!text || (!last && message.role === "assistant")) continue;
    if (last?.role === message.role) last.text += `\n${text}`;
    else turns.push({ role: message.role, text });
  }
  return turns.at(-1)?.role === "customer" ? turns : null;
}
