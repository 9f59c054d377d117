import { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database, Tx } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import type { DomainName } from "./domain-name";
import { type DomainReport, readReport } from "./domain-report";
import type { DomainState } from "./domain-state";
import { DomainTakenError } from "./domain-taken-error";

/** A domain a showroom says is its own. */
export type Claim = {
  domain: DomainName;
  token: string;
  subdomain: string;
  state: DomainState;
  report: DomainReport | null;
};

const CLAIM_COLUMNS = {
  subdomain: true,
  customDomain: true,
  domainWww: true,
  domainStatus: true,
  domainToken: true,
  domainFailures: true,
  domainVerifiedAt: true,
  domainHealthySince: true,
  domainReport: true,
} as const;

const NOTHING = {
  domainFailures: 0,
  domainVerifiedAt: null,
  domainHealthySince: null,
  domainCheckedAt: null,
  sslStatus: null,
  domainReport: Prisma.DbNull,
};

/** The showroom's claim, null when it has none. */
export async function findClaim(tx: Tx, ctx: Ctx): Promise<Claim | null> {
  const row = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: CLAIM_COLUMNS });
  if (!row.customDomain || !row.domainStatus || !row.domainToken) return null;
  return {
    domain: { bare: row.customDomain, www: row.domainWww },
    token: row.domainToken,
    subdomain: row.subdomain,
    state: {
      status: row.domainStatus,
      failures: row.domainFailures,
      verifiedAt: row.domainVerifiedAt,
      healthySince: row.domainHealthySince,
    },
    report: readReport(row.domainReport),
  };
}

/** The same, held until the transaction ends: checks of one showroom follow one another. */
export async function lockClaim(tx: Tx, ctx: Ctx): Promise<Claim | null> {
  await tx.$executeRaw`SELECT 1 FROM tenants WHERE id = ${ctx.tenant.id} FOR UPDATE`;
  return findClaim(tx, ctx);
}

export async function subdomainOf(tx: Tx, ctx: Ctx): Promise<string> {
  return (await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: { subdomain: true } })).subdomain;
}

/** The token stays with the showroom for ever: whoever comes back to a domain finds the record still right. */
export async function startClaim(tx: Tx, ctx: Ctx, { bare, www }: DomainName, newToken: string): Promise<void> {
  const where = { id: ctx.tenant.id };
  const { domainToken } = await tx.tenant.findUniqueOrThrow({ where, select: { domainToken: true } });
  await tx.tenant.update({
    where,
    data: {
      ...NOTHING,
      customDomain: bare,
      domainWww: www,
      domainStatus: "pending",
      domainToken: domainToken ?? newToken,
    },
  });
}

export async function endClaim(tx: Tx, ctx: Ctx): Promise<void> {
  await tx.tenant.update({
    where: { id: ctx.tenant.id },
    data: { ...NOTHING, customDomain: null, domainWww: false, domainStatus: null },
  });
}

/** @throws DomainTakenError when another showroom verified the domain first */
export async function saveCheck(
  tx: Tx,
  ctx: Ctx,
  { state, report, sslStatus }: { state: DomainState; report: DomainReport; sslStatus: string | null },
): Promise<void> {
  try {
    await tx.tenant.update({
      where: { id: ctx.tenant.id },
      data: {
        domainStatus: state.status,
        domainFailures: state.failures,
        domainVerifiedAt: state.verifiedAt,
        domainHealthySince: state.healthySince,
        domainCheckedAt: report.checkedAt,
        domainReport: report,
        sslStatus,
      },
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw new DomainTakenError();
    throw error;
  }
}

/** Whether the domain serves another showroom. Says nothing about which. */
export async function isTaken(db: Database, bare: string, exceptTenantId: number): Promise<boolean> {
  const query = "SELECT 1 FROM tenants WHERE custom_domain = $1 AND domain_status = 'verified' AND id <> $2";
  return withSystem(db, async (sql) => (await sql.query(query, [bare, exceptTenantId])).rows.length > 0);
}

/** Tokens of all showrooms that claim the domain, verified or not yet. */
export async function tokensOfDomain(db: Database, bare: string): Promise<string[]> {
  const query =
    "SELECT domain_token FROM tenants WHERE custom_domain = $1 AND domain_token IS NOT NULL ORDER BY domain_status = 'verified' DESC, id";
  const { rows } = await withSystem(db, (sql) => sql.query<{ domain_token: string }>(query, [bare]));
  return rows.map(({ domain_token }) => domain_token);
}

/** Showrooms whose domain is looked at daily: those it serves, and those it may come back to. */
export async function tenantsToRecheck(db: Database): Promise<number[]> {
  const query = "SELECT id FROM tenants WHERE domain_status IN ('verified', 'failed') ORDER BY id";
  const { rows } = await withSystem(db, (sql) => sql.query<{ id: number }>(query));
  return rows.map(({ id }) => id);
}
