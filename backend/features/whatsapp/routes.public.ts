import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { jsonError } from "@/backend/http/error-response";
import { AppError, NotFoundError } from "@/backend/platform/errors";
import type { GatewayName, WhatsAppGateway } from "./gateways/gateway";
import { receiveWebhook, type WebhookDeps } from "./receive-webhook";

export type WebhookRouteDeps = Omit<WebhookDeps, "sharedSecretHash"> & {
  gateways: ReadonlyMap<GatewayName, WhatsAppGateway>;
  /** Hash of the secret all devices of a gateway share; devices may have their own. */
  sharedSecretHashes: ReadonlyMap<GatewayName, string>;
};

const MAX_BODY_BYTES = 1_000_000;

/** POST /webhook/{gateway}[/{secret}], on any host. 200 means stored: the gateway need not send it again. */
export function webhookRoutes(deps: WebhookRouteDeps): Hono<{ Variables: { requestId: string } }> {
  const app = new Hono<{ Variables: { requestId: string } }>();
  app.onError((error, c) => jsonError(c, error));

  // People paste the address into a browser to see whether it answers.
  app.get("/:gateway/:secret?", (c) => c.json({ success: true, data: "webhook" }));

  app.post(
    "/:gateway/:secret?",
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new AppError("too_large", "webhook body over the limit");
      },
    }),
    async (c) => c.json({ success: true, data: await handle(deps, c) }),
  );
  return app;
}

async function handle(deps: WebhookRouteDeps, c: Context<{ Variables: { requestId: string } }>) {
  const name = c.req.param("gateway");
  const gateway = [...deps.gateways.values()].find((candidate) => candidate.name === name);
  if (!gateway) throw new NotFoundError("gateway");

  const request = {
    contentType: c.req.header("content-type") ?? "",
    body: new Uint8Array(await c.req.arrayBuffer()),
    headers: c.req.raw.headers,
  };
  const { db, clock, defaultGateway, burstDelayMs } = deps;
  const sharedSecretHash = deps.sharedSecretHashes.get(gateway.name) ?? null;
  return receiveWebhook(
    { db, clock, sharedSecretHash, ...(defaultGateway && { defaultGateway }), ...(burstDelayMs && { burstDelayMs }) },
    { gateway, request, secret: c.req.param("secret") ?? null, requestId: c.get("requestId") },
  );
}
