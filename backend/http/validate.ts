import { zValidator } from "@hono/zod-validator";
import type { ValidationTargets } from "hono";
import type { ZodError, ZodType } from "zod";
import { type FieldErrors, ValidationError } from "@/backend/platform/errors";

/** `validate("query", schema)`: a Hono validator that throws ValidationError with one sentence per field. */
export function validate<Target extends keyof ValidationTargets, Schema extends ZodType>(
  target: Target,
  schema: Schema,
) {
  return zValidator(target, schema, (result) => {
    if (!result.success) throw new ValidationError(fieldErrors(result.error));
  });
}

type Issues = Pick<ZodError, "issues">;

export function fieldErrors(error: Issues): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".") || "body";
    fields[field] ??= issue.message;
  }
  return fields;
}
