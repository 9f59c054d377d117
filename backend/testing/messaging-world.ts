import {
  type ConversationLaneDeps,
  createSendPacer,
  createSimulatorGateway,
  type DeviceLaneDeps,
  type GatewayName,
  type LaneLoop,
  type OutgoingMessage,
  type Responder,
  receiveWebhook,
  type WebhookDeps,
  type WhatsAppGateway,
  workConversationLane,
  workDeviceLane,
} from "@/backend/features/whatsapp";
import { createLaneLoop } from "@/backend/features/whatsapp/lanes/lane-loop";
import { type ClaimedLane, claimLanes, type LaneKind } from "@/backend/features/whatsapp/lanes/lane-store";
import { systemClock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import { createEncryption } from "@/backend/platform/encryption";
import { createTenant } from "./test-database";

export const testEncryption = createEncryption("a key for tests that is long enough to be one");

let nextNumber = 628_500_000_000;

export type TestDevice = { tenantId: number; id: string; number: string; gateway: GatewayName };

/** A device of a showroom of its own, unless `tenantId` names one. */
export async function createDevice(
  db: Database,
  options: { tenantId?: number; gateway?: GatewayName; token?: string; webhookSecretHash?: string } = {},
): Promise<TestDevice> {
  const tenantId = options.tenantId ?? (await createTenant(db)).id;
  nextNumber += 1;
  const number = String(nextNumber);
  const gateway = options.gateway ?? "simulator";
  const { id } = await db.prisma.device.create({
    data: {
      tenantId,
      number,
      gateway,
      tokenEncrypted: options.token ? testEncryption.encrypt(options.token) : null,
      webhookSecretHash: options.webhookSecretHash ?? null,
    },
  });
  await db.prisma.deviceRoute.create({ data: { number, tenantId, deviceId: id } });
  return { tenantId, id, number, gateway };
}

export async function createStaff(db: Database, tenantId: number, whatsappNumber: string) {
  return db.prisma.user.create({
    data: {
      tenantId,
      name: `Staf ${whatsappNumber.slice(-4)}`,
      email: `${whatsappNumber}@example.com`,
      whatsappNumber,
      passwordHash: "-",
      role: "sales",
    },
  });
}

export type Said = { from: string; text?: string; id?: string; kind?: string; fromMe?: boolean };

const incoming = createSimulatorGateway(async () => undefined);

/** A message arrives, written as the simulator does whatever the device's gateway. Conversations do not wait for more unless `burstDelayMs` says so. */
export function say(db: Database, device: TestDevice, said: Said, deps: Partial<WebhookDeps> = {}) {
  const body = {
    device: device.number,
    sender: said.from,
    id: said.id ?? Bun.randomUUIDv7(),
    text: said.text ?? "",
    fromMe: said.fromMe ?? false,
    ...(said.kind && { media: { kind: said.kind } }),
  };
  const request = {
    contentType: "application/json",
    body: new TextEncoder().encode(JSON.stringify(body)),
    headers: new Headers(),
  };
  return receiveWebhook(
    { db, clock: systemClock, sharedSecretHash: null, burstDelayMs: () => 0, ...deps },
    { gateway: { ...incoming, name: device.gateway }, request, secret: null, requestId: "test" },
  );
}

/** Answers every message of a turn with its own echo, in order. */
export const echo: Responder = async (_ctx, turn) => async () => ({
  replies: turn.messages.map(({ text }) => ({ text: `re: ${text}` })),
});

export type SentMessage = { deviceNumber: string } & OutgoingMessage;

/** A gateway whose `send` the test decides; what it was asked to send is in `asked`. */
export function scriptedGateway(
  overrides: Partial<Pick<WhatsAppGateway, "send" | "idempotentSend" | "pacing" | "name">> = {},
): WhatsAppGateway & { asked: SentMessage[] } {
  const asked: SentMessage[] = [];
  const { send = async (_device, message) => ({ ok: true, providerId: `p-${message.id}` }), ...rest } = overrides;
  return {
    ...incoming,
    pacing: { concurrency: 4, ratePerSecond: 10_000, burst: 10_000 },
    ...rest,
    asked,
    send: (device, message, signal) => {
      asked.push({ deviceNumber: device.number, ...message });
      return send(device, message, signal);
    },
  };
}

export type LaneWorld = {
  conversation: ConversationLaneDeps;
  device: DeviceLaneDeps;
};

export function laneWorld(
  db: Database,
  options: { respond?: Responder; gateways?: WhatsAppGateway[]; leaseMs?: number } = {},
): LaneWorld {
  const leaseMs = options.leaseMs ?? 5_000;
  const gateways = options.gateways ?? [scriptedGateway()];
  return {
    conversation: {
      db,
      clock: systemClock,
      respond: options.respond ?? echo,
      takePhoto: async () => ({ ok: false, userMessage: "tidak ada foto" }),
      leaseMs,
    },
    device: {
      db,
      clock: systemClock,
      encryption: testEncryption,
      gateways: new Map(gateways.map((gateway) => [gateway.name, gateway])),
      pacer: createSendPacer(),
      mediaUrl: async (_ctx, key) => `http://media.example/${key}`,
      leaseMs,
    },
  };
}

export function workLane(world: LaneWorld, lane: ClaimedLane): Promise<void> {
  return lane.kind === "conversation"
    ? workConversationLane(world.conversation, lane)
    : workDeviceLane(world.device, lane);
}

/** Works lanes that are ready, one after the other and without loops or timers, until none is. */
export async function workAll(world: LaneWorld, kinds: LaneKind[] = ["conversation", "device"]): Promise<void> {
  const { db, leaseMs } = world.conversation;
  for (;;) {
    const claimed: ClaimedLane[] = [];
    for (const kind of kinds) claimed.push(...(await claimLanes(db, kind, 50, leaseMs)));
    if (claimed.length === 0) return;
    for (const lane of claimed) await workLane(world, lane);
  }
}

/** The loops of one process, as `deps.ts` wires them. */
export function laneLoops(world: LaneWorld, options: { pollMs: number; concurrency?: number }): LaneLoop[] {
  const { db, leaseMs } = world.conversation;
  return (["conversation", "device"] as const).map((kind) =>
    createLaneLoop(db, {
      kind,
      concurrency: options.concurrency ?? 6,
      leaseMs,
      pollMs: options.pollMs,
      work: (lane) => workLane(world, lane),
    }),
  );
}

/** Asks again until `read` gives something; the deadline is for broken code, not a measure. */
export async function eventually<T>(
  read: () => Promise<T | false | null | undefined>,
  deadlineMs = 30_000,
): Promise<T> {
  const endsAt = performance.now() + deadlineMs;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (performance.now() > endsAt) throw new Error(`it did not happen within ${deadlineMs} ms`);
    await Bun.sleep(50);
  }
}
