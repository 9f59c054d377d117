import { Hono } from "hono";
import { z } from "zod";
import { getSimulatedDevice } from "@/backend/features/simulator";
import { jsonError } from "@/backend/http/error-response";
import { validate } from "@/backend/http/validate";
import { NotFoundError, ValidationError } from "@/backend/platform/errors";
import { loadChat } from "./chat";
import type { SimulatorDeps } from "./deps";
import { loadDeviceChats } from "./device-chats";
import { liveStream } from "./live-stream";
import { markRead } from "./mark-read";
import { readMedia } from "./media";
import { parsePhoneMessage, phoneSchema } from "./phone-message";
import { PAGE_HEADERS, renderPage } from "./render-page";
import { loadSamplePhotos } from "./sample-photos";
import { sendFromPhone } from "./send-from-phone";
import { loadWorld } from "./world";

export type { DeliverWebhook, SamplePhoto, SimulatorDeps } from "./deps";
export { createSimulatorSink, type DeliveryToPhones } from "./simulator-sink";

const deviceParams = z.object({ device: phoneSchema });
const chatParams = z.object({ device: phoneSchema, phone: phoneSchema });
const chatQuery = z.object({
  side: z.enum(["person", "showroom"]).default("person"),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** The phone simulator, mounted at /simulator on every host. A development tool: never in production. */
export function simulatorRoutes(deps: SimulatorDeps): Hono {
  const app = new Hono();
  app.onError((error, c) => jsonError(c, error));

  app.get("/", (c) => c.html(renderPage(deps), 200, PAGE_HEADERS));

  app.get("/api/world", async (c) => c.json({ success: true, data: await loadWorld(deps.db, deps.origin) }));

  app.get("/api/sample-photos", async (c) => c.json({ success: true, data: await loadSamplePhotos(deps) }));

  app.get("/api/chats/:device", validate("param", deviceParams), async (c) => {
    const device = await getSimulatedDevice(deps.db, c.req.valid("param").device);
    return c.json({ success: true, data: await loadDeviceChats(deps.db, device) });
  });

  app.get("/api/chats/:device/:phone", validate("param", chatParams), validate("query", chatQuery), async (c) => {
    const { device: number, phone } = c.req.valid("param");
    const { after: afterSeq, side } = c.req.valid("query");
    const device = await getSimulatedDevice(deps.db, number);
    return c.json({ success: true, data: await loadChat(deps, { device, phone, side, afterSeq }) });
  });

  app.post("/api/messages", async (c) => {
    const form = await c.req.formData().catch(() => {
      throw new ValidationError({ body: "is no form" });
    });
    const message = parsePhoneMessage(form, deps.maxFileBytes);
    return c.json({ success: true, data: { delivered: await sendFromPhone(deps, message) } });
  });

  app.post("/api/read", validate("json", chatParams), async (c) =>
    c.json({ success: true, data: { read: await markRead(deps, c.req.valid("json")) } }),
  );

  app.get("/api/stream", () => liveStream(deps.db.signals));

  app.get("/media/:key{.+}", async (c) => {
    const media = await readMedia(deps.objectStore, c.req.param("key"));
    if (!media) throw new NotFoundError("media");
    return media;
  });

  return app;
}
