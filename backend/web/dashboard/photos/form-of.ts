import type { Context } from "hono";

/** The form that was posted; an empty one when the body is none. */
export async function formOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    return new FormData();
  }
}
