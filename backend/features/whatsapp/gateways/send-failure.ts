import type { SendResult } from "./gateway";

/** Errors of name lookup, connecting and TLS: they end before the request is written. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|ConnectionRefused|FailedToOpenSocket|(ERR_TLS_)?CERT_\w+|UNABLE_TO_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*)$/;

const retryUnreachableMs = 10_000;

/**
 * What a failed `fetch` means for a message. Only when it is certain that nothing was written may it be sent again; a
 * timeout or a broken connection leaves the outcome unknown. The reason names the error's code, never its text, which
 * may quote the request.
 */
export function sendFailureOf(error: unknown): SendResult {
  const { code, name } = describe(error);
  if (beforeSending.test(code)) {
    return { ok: false, kind: "rate", reason: `provider unreachable (${code})`, retryAfterMs: retryUnreachableMs };
  }
  if (name === "TimeoutError") return { ok: false, kind: "unknown", reason: "no answer in time" };
  if (name === "AbortError") return { ok: false, kind: "unknown", reason: "stopped while sending" };
  return { ok: false, kind: "unknown", reason: `connection failed (${code || name})` };
}

function describe(error: unknown): { code: string; name: string } {
  if (!(error instanceof Error)) return { code: "", name: "error" };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return { code, name: error.name };
}
