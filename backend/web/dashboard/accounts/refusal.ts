import type { Context } from "hono";
import { TooManyTriesError } from "@/backend/features/accounts";
import { AppError, type FieldErrors } from "@/backend/platform/errors";

export type Refusal = { status: 422 | 429; message: string | null; errors: FieldErrors };

/**
 * What a form that was refused shows: sentences at its fields, else one on top. What is no refusal of an input (another
 * showroom's id, a missing right, a fault) is thrown on.
 */
export function refusalOf(c: Context, error: unknown): Refusal {
  if (error instanceof TooManyTriesError) {
    c.header("Retry-After", String(error.retryAfterSeconds));
    return { status: 429, message: error.userMessage, errors: {} };
  }
  if (!(error instanceof AppError) || !["validation", "rule", "conflict", "unauthenticated"].includes(error.code)) {
    throw error;
  }
  const errors = error.fields ?? {};
  return { status: 422, message: Object.keys(errors).length > 0 ? null : error.userMessage, errors };
}
