import type { Context } from "hono";
import { z } from "zod";
import { NotFoundError } from "@/backend/platform/errors";

/** The car of the address; what is no id is no car of this showroom. */
export function carIdOf(c: Context): string {
  const id = z.uuid().safeParse(c.req.param("id"));
  if (!id.success) throw new NotFoundError("car", { userMessage: "Unit tidak ditemukan." });
  return id.data;
}
