import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { FlashView } from "@/frontend/dashboard/shell/shell-view";

export type Flash = {
  kind: "ok" | "error";
  text: string;
  /** What the form held is kept, although there is something to say; true unless the kind is "error". */
  isTaken?: boolean;
  /** A button beside the text that posts `fields` to `action` (an address of the dashboard). */
  undo?: { action: string; fields: Record<string, string>; label: string };
};

const COOKIE = "dashboard_flash";
const MAX_AGE_SECONDS = 60;
/** Browsers drop cookies above 4 KB. */
const MOST_BYTES = 3_500;

const flashSchema = z.object({
  kind: z.enum(["ok", "error"]),
  text: z.string().max(500),
  took: z.string().nullable(),
  undo: z
    .object({
      action: z.string().regex(/^\/dashboard\/[^\\]*$/),
      fields: z.record(z.string(), z.string()),
      label: z.string().max(60),
    })
    .nullable(),
});

/**
 * The answer to a POST that worked: the page at `path` (of this site), with a word about what was done.
 * An undo whose fields do not fit a cookie (about 3 KB) is left out.
 */
export function seeOther(c: Context, path: string, flash?: Flash): Response {
  if (flash) {
    const { kind, text, undo = null, isTaken = kind === "ok" } = flash;
    const said = { kind, text, took: isTaken ? c.req.path : null };
    const whole = encode({ ...said, undo });
    const value = whole.length <= MOST_BYTES ? whole : encode({ ...said, undo: null });
    setCookie(c, COOKIE, value, { path: "/", httpOnly: true, sameSite: "Lax", maxAge: MAX_AGE_SECONDS });
  }
  return c.redirect(path, 303);
}

/** What the request before left to say; said once. */
export function takeFlash(c: Context): FlashView | null {
  const value = getCookie(c, COOKIE);
  if (!value) return null;
  deleteCookie(c, COOKIE, { path: "/" });
  const flash = flashSchema.safeParse(decode(value));
  return flash.success ? flash.data : null;
}

function encode(flash: FlashView): string {
  return Buffer.from(JSON.stringify(flash)).toString("base64url");
}

function decode(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
