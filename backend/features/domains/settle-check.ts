import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { AppError } from "@/backend/platform/errors";
import { hostPair } from "./domain-name";
import { type DomainCheck, verdictOf } from "./domain-report";
import { afterCheck, type DomainChange, type DomainState } from "./domain-state";
import { type Claim, lockClaim, saveCheck } from "./domain-store";

type Settled = { change: DomainChange; state: DomainState };

/**
 * Writes down what a check of `checked` found. The look-ups took seconds outside of any transaction, so the claim is read
 * again: for another domain than the one that was looked at, nothing is concluded. `alsoInside` joins the transaction.
 * @throws AppError (conflict) when the claim was changed meanwhile, DomainTakenError
 */
export async function settleCheck(
  ctx: Ctx,
  checked: Claim,
  checks: DomainCheck[],
  { isDaily }: { isDaily: boolean },
  alsoInside: (tx: Tx, settled: Settled) => Promise<void> = async () => undefined,
): Promise<Settled> {
  const now = ctx.clock.now();

  return withTenant(ctx, async (tx) => {
    const claim = await lockClaim(tx, ctx);
    if (!claim || claim.domain.bare !== checked.domain.bare || claim.domain.www !== checked.domain.www) {
      throw new AppError("conflict", "the claim changed during the check");
    }
    const today = now.toISOString().slice(0, 10);
    const recheckedOn = isDaily ? today : (claim.report?.recheckedOn ?? null);
    const verdict = verdictOf(checks);
    const { state, change } = afterCheck(claim.state, verdict, { isDaily, now });
    const report = { checkedAt: now.toISOString(), checks, recheckedOn };
    await saveCheck(tx, ctx, { state, report, sslStatus: sslStatusOf(checks) });

    if (isOtherForVisitors(claim.state, state)) await bumpCatalogVersion(tx, ctx, "profile");
    const domain = hostPair(claim.domain).primary;
    if (change) await recordEvent(tx, ctx, { type: `domain.${change}`, data: { domain } });
    else if (isDaily && verdict === "failed") {
      await recordEvent(tx, ctx, { type: "domain.check_failed", data: { domain, failures: state.failures } });
    }
    await alsoInside(tx, { change, state });
    return { change, state };
  });
}

/** What the public sees depends on these two: who serves, and how permanent the redirect is. */
function isOtherForVisitors(before: DomainState, after: DomainState): boolean {
  return before.status !== after.status || before.healthySince?.getTime() !== after.healthySince?.getTime();
}

/** The address was asked over HTTPS with a checked certificate: an answer of any kind proves it. */
function sslStatusOf(checks: readonly DomainCheck[]): "valid" | null {
  return checks.some(({ name, ok }) => name === "wellKnown" && ok) ? "valid" : null;
}
