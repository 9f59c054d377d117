import { resolve } from "node:path";
import { createSessionTokens, type SessionTokens } from "@/backend/features/accounts";
import { type Assistant, createAssistant, createModels } from "@/backend/features/assistant";
import { createResponder } from "@/backend/features/bot";
import { relayToHolder } from "@/backend/features/conversations";
import { createDomainDeps, type DomainDeps, type DomainPorts } from "@/backend/features/domains";
import { createSearchLog, createViewCounter, type SearchLog, type ViewCounter } from "@/backend/features/insights";
import { fetchMessagePhoto } from "@/backend/features/photos";
import {
  createTenantDirectory,
  type HostSettings,
  type PublicOrigin,
  type TenantDirectory,
  tenantOrigin,
} from "@/backend/features/tenants";
import {
  type BurstDelay,
  createFonnteGateway,
  createLaneLoop,
  createSendPacer,
  createSimulatorGateway,
  type GatewayName,
  type LaneLoop,
  type SimulatorSink,
  type WhatsAppGateway,
  workConversationLane,
  workDeviceLane,
} from "@/backend/features/whatsapp";
import { type Assets, loadAssets } from "@/backend/http/assets";
import { type Clock, systemClock } from "@/backend/platform/clock";
import { type Database, openDatabase } from "@/backend/platform/database/database";
import { createEncryption, type Encryption, hashSecret } from "@/backend/platform/encryption";
import type { Env } from "@/backend/platform/env";
import { createDiskObjectStore } from "@/backend/platform/object-store/disk-object-store";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { createS3ObjectStore } from "@/backend/platform/object-store/s3-object-store";
import { createSimulatorSink, type DeliveryToPhones } from "@/backend/web/simulator";

export type Deps = {
  env: Env;
  db: Database;
  clock: Clock;
  encryption: Encryption;
  sessionTokens: SessionTokens;
  objectStore: ObjectStore;
  directory: TenantDirectory;
  origin: PublicOrigin;
  hosts: HostSettings;
  /** Name servers and the web, for showrooms' own domains. */
  domains: DomainDeps;
  assets: Assets;
  gateways: ReadonlyMap<GatewayName, WhatsAppGateway>;
  sharedSecretHashes: ReadonlyMap<GatewayName, string>;
  defaultGateway: GatewayName;
  /** How long a conversation waits for more; absent: as the product does. */
  burstDelayMs?: BurstDelay;
  searchLog: SearchLog;
  viewCounter: ViewCounter;
  assistant: Assistant;
  /** Work that waits: conversations to answer, devices to send from. */
  lanes: LaneLoop[];
  /** Hands a body to our own webhook, as the simulator's phones do; set by the app once it exists. */
  phones: { deliver(body: unknown): Promise<Response> };
  isDraining(): boolean;
  /** Flushes and closes everything, in order. */
  close(): Promise<void>;
};

/** What tests replace; everything else is the real thing. */
export type DepsOverrides = {
  clock?: Clock;
  simulatorSink?: SimulatorSink;
  lanePollMs?: number;
  leaseMs?: number;
  burstDelayMs?: BurstDelay;
  domains?: Partial<DomainPorts>;
};

const CONVERSATIONS_AT_ONCE = 12;
/** Most of a paced device's time is waiting; few of them must not hold up all others. */
const DEVICES_AT_ONCE = 32;

/** Every port of the product, wired once. `databaseUrl` is a migrated database. */
export async function createDeps(env: Env, databaseUrl: string, overrides: DepsOverrides = {}): Promise<Deps> {
  const db = await openDatabase({ url: databaseUrl, poolSize: env.DATABASE_POOL_SIZE });
  const clock = overrides.clock ?? systemClock;
  const objectStore = openObjectStore(env);
  const directory = createTenantDirectory(db);
  const origin = publicOrigin(env);
  const encryption = createEncryption(env.ENCRYPTION_KEY);
  const phones = { deliver: (): Promise<Response> => Promise.reject(new Error("the app is not there yet")) };
  const toPhones = createSimulatorSink((body) => deps.phones.deliver(body));
  const gateways = createGateways(env, clock, overrides.simulatorSink ?? toPhones.sink);
  const searchLog = createSearchLog(db, clock);
  const viewCounter = createViewCounter(db, clock);
  const draining = { value: false };
  const assistant = createAssistant({
    models: createModels(env, clock),
    limits: { callsPerConversation: env.LLM_CALLS_PER_CONVERSATION, callsPerTenant: env.LLM_CALLS_PER_TENANT },
    meanwhile: (waiting) => lanes.conversations.aside(waiting),
  });

  const parts = { env, db, clock, encryption, objectStore, directory, origin, gateways, assistant, searchLog };
  const lanes = createLanes(parts, overrides);
  const deps: Deps = {
    env,
    db,
    clock,
    encryption,
    sessionTokens: createSessionTokens(env.JWT_SECRET),
    objectStore,
    directory,
    origin,
    hosts: { appDomain: env.APP_DOMAIN, trustProxy: env.TRUST_PROXY },
    domains: createDomainDeps({ dnsServers: env.DNS_SERVERS, origin, clock }, overrides.domains),
    assets: loadAssets(),
    gateways,
    defaultGateway: env.WHATSAPP_GATEWAY,
    ...(overrides.burstDelayMs && { burstDelayMs: overrides.burstDelayMs }),
    sharedSecretHashes: new Map(env.FONNTE_WEBHOOK_SECRET ? [["fonnte", hashSecret(env.FONNTE_WEBHOOK_SECRET)]] : []),
    searchLog,
    viewCounter,
    assistant,
    lanes: Object.values(lanes),
    phones,
    isDraining: () => draining.value,
    close: async () => {
      draining.value = true;
      toPhones.stop();
      await Promise.all(Object.values(lanes).map((lane) => lane.stop()));
      await Promise.all([searchLog.stop(), viewCounter.stop()]);
      await db.close();
    },
  };
  return deps;
}

type LaneParts = Pick<
  Deps,
  | "env"
  | "db"
  | "clock"
  | "encryption"
  | "objectStore"
  | "directory"
  | "origin"
  | "gateways"
  | "assistant"
  | "searchLog"
>;

function createLanes(parts: LaneParts, overrides: DepsOverrides): { conversations: LaneLoop; devices: LaneLoop } {
  const { env, clock, encryption, objectStore, directory, origin, gateways } = parts;
  const db = parts.db.forWork();
  const leaseMs = overrides.leaseMs ?? 15_000;
  const pollMs = overrides.lanePollMs ?? 200;
  const photoDeps = { objectStore, maxBytes: env.MAX_FILE_SIZE, allowedHosts: env.MEDIA_ALLOWED_HOSTS };
  const respond = createResponder({ directory, origin, assistant: parts.assistant, searchLog: parts.searchLog });
  const pacer = createSendPacer();

  return {
    conversations: createLaneLoop(db, {
      kind: "conversation",
      concurrency: CONVERSATIONS_AT_ONCE,
      leaseMs,
      pollMs,
      work: (lane) =>
        workConversationLane(
          {
            db,
            clock,
            respond,
            relay: relayToHolder,
            leaseMs,
            takePhoto: (ctx, message) =>
              fetchMessagePhoto(photoDeps, ctx.tenant.id, message.media, { isLastAttempt: lane.attempts >= 3 }),
          },
          lane,
        ),
    }),
    devices: createLaneLoop(db, {
      kind: "device",
      concurrency: DEVICES_AT_ONCE,
      leaseMs,
      pollMs,
      work: (lane) =>
        workDeviceLane(
          {
            db,
            clock,
            encryption,
            gateways,
            defaultGateway: env.WHATSAPP_GATEWAY,
            pacer,
            leaseMs,
            // At the subdomain, which does not depend on the showroom's own DNS.
            mediaUrl: async (ctx, key) => {
              const { subdomain } = await tenantOf(directory, ctx.tenant.id);
              return `${tenantOrigin({ subdomain, customDomain: null }, origin)}/media/${key}`;
            },
          },
          lane,
        ),
    }),
  };
}

async function tenantOf(directory: TenantDirectory, tenantId: number) {
  const tenant = await directory.byId(tenantId);
  if (!tenant) throw new Error(`tenant ${tenantId} is gone`);
  return tenant;
}

function createGateways(env: Env, clock: Clock, sink: DeliveryToPhones["sink"] | SimulatorSink) {
  const gateways = new Map<GatewayName, WhatsAppGateway>();
  gateways.set(
    "fonnte",
    createFonnteGateway({ clock, apiUrl: env.FONNTE_API_URL, token: env.FONNTE_API_TOKEN ?? null }),
  );
  if (env.NODE_ENV !== "production") gateways.set("simulator", createSimulatorGateway(sink));
  return gateways;
}

function openObjectStore(env: Env): ObjectStore {
  if (!env.S3_BUCKET) return createDiskObjectStore(resolve(env.UPLOAD_DIR));
  return createS3ObjectStore({
    bucket: env.S3_BUCKET,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    accessKeyId: env.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "",
  });
}

/** Addresses of showrooms follow APP_URL's scheme and port; without it, this server's own. */
function publicOrigin(env: Env): PublicOrigin {
  const url = new URL(env.APP_URL ?? `http://${env.APP_DOMAIN}:${env.PORT}`);
  return { appDomain: env.APP_DOMAIN, protocol: url.protocol, port: url.port };
}
