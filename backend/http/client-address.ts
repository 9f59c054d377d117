import type { Context } from "hono";
import { z } from "zod";

/** What `server.ts` hands to the app beside the request. */
const connectionSchema = z.object({ address: z.string() });

/**
 * Network address of who asks, "" when it is not known. Behind a trusted proxy it is the last hop of X-Forwarded-For,
 * the one that proxy wrote itself: whatever stands before it came from the client.
 */
export function clientAddress(c: Context, { trustProxy }: { trustProxy: boolean }): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  if (forwarded) return forwarded.slice(0, 60);
  const connection = connectionSchema.safeParse(c.env);
  return connection.success ? connection.data.address : "";
}
