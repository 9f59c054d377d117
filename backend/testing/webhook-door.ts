import { Hono } from "hono";
import {
  createFonnteGateway,
  createSimulatorGateway,
  type GatewayName,
  type WhatsAppGateway,
  webhookRoutes,
} from "@/backend/features/whatsapp";
import { requestId } from "@/backend/http/middleware/request-id";
import { systemClock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import { createDevice, type TestDevice } from "./messaging-world";

type PostOptions = { app?: Hono; path?: string; contentType?: string };

/** The webhook address as the app has it, for one Fonnte device of a showroom of its own. */
export async function openDoor(db: Database) {
  const device = await createDevice(db, { gateway: "fonnte" });
  const open = webhookApp(db, new Map());
  let inboxId = 5_000;

  function post(body: string, options: PostOptions = {}): Promise<Response> {
    const { app = open, path = "/webhook/fonnte", contentType = "application/json" } = options;
    return Promise.resolve(app.request(path, { method: "POST", body, headers: { "content-type": contentType } }));
  }

  return {
    app: open,
    device,
    post,
    /** A body as Fonnte writes it, for the device unless it names another. */
    postFonnte: (fields: object, options: PostOptions = {}) =>
      post(JSON.stringify({ device: device.number, ...fields }), options),
    /** A message nobody has sent before. */
    newMessage(fields: object = {}) {
      inboxId += 1;
      const message = { sender: "6281300000002", name: "Budi", message: "ada avanza?", timestamp: 1_769_900_000 };
      return { ...message, inboxid: inboxId, ...fields };
    },
    newChat() {
      inboxId += 1;
      return `62813${inboxId}000`;
    },
    messagesNamed: (providerId: string | number, of: TestDevice = device) =>
      db.prisma.message.findMany({ where: { deviceId: of.id, providerId: String(providerId) } }),
    conversationOf: (chatId: string) =>
      db.prisma.conversation.findFirstOrThrow({ where: { deviceId: device.id, chatId, persona: "customer" } }),
  };
}

export function webhookApp(db: Database, sharedSecretHashes: ReadonlyMap<GatewayName, string>): Hono {
  const gateways = new Map<GatewayName, WhatsAppGateway>([
    ["fonnte", createFonnteGateway({ clock: systemClock })],
    ["simulator", createSimulatorGateway(async () => undefined)],
  ]);
  const app = new Hono();
  app.use("/webhook/*", requestId);
  const deps = { db, clock: systemClock, gateways, sharedSecretHashes, burstDelayMs: () => 0 };
  app.route("/webhook", webhookRoutes(deps));
  return app;
}
