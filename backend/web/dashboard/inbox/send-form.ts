import type { Context } from "hono";
import {
  fillQuickReply,
  MAX_PHOTOS,
  REPLY_VARIABLES,
  type ReplyVariable,
  sendAsPerson,
  storeChatPhoto,
} from "@/backend/features/conversations";
import { tenantOrigin } from "@/backend/features/tenants";
import { chosenFiles } from "@/backend/platform/chosen-files";
import { ValidationError } from "@/backend/platform/errors";
import type { DashboardDeps } from "../deps";
import type { DashboardEnv } from "../page";

export type SendForm = { text: string; photos: File[]; carId: string | undefined; key: string };

/** What the composer, or a unit's button, sent. */
export async function readSendForm(c: Context<DashboardEnv>): Promise<SendForm> {
  const form = await c.req.raw.formData();
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const known: Partial<Record<ReplyVariable, string>> = {};
  for (const name of REPLY_VARIABLES) known[name] = textOf(`isi.${name}`).trim();
  return {
    text: fillQuickReply(textOf("teks"), known).text,
    photos: chosenFiles(form, "foto"),
    carId: textOf("unit") || undefined,
    key: textOf("kunci") || crypto.randomUUID(),
  };
}

/** Photos are made ready first; then everything leaves as one. */
export async function sendForm(
  c: Context<DashboardEnv>,
  deps: Pick<DashboardDeps, "objectStore" | "origin">,
  conversationId: string,
  { text, photos, carId, key }: SendForm,
) {
  const { ctx, tenant } = c.var;
  if (photos.length > MAX_PHOTOS) throw new ValidationError({ teks: `Paling banyak ${MAX_PHOTOS} foto sekali kirim` });
  const photoKeys: string[] = [];
  for (const photo of photos) {
    const bytes = new Uint8Array(await photo.arrayBuffer());
    photoKeys.push((await storeChatPhoto(ctx, deps.objectStore, bytes)).photoKey);
  }
  const siteUrl = tenantOrigin(tenant, deps.origin);
  return sendAsPerson(ctx, { conversationId, text, photoKeys, carId, idempotencyKey: key, siteUrl });
}
