import type { Context } from "hono";
import { authenticate } from "@/backend/features/accounts";
import type { AdminEnv } from "@/backend/http/admin-api";
import { readSessionCookie } from "@/backend/http/session-cookie";
import type { SessionDeps } from "./session";

/** Whether the session a long request began with still stands, and is still the same person's: streams end with it. */
export function sessionAliveCheck(deps: SessionDeps): (c: Context<AdminEnv>) => Promise<boolean> {
  return async (c) => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    const token = bearer ?? readSessionCookie(c, deps);
    if (!token) return false;
    const { actor } = c.get("ctx");
    const found = await authenticate(deps, c.get("ctx"), { token, audience: bearer ? "api" : "page" });
    // Another role may see less: the browser begins anew and learns what.
    return found !== null && actor.type === "user" && found.actor.role === actor.role;
  };
}
