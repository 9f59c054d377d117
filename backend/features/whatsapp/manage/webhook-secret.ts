import { randomBytes } from "node:crypto";
import { hashSecret } from "@/backend/platform/encryption";
import type { GatewayName } from "../gateways/gateway";

/** The part of a webhook's address nobody can guess; only its hash is kept. */
export function makeWebhookSecret(): { secret: string; hash: string } {
  const secret = randomBytes(24).toString("base64url");
  return { secret, hash: hashSecret(secret) };
}

/** What is entered at the provider as webhook; to be put behind the installation's address. */
export function webhookPath(gateway: GatewayName, secret: string): string {
  return `/webhook/${gateway}/${secret}`;
}

/** Simulated phones live on our own page and have no secret to tell. */
export function needsWebhookSecret(gateway: GatewayName): boolean {
  return gateway !== "simulator";
}
