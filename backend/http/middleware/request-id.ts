import { createMiddleware } from "hono/factory";

/** Names a request in logs and events. A caller's own id is not taken over: it would be theirs to forge. */
export const requestId = createMiddleware<{ Variables: { requestId: string } }>(async (c, next) => {
  const id = Bun.randomUUIDv7("base64url");
  c.set("requestId", id);
  await next();
  c.res.headers.set("x-request-id", id);
});
