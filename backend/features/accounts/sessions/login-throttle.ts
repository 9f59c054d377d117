import { createHash } from "node:crypto";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { afterGivingBack, afterTry, type FailureCounter, secondsToWait } from "./throttle-rules";
import { TooManyTriesError } from "./too-many-tries-error";

/** The keys of one try; the first one's owner is forgiven everything when it succeeds. */
export type TryKeys = readonly [string, ...string[]];

export function loginKeys(email: string, address: string): TryKeys {
  return [accountKey(email), `address:${digest(networkOf(address))}`];
}

export function accountKey(email: string): string {
  return `account:${digest(email)}`;
}

/** For asking the password again of somebody who is logged in. */
export function confirmKey(userId: string): string {
  return `confirm:${userId}`;
}

/** For the PIN of WhatsApp commands. */
export function pinKey(userId: string): string {
  return `pin:${userId}`;
}

/**
 * Counts a try before its password is looked at: twenty at the same moment are twenty.
 * @throws TooManyTriesError when one of the keys has to wait; then nothing is counted
 */
export async function takeTry(ctx: Ctx, keys: TryKeys): Promise<void> {
  const now = ctx.clock.now();
  await withTenant(ctx, async (tx) => {
    await ensureLockedRows(tx, ctx, keys);
    const counters = await lockCounters(tx, ctx, keys);
    const seconds = Math.max(...counters.map((counter) => secondsToWait(counter, now)));
    if (seconds > 0) throw new TooManyTriesError(seconds);
    for (const counter of counters) await write(tx, ctx, counter.key, afterTry(counter, now));
  });
}

/** This try was no failure; earlier ones stay counted. */
export async function giveBackTry(tx: Tx, ctx: Ctx, keys: TryKeys): Promise<void> {
  for (const counter of await lockCounters(tx, ctx, keys)) {
    await write(tx, ctx, counter.key, afterGivingBack(counter, 1));
  }
}

/**
 * The account starts anew. Its address gets back only what this account cost it: whoever has one account of their own
 * must not wipe out their failures on others by logging in.
 */
export async function forgiveTries(tx: Tx, ctx: Ctx, keys: TryKeys): Promise<void> {
  const counters = await lockCounters(tx, ctx, keys);
  const cost = counters.find(({ key }) => key === keys[0])?.failures ?? 0;
  for (const counter of counters) await write(tx, ctx, counter.key, afterGivingBack(counter, cost));
}

/** Locks the rows of the keys, made where there are none, in one statement: a row cannot be swept away in between. */
async function ensureLockedRows(tx: Tx, { tenant, clock }: Ctx, keys: TryKeys): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO login_throttles (tenant_id, key, failures, last_failed_at)
    SELECT ${tenant.id}, key, 0, ${clock.now()} FROM unnest(${[...keys].sort()}::text[]) AS wanted(key)
    ON CONFLICT (tenant_id, key) DO UPDATE SET key = excluded.key`;
}

type KeyedCounter = FailureCounter & { key: string };

/** Always in the order of the keys, so that two tries never wait for each other. */
async function lockCounters(tx: Tx, { tenant }: Ctx, keys: TryKeys): Promise<KeyedCounter[]> {
  await tx.$queryRaw`
    SELECT 1 FROM login_throttles WHERE tenant_id = ${tenant.id} AND key = ANY(${[...keys]}) ORDER BY key FOR UPDATE`;
  return tx.loginThrottle.findMany({ where: { tenantId: tenant.id, key: { in: [...keys] } }, orderBy: { key: "asc" } });
}

async function write(tx: Tx, { tenant }: Ctx, key: string, counter: FailureCounter): Promise<void> {
  const { failures, lastFailedAt, blockedUntil } = counter;
  await tx.loginThrottle.update({
    where: { tenantId_key: { tenantId: tenant.id, key } },
    data: { failures, lastFailedAt, blockedUntil },
  });
}

/** One customer of a provider has a whole block: /24 of IPv4, /64 of IPv6. */
function networkOf(address: string): string {
  const ipv4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (ipv4?.[1]) return ipv4[1];
  return expandIpv6(address).slice(0, 4).join(":");
}

function expandIpv6(address: string): string[] {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after];
}

function digest(text: string): string {
  return createHash("sha256").update(text.trim().toLowerCase()).digest("base64url");
}
