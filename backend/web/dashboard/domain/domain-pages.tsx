import { type Context, Hono } from "hono";
import { claimDomain, getDomain, removeDomain, verifyDomain } from "@/backend/features/domains";
import { AppError, type FieldErrors, NotFoundError } from "@/backend/platform/errors";
import type { ClaimFormProps } from "@/frontend/dashboard/domain/claim-form";
import { DomainPage } from "@/frontend/dashboard/domain/domain-page";
import { DOMAIN_PATH } from "@/frontend/dashboard/domain/domain-view";
import { RemoveDomainPage } from "@/frontend/dashboard/domain/remove-domain-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { toPageView } from "./domain-page-view";

type C = Context<DashboardEnv>;

/** The owner's wizard, mounted at /dashboard/pengaturan/domain. */
export function domainPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const { domains } = deps;

  const show = async (c: C, form: Pick<ClaimFormProps, "value" | "errors"> | null, status: 200 | 422 = 200) => {
    const { ctx, tenant } = c.var;
    const view = toPageView(await getDomain(ctx, domains), tenant.timezone, ctx.clock.now());
    const children = <DomainPage view={view} form={form && { ...form, isChange: view.claim !== null }} />;
    const scripts = form || !view.claim ? [] : ["domain.js"];
    return dashboardPage(c, deps, { title: "Domain", active: "pengaturan", scripts, status, children });
  };

  return new Hono<DashboardEnv>()
    .get("/", async (c) => {
      const { claim } = await getDomain(c.var.ctx, domains);
      const isChanging = c.req.query("ubah") !== undefined && claim !== null && claim.status !== "verified";
      return show(c, isChanging ? { value: claim.customDomain, errors: {} } : null);
    })
    .post("/", async (c) => {
      const typed = (await c.req.formData()).get("customDomain");
      const value = typeof typed === "string" ? typed : "";
      const errors = await refusalOf(() => claimDomain(c.var.ctx, domains, { customDomain: value }));
      return errors ? show(c, { value, errors }, 422) : seeOther(c, DOMAIN_PATH);
    })
    .post("/periksa", async (c) => {
      try {
        const { claim } = await verifyDomain(c.var.ctx, domains);
        return seeOther(c, DOMAIN_PATH, verdictOf(claim));
      } catch (error) {
        if (error instanceof AppError && ["conflict", "rule"].includes(error.code)) {
          return seeOther(c, DOMAIN_PATH, { kind: "error", text: error.userMessage });
        }
        throw error;
      }
    })
    .get("/lepas", async (c) => {
      const { claim, subdomainUrl } = await getDomain(c.var.ctx, domains);
      if (!claim) throw new NotFoundError("domain");
      const { customDomain, status } = claim;
      const children = <RemoveDomainPage {...{ customDomain, subdomainUrl, isServing: status === "verified" }} />;
      return dashboardPage(c, deps, { title: "Lepas domain", active: "pengaturan", children });
    })
    .post("/lepas", async (c) => {
      const { removed } = await removeDomain(c.var.ctx);
      return seeOther(c, DOMAIN_PATH, { kind: "ok", text: `${removed} dilepas.` });
    });
}

/** What is wrong with the domain that was typed, at its field; null when it was taken. */
async function refusalOf(claiming: () => Promise<unknown>): Promise<FieldErrors | null> {
  try {
    await claiming();
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || !["validation", "conflict", "rule"].includes(error.code)) throw error;
    return error.fields ?? { customDomain: error.userMessage };
  }
}

type Claim = Awaited<ReturnType<typeof verifyDomain>>["claim"];

function verdictOf(claim: Claim): { kind: "ok" | "error"; text: string } {
  const isFine = claim?.report?.checks.every(({ ok, required }) => ok || !required) ?? false;
  if (isFine && claim?.status === "verified") return { kind: "ok", text: `${claim.customDomain} aktif.` };
  return { kind: "error", text: "Belum semua benar. Lihat hasil pemeriksaan." };
}
