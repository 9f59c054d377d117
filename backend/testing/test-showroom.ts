import { afterAll } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Hono } from "hono";
import { createDeps, type Deps, type DepsOverrides } from "@/backend/deps";
import { webhookRoutes } from "@/backend/features/whatsapp";
import { requestId } from "@/backend/http/middleware/request-id";
import { jobHandlers } from "@/backend/jobs";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { readEnv } from "@/backend/platform/env";
import { createTenant } from "./test-database";
import { createTestDatabase } from "./test-postgres";

const FIXTURES = resolve(import.meta.dir, "../features/photos/fixtures");

/** The product's real ports on a database and folders of the test's own. Lanes run when `startLanes` was called. */
export async function createTestDeps(
  overrides: DepsOverrides = {},
  settings: Record<string, string> = {},
): Promise<Deps> {
  const { url, drop } = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "autoleads-test-"));
  const env = readEnv({
    NODE_ENV: "test",
    LOG_LEVEL: "error",
    PORT: "3000",
    DATA_DIR: join(folder, "data"),
    UPLOAD_DIR: join(folder, "uploads"),
    ...settings,
  });
  const deps = await createDeps(env, url, { lanePollMs: 50, ...overrides });
  const webhooks = new Hono().use(requestId).route("/webhook", webhookRoutes(deps));
  deps.phones.deliver = async (body) =>
    webhooks.request("/webhook/simulator", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  afterAll(async () => {
    await deps.close();
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return deps;
}

export type TestShowroom = Awaited<ReturnType<typeof createShowroom>>;

let nextNumber = 0;

/** A showroom with an owner, Budi of sales, `moreSales` by name, and a simulated device. */
export async function createShowroom(deps: Deps, overrides: { subdomain?: string; moreSales?: string[] } = {}) {
  nextNumber += 1;
  const { moreSales: names = [], ...settings } = overrides;
  const tenant = await createTenant(deps.db, settings);
  const number = (kind: number) => `62812${kind}${String(nextNumber).padStart(7, "0")}`;
  const [device, owner, sales] = [number(1), number(2), number(3)];
  await withTenant({ db: deps.db, tenant }, async (tx) => {
    const { id: deviceId } = await tx.device.create({
      data: { tenantId: tenant.id, number: device, gateway: "simulator", status: "connected" },
    });
    await tx.deviceRoute.create({ data: { number: device, tenantId: tenant.id, deviceId } });
    const person = { tenantId: tenant.id, passwordHash: "-", permissions: [] };
    await tx.user.create({
      data: { ...person, name: "Pak Hadi", email: "o@x.id", whatsappNumber: owner, role: "owner" },
    });
    await tx.user.create({ data: { ...person, name: "Budi", email: "s@x.id", whatsappNumber: sales, role: "sales" } });
    for (const [index, name] of names.entries()) {
      const data = {
        ...person,
        name,
        email: `s${index}@x.id`,
        whatsappNumber: number(4 + index),
        role: "sales" as const,
      };
      await tx.user.create({ data });
    }
  });
  return { tenant, device, owner, sales, moreSales: names.map((_, index) => number(4 + index)) };
}

let nextMessage = 0;

/** Writes to a showroom's device as `sender`, through the webhook, and waits for the bot to have answered it. */
export async function say(deps: Deps, room: TestShowroom, sender: string, text: string): Promise<string> {
  return converse(deps, room, sender, [{ text }]);
}

/** Sends pictures as an album: one webhook each, the caption under the first. */
export async function sendPhotos(
  deps: Deps,
  room: TestShowroom,
  sender: string,
  files: readonly string[],
  caption = "",
): Promise<string> {
  const messages = [];
  for (const [index, file] of files.entries()) {
    const objectKey = `simulator/${crypto.randomUUID()}`;
    await deps.objectStore.put(objectKey, readFileSync(join(FIXTURES, file)), "application/octet-stream");
    messages.push({ text: index === 0 ? caption : "", media: { kind: "image", objectKey } });
  }
  return converse(deps, room, sender, messages);
}

async function converse(deps: Deps, room: TestShowroom, sender: string, messages: object[]): Promise<string> {
  const firstId = `m${nextMessage + 1}`;
  for (const message of messages) {
    nextMessage += 1;
    const body = {
      device: room.device,
      sender,
      name: "Penguji",
      id: `m${nextMessage}`,
      timestamp: Date.now() / 1000,
      ...message,
    };
    const response = await deps.phones.deliver(body);
    if (response.status !== 200) throw new Error(`webhook said ${response.status}: ${await response.text()}`);
  }
  return waitForAnswer(deps, room, firstId, `m${nextMessage}`);
}

async function waitForAnswer(deps: Deps, room: TestShowroom, firstId: string, lastId: string): Promise<string> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const answer = await withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
      const asked = await tx.message.findMany({
        where: { direction: "inbound", providerId: { in: [firstId, lastId] } },
      });
      if (asked.length === 0 || asked.some(({ doneAt }) => doneAt === null)) return null;
      const [first] = asked.sort((a, b) => Number(a.seq - b.seq));
      const replies = await tx.message.findMany({
        where: { direction: "outbound", conversationId: first?.conversationId ?? "", seq: { gt: first?.seq ?? 0n } },
        orderBy: { seq: "asc" },
      });
      return replies.map(({ text }) => text).join("\n---\n");
    });
    if (answer !== null) return answer;
    await Bun.sleep(25);
  }
  throw new Error(`no answer to ${lastId}`);
}

export function startLanes(deps: Deps): void {
  for (const lane of deps.lanes) lane.start();
}

/** Runs the photo jobs that wait. */
export function runJobs(deps: Deps): Promise<number> {
  return deps.db.jobs.runWaiting(jobHandlers(deps));
}
