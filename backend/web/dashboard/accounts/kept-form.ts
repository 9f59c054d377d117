import type { Context } from "hono";
import { z } from "zod";
import { refererPath } from "@/backend/http/middleware/session";
import { safeReturnPath } from "@/backend/http/return-path";

const MOST_FIELDS = 300;
const MOST_CHARACTERS = 60_000;
/** A form with its photos; more is not taken in for somebody who is not logged in. */
const MOST_BYTES = 32_000_000;
const SECRET = /password|sandi|pin$|totp|code|token/i;

const pathSchema = z.string().refine((path) => safeReturnPath(path) === path);
const keptFormSchema = z.object({
  path: pathSchema,
  from: pathSchema,
  fields: z.array(z.tuple([z.string(), z.string()])).max(MOST_FIELDS),
  hasLostFiles: z.boolean(),
});

/** A form that was sent after its session had ended, carried through the log-in in a hidden field. */
export type KeptForm = z.infer<typeof keptFormSchema>;

/**
 * What was typed into the form of this request, without files and secrets; null when it is no form, is too large, or does
 * not go to a page of the dashboard. Only after the check for the same origin: it will be sent again after the log-in.
 */
export async function keepForm(c: Context): Promise<KeptForm | null> {
  const { pathname, search } = new URL(c.req.url);
  const path = pathname + search;
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/i.test(
    c.req.header("content-type") ?? "",
  );
  const byteCount = Number(c.req.header("content-length") ?? Number.NaN);
  if (!isForm || !(byteCount <= MOST_BYTES) || safeReturnPath(path) !== path) return null;

  const entries = [...(await c.req.formData())];
  const fields = entries.flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !SECRET.test(name) ? [[name, value]] : [],
  );
  const length = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (length > MOST_CHARACTERS || fields.length > MOST_FIELDS) return null;
  const hasLostFiles = entries.some(([, value]) => typeof value !== "string" && value.size > 0);
  return { path, from: refererPath(c), fields, hasLostFiles };
}

export function writeKeptForm(form: KeptForm): string {
  return JSON.stringify(form);
}

/** Null for everything that is not a form of ours. */
export function readKeptForm(text: string | undefined): KeptForm | null {
  if (!text || text.length > MOST_CHARACTERS * 2) return null;
  try {
    return keptFormSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
