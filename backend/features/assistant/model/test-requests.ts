import type { ModelRequest } from "./language-model";

export function question(text: string, overrides: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: "FACTS\n- Harga Avanza hitam A01: Rp 185.000.000",
    messages: [{ role: "customer", text }],
    temperature: 0.3,
    maxOutputTokens: 400,
    ...overrides,
  };
}

export function never(): AbortSignal {
  return new AbortController().signal;
}
