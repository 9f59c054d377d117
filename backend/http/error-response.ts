import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { AppError, type ErrorCode } from "@/backend/platform/errors";
import { logger } from "@/backend/platform/logger";

export const STATUS_OF: Record<ErrorCode, ContentfulStatusCode> = {
  validation: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rule: 422,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** What a thrown value means to the outside. An unknown error is logged whole and answered without its text. */
export function toAppError(error: unknown, requestId = ""): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) return fromHttpException(error);
  logger.error("unexpected error", { requestId, error });
  return new AppError("internal", "unexpected error", { cause: error });
}

/** The JSON doors' one way to say no: `{ success: false, error: { code, message, fields? } }`. */
export function jsonError(c: Context, error: unknown): Response {
  const appError = toAppError(error, c.get("requestId"));
  const { code, userMessage: message, fields } = appError;
  return c.json({ success: false, error: { code, message, ...(fields && { fields }) } }, STATUS_OF[code]);
}

function fromHttpException(error: HTTPException): AppError {
  if (error.status === 413) return new AppError("too_large", error.message);
  if (error.status === 404) return new AppError("not_found", error.message);
  if (error.status === 401) return new AppError("unauthenticated", error.message);
  return error.status < 500
    ? new AppError("validation", error.message, { userMessage: "Permintaan tidak dapat dibaca." })
    : new AppError("internal", error.message, { cause: error });
}
