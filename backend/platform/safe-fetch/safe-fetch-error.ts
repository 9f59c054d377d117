import { AppError, type ErrorCode } from "@/backend/platform/errors";

/**
 * - `blocked`: the address may not be asked, or redirected to one that may not; nothing was sent there.
 * - `too_large`, `status`, `timeout`, `network`: what happened while fetching.
 */
export type SafeFetchFailure = "blocked" | "too_large" | "status" | "timeout" | "network";

type SafeFetchErrorOptions = { status?: number | undefined; cause?: unknown };

export class SafeFetchError extends AppError {
  readonly failure: SafeFetchFailure;
  /** HTTP status of the answer, with failure `status`. */
  readonly status: number | undefined;

  /** `message` names the host at most: paths and queries of media addresses may be credentials. */
  constructor(failure: SafeFetchFailure, message: string, options: SafeFetchErrorOptions = {}) {
    super(codes[failure], `fetch ${failure}: ${message}`, { userMessage: userMessages[failure], cause: options.cause });
    this.failure = failure;
    this.status = options.status;
  }

  /** True when the same request may succeed a little later. */
  get isTemporary(): boolean {
    if (this.failure === "status") return this.status === 429 || (this.status ?? 0) >= 500;
    return this.failure === "timeout" || this.failure === "network";
  }
}

const codes: Record<SafeFetchFailure, ErrorCode> = {
  blocked: "forbidden",
  too_large: "too_large",
  status: "unavailable",
  timeout: "unavailable",
  network: "unavailable",
};

const userMessages: Record<SafeFetchFailure, string> = {
  blocked: "Alamat berkas ini tidak bisa kami buka.",
  too_large: "Berkasnya terlalu besar.",
  status: "Berkasnya tidak bisa diunduh. Silakan kirim lagi.",
  timeout: "Berkasnya terlalu lama diunduh. Silakan kirim lagi.",
  network: "Berkasnya tidak bisa diunduh. Silakan kirim lagi.",
};
