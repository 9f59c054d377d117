import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { type SessionIdInput, sessionIdSchema } from "../schemas";
import { selfId } from "../users/user-store";

export type SessionView = {
  id: string;
  /** "Chrome di Android"; for a program, what it calls itself. */
  device: string;
  audience: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  isCurrent: boolean;
};

const MOST = 50;

/** Where one is logged in, the latest use first; `sessionId` is the session that asks. */
export async function listSessions(ctx: Ctx, input: SessionIdInput): Promise<SessionView[]> {
  const { sessionId } = parseInput(sessionIdSchema, input);
  const where = { tenantId: ctx.tenant.id, userId: selfId(ctx), revokedAt: null };

  return withTenant(ctx, async (tx) => {
    const { sessionVersion } = await tx.user.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: where.userId } },
      select: { sessionVersion: true },
    });
    const rows = await tx.session.findMany({
      where: { ...where, sessionVersion, expiresAt: { gt: ctx.clock.now() } },
      orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
      take: MOST,
    });
    return rows.map(({ id, userAgent, audience, address, createdAt, lastSeenAt, expiresAt }) => ({
      ...{ id, audience, address, createdAt, lastSeenAt, expiresAt },
      device: describeDevice(userAgent),
      isCurrent: id === sessionId,
    }));
  });
}

const BROWSERS: [RegExp, string][] = [
  [/Edg(?:A|iOS)?\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/OPR\/|Opera/, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/Linux|X11/, "Linux"],
];

function describeDevice(userAgent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && system) return `${browser} di ${system}`;
  return browser ?? system ?? (userAgent.slice(0, 60) || "Perangkat tidak dikenal");
}
