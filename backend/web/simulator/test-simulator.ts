import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { z } from "zod";
import {
  createSimulatorGateway,
  type GatewayName,
  type WhatsAppGateway,
  webhookRoutes,
} from "@/backend/features/whatsapp";
import { requestId } from "@/backend/http/middleware/request-id";
import type { Clock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import { createDiskObjectStore } from "@/backend/platform/object-store/disk-object-store";
import { simulatorRoutes } from "./index";

export const MAX_FILE_BYTES = 1_000;

export type TestShowroom = Awaited<ReturnType<typeof createShowroom>>;
export type TestSimulator = ReturnType<typeof createTestSimulator>;

const deliverySchema = z.object({
  id: z.string(),
  text: z.string(),
  media: z.looseObject({ kind: z.string(), objectKey: z.string().optional() }).optional(),
});

const chatSchema = z.object({
  success: z.literal(true),
  data: z.object({ messages: z.array(z.looseObject({ seq: z.string(), text: z.string() })) }),
});

type Fields = Record<string, string | File[] | undefined> & { photos?: File[] };

/** The simulator and the webhook it delivers to, without lanes; `delivered` is what it handed over. */
export function createTestSimulator({ db, clock }: { db: Database; clock: Clock }, showroom: { number: string }) {
  const objectStore = createDiskObjectStore(mkdtempSync(join(tmpdir(), "autoleads-simulator-")));
  const delivered: z.infer<typeof deliverySchema>[] = [];
  const gateways = new Map<GatewayName, WhatsAppGateway>([
    ["simulator", createSimulatorGateway(async () => undefined)],
  ]);
  const app = new Hono();
  app.use("/webhook/*", requestId);
  app.route("/webhook", webhookRoutes({ db, clock, gateways, sharedSecretHashes: new Map() }));
  app.route(
    "/simulator",
    simulatorRoutes({
      db,
      clock,
      objectStore,
      origin: { appDomain: "localhost", protocol: "http:", port: "3000" },
      maxFileBytes: MAX_FILE_BYTES,
      assets: { url: (name) => `/assets/${name}` },
      async deliver(body) {
        const message = deliverySchema.safeParse(body);
        if (message.success) delivered.push(message.data);
        return app.request("/webhook/simulator", json(body));
      },
    }),
  );

  return {
    app,
    objectStore,
    delivered,
    /** As a phone does; to the showroom of this simulator unless `device` says otherwise. */
    async send({ photos = [], ...fields }: Fields): Promise<Response> {
      const form = new FormData();
      for (const [name, value] of Object.entries({ device: showroom.number, ...fields })) form.set(name, String(value));
      for (const file of photos) form.append("photos", file);
      return app.request("/simulator/api/messages", { method: "POST", body: form });
    },
    async chatOf(device: string, phone: string, query = "") {
      const response = await app.request(`/simulator/api/chats/${device}/${phone}${query}`);
      return chatSchema.parse(await response.json()).data.messages;
    },
  };
}

export function json(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

export function photo(content: string): File {
  return new File([content], `${content}.jpg`, { type: "image/jpeg" });
}

let nextCustomer = 0;
export function newCustomer(): string {
  nextCustomer += 1;
  return `62857${String(nextCustomer).padStart(8, "0")}`;
}

/** Gives a tenant its device. */
export async function createShowroom(
  db: Database,
  { id }: { id: number },
  number: string,
  gateway: "simulator" | "fonnte" = "simulator",
) {
  const device = await db.prisma.device.create({ data: { tenantId: id, number, gateway } });
  await db.prisma.deviceRoute.create({ data: { number, tenantId: id, deviceId: device.id } });
  return { id, number, deviceId: device.id };
}

export async function createUser(
  db: Database,
  tenantId: number,
  whatsappNumber: string,
  name = "Budi",
): Promise<string> {
  const email = `${whatsappNumber}@showroom.test`;
  const { id } = await db.prisma.user.create({
    data: { tenantId, name, email, whatsappNumber, role: "owner", passwordHash: "-" },
  });
  return id;
}

type Reply = {
  text: string;
  status: "queued" | "sending" | "failed" | "dropped" | "sent" | "delivered";
  sender?: "bot" | "sales";
  createdAt?: Date;
};

/** A message of the showroom in a given state, as the lanes leave it. */
export async function reply(db: Database, showroom: TestShowroom, phone: string, message: Reply): Promise<void> {
  const { id: tenantId, deviceId } = showroom;
  const { id: conversationId } = await db.prisma.conversation.findFirstOrThrow({ where: { tenantId, phone } });
  const place = { tenantId, conversationId, deviceId };
  await db.prisma.message.create({
    data: { sender: "bot", ...message, ...place, direction: "outbound", providerId: crypto.randomUUID() },
  });
}
