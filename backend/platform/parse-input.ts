import type { z } from "zod";
import { type FieldErrors, ValidationError } from "./errors";

/** What a verb was given, checked; says per field what is wrong ("priceRupiah", "changes.color"). */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;

  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "input"] ??= issue.message;
  throw new ValidationError(fields);
}
