import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import type { Ctx } from "@/backend/platform/ctx";
import { type AddDeviceDeps, addDevice, addDeviceSchema } from "./manage/add-device";
import { type ConnectionDeps, connectDevice, disconnectDevice, getDeviceStatus } from "./manage/connection";
import { type DeviceView, getDevice, listDevices } from "./manage/device-list";
import { followDevice } from "./manage/follow-device";
import { removeDevice } from "./manage/remove-device";

export type DeviceRouteDeps = AddDeviceDeps &
  ConnectionDeps & {
    /** Of the conversations, which the bot speaks in. */
    setDeviceBot(ctx: Ctx, input: { deviceId: string; enabled: boolean }): Promise<void>;
  };

/** Proxies and servers close what is silent. */
const PING_MS = 15_000;
const tags = ["Devices"];
const deviceView = z
  .object({
    id: z.string(),
    number: z.string(),
    gateway: z.string().nullable(),
    status: z.enum(["disconnected", "qr", "connecting", "connected"]),
    lastSeenAt: z.string().nullable(),
    botEnabled: z.boolean(),
    branchId: z.string().nullable(),
    branchName: z.string().nullable(),
    hasToken: z.boolean(),
    hasWebhookSecret: z.boolean(),
    conversations: z.number(),
  })
  .openapi("Device");
const connection = z
  .object({
    status: z.enum(["disconnected", "qr", "connecting", "connected"]),
    qrImage: z.string().nullable(),
    problem: z.string().nullable(),
  })
  .openapi("DeviceConnection");
/** `webhookPath`: told this once. */
const added = z.object({ device: deviceView, webhookPath: z.string().nullable() }).openapi("AddedDevice");
const request = { params: z.object({ id: z.string() }) };
const botInput = z.object({ enabled: z.boolean("Isi true atau false.") });

/** A showroom's WhatsApp numbers. */
export function adminDeviceRoutes(deps: DeviceRouteDeps): OpenAPIHono<AdminEnv> {
  return adminRouter()
    .openapi(
      createRoute({
        method: "get",
        path: "/",
        tags,
        summary: "WhatsApp numbers",
        responses: { 200: okJson(z.array(deviceView)), ...adminFailures },
      }),
      async (c) => c.json({ success: true as const, data: (await listDevices(c.get("ctx"))).map(toJson) }, 200),
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/",
        tags,
        summary: "Add a number; its webhook address is told once",
        request: { body: jsonBody(addDeviceSchema) },
        responses: { 201: okJson(added, "Created"), ...adminFailures },
      }),
      async (c) => {
        const { device, webhookPath } = await addDevice(deps, c.get("ctx"), c.req.valid("json"));
        return c.json({ success: true as const, data: { device: toJson(device), webhookPath } }, 201);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/{id}",
        tags,
        summary: "Give a number up; its conversations stay",
        request,
        responses: { 200: okJson(z.null()), ...adminFailures },
      }),
      async (c) => {
        await removeDevice(c.get("ctx"), c.req.valid("param").id);
        return c.json({ success: true as const, data: null }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/{id}/bot",
        tags,
        summary: "Switch the bot of a number on or off",
        request: { ...request, body: jsonBody(botInput) },
        responses: { 200: okJson(deviceView), ...adminFailures },
      }),
      async (c) => {
        const ctx = c.get("ctx");
        const { id } = await getDevice(ctx, c.req.valid("param").id);
        await deps.setDeviceBot(ctx, { deviceId: id, enabled: c.req.valid("json").enabled });
        return c.json({ success: true as const, data: toJson(await getDevice(ctx, id)) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/{id}/connect",
        tags,
        summary: "Open the session: a QR to scan, or connected at once",
        request,
        responses: { 200: okJson(connection), ...adminFailures },
      }),
      async (c) => {
        const data = await connectDevice(deps, c.get("ctx"), c.req.valid("param").id);
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/{id}/status",
        tags,
        summary: "Is it connected? Asks the provider at most once a minute",
        request,
        responses: { 200: okJson(connection), ...adminFailures },
      }),
      async (c) => {
        const data = await getDeviceStatus(deps, c.get("ctx"), c.req.valid("param").id);
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/{id}/session",
        tags,
        summary: "End the session",
        request,
        responses: { 200: okJson(connection), ...adminFailures },
      }),
      async (c) => {
        const data = await disconnectDevice(deps, c.get("ctx"), c.req.valid("param").id);
        return c.json({ success: true as const, data }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/{id}/events",
        tags,
        summary: "`connection` events: each new QR, and at the end that it is connected",
        request,
        responses: {
          200: { description: "Server-sent events", content: { "text/event-stream": { schema: z.string() } } },
          ...adminFailures,
        },
      }),
      async (c) => {
        const { id } = await getDevice(c.get("ctx"), c.req.valid("param").id);
        c.header("X-Accel-Buffering", "no");
        return streamSSE(c, async (stream) => {
          const gone = new AbortController();
          stream.onAbort(() => gone.abort());
          const ping = setInterval(() => void stream.write(": ping\n\n"), PING_MS);
          try {
            for await (const change of followDevice(deps, c.get("ctx"), id, gone.signal)) {
              await stream.writeSSE({ event: "connection", data: JSON.stringify(change) });
            }
            await stream.writeSSE({ event: "end", data: "" });
          } finally {
            clearInterval(ping);
          }
        });
      },
    );
}

function toJson(device: DeviceView) {
  return { ...device, lastSeenAt: device.lastSeenAt?.toISOString() ?? null };
}
