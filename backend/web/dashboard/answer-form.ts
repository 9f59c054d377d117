import type { Context } from "hono";
import { jsonError, toAppError } from "@/backend/http/error-response";
import { type DashboardEnv, type Flash, seeOther } from "./page";

/**
 * The answer to a small form of one button or field: back to the page with a word about it. An island that posts the
 * same form asks for JSON and stays where it is. What is not there, and what is not allowed, are pages of their own.
 */
export async function answerForm<E extends DashboardEnv>(
  c: Context<E>,
  path: string,
  work: () => Promise<Flash | undefined>,
): Promise<Response> {
  try {
    const flash = await work();
    return wantsJson(c) ? c.json({ success: true, data: { message: flash?.text ?? null } }) : seeOther(c, path, flash);
  } catch (error) {
    if (wantsJson(c)) return jsonError(c, error);
    const { code, userMessage, fields } = toAppError(error, c.get("requestId"));
    if (code === "not_found" || code === "forbidden" || code === "internal") throw error;
    return seeOther(c, path, { kind: "error", text: Object.values(fields ?? {})[0] ?? userMessage });
  }
}

export function wantsJson(c: Context): boolean {
  return c.req.header("accept") === "application/json";
}
