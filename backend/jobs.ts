import { forgetOldAccess } from "@/backend/features/accounts";
import { finishErasure, resumeSilentConversation } from "@/backend/features/conversations";
import { recheckDomain, scheduleRechecks } from "@/backend/features/domains";
import { coolLeads, expireOffer } from "@/backend/features/leads";
import { processPhoto, sweepOrphanPhotos } from "@/backend/features/photos";
import { tenantOrigin } from "@/backend/features/tenants";
import { sweepUnroutedWebhooks } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { withSystem } from "@/backend/platform/database/with-tenant";
import type { JobHandlers } from "@/backend/platform/queue/job-queue";
import type { Deps } from "./deps";

export type JobDeps = Pick<Deps, "db" | "clock" | "objectStore" | "directory" | "origin" | "domains">;

/** What each job does: a thin door to a verb, with the tenant the job is for. */
export function jobHandlers(deps: JobDeps): JobHandlers {
  return {
    "process-photo": ({ tenantId, photoId }) =>
      processPhoto(jobCtx(deps, tenantId, "process-photo"), deps.objectStore, photoId),
    "sweep-orphans": async () => {
      await sweepUnroutedWebhooks(deps.db.forWork());
      for (const tenantId of await tenantIds(deps)) {
        await sweepOrphanPhotos(jobCtx(deps, tenantId, "sweep-orphans"), deps.objectStore);
        await coolLeads(jobCtx(deps, tenantId, "cool-leads"));
        await forgetOldAccess(jobCtx(deps, tenantId, "forget-old-access"));
      }
    },
    "expire-offer": async ({ tenantId, offerId }) => {
      const tenant = await deps.directory.byId(tenantId);
      if (!tenant) return;
      const siteUrl = tenantOrigin(tenant, deps.origin);
      await expireOffer(jobCtx(deps, tenantId, "expire-offer"), { offerId, siteUrl });
    },
    "resume-bot": ({ tenantId, takeoverId }) =>
      resumeSilentConversation(jobCtx(deps, tenantId, "resume-bot"), { takeoverId }),
    "finish-erasure": ({ tenantId, conversationId }) =>
      finishErasure(jobCtx(deps, tenantId, "finish-erasure"), { conversationId }),
    "schedule-rechecks": () =>
      scheduleRechecks(deps.db.forWork(), (tenantId) => jobCtx(deps, tenantId, "schedule-rechecks")),
    "recheck-domain": ({ tenantId }) => recheckDomain(jobCtx(deps, tenantId, "recheck-domain"), deps.domains),
  };
}

function jobCtx(deps: Pick<Deps, "db" | "clock">, tenantId: number, name: string): Ctx {
  return {
    tenant: { id: tenantId },
    actor: { type: "system", name },
    db: deps.db.forWork(),
    clock: deps.clock,
    requestId: `job:${Bun.randomUUIDv7("base64url")}`,
  };
}

async function tenantIds(deps: Pick<Deps, "db">): Promise<number[]> {
  const { rows } = await withSystem(deps.db, (sql) => sql.query<{ id: number }>("SELECT id FROM tenants ORDER BY id"));
  return rows.map(({ id }) => id);
}
