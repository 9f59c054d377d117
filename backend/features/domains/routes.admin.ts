import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { claimDomain } from "./claim-domain";
import type { DomainDeps } from "./domain-deps";
import { domainReportSchema } from "./domain-report";
import type { ClaimView, DomainView } from "./domain-view";
import { getDomain } from "./get-domain";
import { removeDomain } from "./remove-domain";
import { claimDomainSchema } from "./schemas";
import { verifyDomain } from "./verify-domain";

const recordSchema = z.object({
  purpose: z.enum(["proof", "pointing", "www"]),
  type: z.enum(["TXT", "CNAME", "A", "AAAA", "ALIAS"]),
  name: z.string().openapi({ example: "_autoleads.showroomanda.com" }),
  host: z.string().openapi({ description: "What a registrar's form wants as name", example: "_autoleads" }),
  value: z.string(),
});

const claimSchema = z
  .object({
    customDomain: z.string().openapi({ example: "www.showroomanda.com" }),
    partner: z.string().nullable(),
    isApex: z.boolean(),
    status: z.enum(["pending", "verified", "failed"]),
    records: z.array(recordSchema),
    target: z.string(),
    report: domainReportSchema.nullable(),
    failures: z.number().int(),
    verifiedAt: z.iso.datetime().nullable(),
    healthySince: z.iso.datetime().nullable(),
    redirectStatus: z.union([z.literal(301), z.literal(307)]).nullable(),
  })
  .openapi("DomainClaim");

const domainSchema = z.object({ subdomainUrl: z.url(), claim: claimSchema.nullable() }).openapi("Domain");
const tags = ["Domain"];
const ownerOnly = { tags, description: "Owner only." };

const get = createRoute({
  ...ownerOnly,
  method: "get",
  path: "/",
  summary: "The showroom's own domain, its records and the last check",
  responses: { 200: okJson(domainSchema), 401: adminFailures[401], 403: adminFailures[403] },
});

const claim = createRoute({
  ...ownerOnly,
  method: "post",
  path: "/",
  summary: "Claims a domain; answers the records to set",
  request: { body: jsonBody(claimDomainSchema) },
  responses: { 200: okJson(domainSchema), ...adminFailures, 409: { description: "It serves another showroom" } },
});

const verify = createRoute({
  ...ownerOnly,
  method: "post",
  path: "/verify",
  summary: "Checks the claimed domain; `claim.report` names every missing record",
  responses: {
    200: okJson(domainSchema),
    401: adminFailures[401],
    403: adminFailures[403],
    409: { description: "Another showroom was first" },
    422: { description: "No domain is claimed" },
  },
});

const remove = createRoute({
  ...ownerOnly,
  method: "delete",
  path: "/",
  summary: "Gives the domain back",
  responses: {
    200: okJson(z.object({ removed: z.string() })),
    401: adminFailures[401],
    403: adminFailures[403],
    404: adminFailures[404],
  },
});

/** `/api/admin/domain` */
export function adminDomainRoutes({ domains }: { domains: DomainDeps }): OpenAPIHono<AdminEnv> {
  const router = adminRouter();
  router.openapi(get, async (c) => c.json(success(await getDomain(c.get("ctx"), domains)), 200));
  router.openapi(claim, async (c) =>
    c.json(success(await claimDomain(c.get("ctx"), domains, c.req.valid("json"))), 200),
  );
  router.openapi(verify, async (c) => c.json(success(await verifyDomain(c.get("ctx"), domains)), 200));
  router.openapi(remove, async (c) => {
    return c.json({ success: true as const, data: await removeDomain(c.get("ctx")) }, 200);
  });
  return router;
}

function success({ subdomainUrl, claim }: DomainView) {
  return { success: true as const, data: { subdomainUrl, claim: claim && toJson(claim) } };
}

function toJson(claim: ClaimView) {
  return {
    ...claim,
    verifiedAt: claim.verifiedAt?.toISOString() ?? null,
    healthySince: claim.healthySince?.toISOString() ?? null,
  };
}
