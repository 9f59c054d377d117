import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type AdminEnv, adminFailures, adminRouter } from "@/backend/http/admin-api";
import { eventStream } from "./event-stream";
import { readCursor } from "./live-cursor";

export type AdminLiveDeps = {
  /** Whether the session a request came with still stands; asked with every heartbeat. */
  isSessionAlive(c: Context<AdminEnv>): Promise<boolean>;
};

const eventsRoute = createRoute({
  method: "get",
  path: "/",
  tags: ["Events"],
  summary: "Live changes: message, conversation, lead, car, device (server-sent events)",
  description:
    "Each event's id resumes right behind it: sent back as Last-Event-ID (browsers do) or `since`, nothing is lost or " +
    "told twice. `ready` says where a stream without either begins; after `resync` load everything anew.",
  request: {
    query: z.object({ since: z.string().max(20_000).optional() }),
    headers: z.object({ "last-event-id": z.string().max(20_000).optional() }),
  },
  responses: {
    200: { description: "A stream", content: { "text/event-stream": { schema: z.string() } } },
    ...adminFailures,
  },
});

/** Mounted at /api/admin/events. */
export function adminLiveRoutes({ isSessionAlive }: AdminLiveDeps): OpenAPIHono<AdminEnv> {
  const app = adminRouter();
  app.openapi(eventsRoute, (c) => {
    const from = c.req.valid("header")["last-event-id"] || c.req.valid("query").since || "";
    return eventStream(c.get("ctx"), { since: readCursor(from), isAllowed: () => isSessionAlive(c) });
  });
  return app;
}
