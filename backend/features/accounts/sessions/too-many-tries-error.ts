import { AppError } from "@/backend/platform/errors";

/** Too many wrong tries; `retryAfterSeconds` from now the next one is looked at. */
export class TooManyTriesError extends AppError {
  constructor(readonly retryAfterSeconds: number) {
    super("rate_limited", `too many tries, wait ${retryAfterSeconds} s`, {
      userMessage: `Terlalu banyak percobaan. Coba lagi dalam ${describeWait(retryAfterSeconds)}.`,
    });
  }
}

function describeWait(seconds: number): string {
  return seconds < 60 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`;
}
