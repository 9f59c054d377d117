import type { Context } from "hono";
import { chosenFiles } from "@/backend/platform/chosen-files";
import { type FieldErrors, ValidationError } from "@/backend/platform/errors";

/** A posted form: the last text of every field, and the file that was chosen. */
export type PostedForm = { text(name: string): string; all(name: string): string[]; file(name: string): File | null };

export async function readForm(c: Context): Promise<PostedForm> {
  const form = await c.req.formData();
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return {
    text: (name) => texts(name).at(-1) ?? "",
    all: texts,
    file: (name) => chosenFiles(form, name).at(0) ?? null,
  };
}

export type Attempt<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

/** What came of it, or the sentences per field when the input was wrong. Other errors go their way. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof ValidationError) return { ok: false, errors: error.fields ?? {} };
    throw error;
  }
}

/** The sentences alone; null when it worked. */
export async function wrongFields(work: () => Promise<unknown>): Promise<FieldErrors | null> {
  const result = await attempt(work);
  return result.ok ? null : result.errors;
}
