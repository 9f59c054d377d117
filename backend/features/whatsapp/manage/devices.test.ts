import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { systemClock } from "@/backend/platform/clock";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createEncryption } from "@/backend/platform/encryption";
import { ForbiddenError, NotFoundError, ValidationError } from "@/backend/platform/errors";
import { startFakeFonnte } from "@/backend/testing/fake-fonnte";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import { findDeviceByNumber } from "../devices";
import type { GatewayName, WhatsAppGateway } from "../gateways/gateway";
import {
  addDevice,
  connectDevice,
  createFonnteGateway,
  createSimulatorGateway,
  type DeviceConnection,
  disconnectDevice,
  followDevice,
  getDevice,
  getDeviceStatus,
  listDevices,
  receiveWebhook,
  removeDevice,
  renewWebhookSecret,
} from "../index";

const db = await openTestDatabase();
const NUMBER = "628123456789";
const fonnte = startFakeFonnte({ token: "t0ken", deviceNumber: NUMBER });
afterAll(() => fonnte.stop());
const gateways = new Map<GatewayName, WhatsAppGateway>([
  ["fonnte", createFonnteGateway({ clock: systemClock, apiUrl: fonnte.url })],
  ["simulator", createSimulatorGateway(() => Promise.resolve())],
]);
const deps = { encryption: createEncryption("x".repeat(32)), gateways, defaultGateway: "simulator" as const };

let nextNumber = 0;
const aNumber = () => `62857${String(++nextNumber).padStart(8, "0")}`;
const showroom = async () => testCtx(db, await createTenant(db));
const withFonnte = async (number = aNumber()) => {
  const ctx = await showroom();
  const added = await addDevice(deps, ctx, { number, gateway: "fonnte", token: "t0ken" });
  return { ctx, id: added.device.id, ...added };
};

beforeEach(() => {
  Object.assign(fonnte.faults, { disconnected: false, slowMs: 0, http500: false });
});

describe("adding a number", () => {
  test("routes its messages here, seals the token and tells the webhook address once", async () => {
    const number = aNumber();
    const { ctx, id, webhookPath } = await withFonnte(number);
    const device = await findDeviceByNumber(db, number);
    expect(device).toMatchObject({ tenantId: ctx.tenant.id, id, gateway: "fonnte", status: "disconnected" });
    expect(device?.tokenEncrypted).not.toContain("t0ken");
    const [, , , secret = ""] = (webhookPath ?? "").split("/");
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(JSON.stringify(await listDevices(ctx))).not.toContain(secret);
    expect(JSON.stringify(await withTenant(ctx, (tx) => tx.event.findMany()))).not.toMatch(/t0ken|webhook\//);
  });

  test("a number of another showroom is refused without a word about whose it is", async () => {
    const number = aNumber();
    const { ctx: theirs } = await withFonnte(number);
    const ctx = await showroom();
    const error = await addDevice(deps, ctx, { number, gateway: "simulator" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ValidationError);
    const sentence = error instanceof ValidationError ? (error.fields?.number ?? "") : "";
    expect(sentence).toContain("sudah dipakai");
    const tenant = await withTenant(theirs, (tx) => tx.tenant.findFirstOrThrow());
    expect(sentence).not.toContain(tenant.name);
    expect(await listDevices(ctx)).toEqual([]);
    expect(await withTenant(ctx, (tx) => tx.device.count())).toBe(0);
  });

  test("the same number added twice at once belongs to one showroom", async () => {
    const number = aNumber();
    const rooms = await Promise.all(Array.from({ length: 4 }, showroom));
    const tries = rooms.map((ctx) => addDevice(deps, ctx, { number, gateway: "simulator" }));
    const won = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(1);
  });

  test("needs a number, and for Fonnte a token", async () => {
    const ctx = await showroom();
    expect(addDevice(deps, ctx, { number: "abc", gateway: "fonnte", token: "x" })).rejects.toMatchObject({
      fields: { number: expect.stringContaining("tidak bisa dibaca") },
    });
    expect(addDevice(deps, ctx, { number: aNumber(), gateway: "fonnte" })).rejects.toMatchObject({
      fields: { token: expect.stringContaining("Fonnte") },
    });
  });
});

describe("the session of a number", () => {
  test("Fonnte answers with a QR until the phone has scanned it", async () => {
    fonnte.faults.disconnected = true;
    const { ctx, id } = await withFonnte(NUMBER);
    const waiting = await connectDevice(deps, ctx, id);
    expect(waiting).toMatchObject({ status: "qr", problem: null });
    expect(waiting.qrImage).toStartWith("data:image/png;base64,iVBOR");
    expect((await getDevice(ctx, id)).status).toBe("qr");

    fonnte.faults.disconnected = false;
    expect(await connectDevice(deps, ctx, id)).toEqual({ status: "connected", qrImage: null, problem: null });
    expect((await getDevice(ctx, id)).lastSeenAt).not.toBeNull();
    expect((await disconnectDevice(deps, ctx, id)).status).toBe("disconnected");
    await removeDevice(ctx, id);
  });

  test("the simulator connects at once", async () => {
    const ctx = await showroom();
    const { device, webhookPath } = await addDevice(deps, ctx, { number: aNumber(), gateway: "simulator" });
    expect(webhookPath).toBeNull();
    expect((await connectDevice(deps, ctx, device.id)).status).toBe("connected");
  });

  test("asks the provider for the status at most once a minute", async () => {
    const { ctx, id } = await withFonnte(NUMBER);
    const asked = () => fonnte.requests.filter(({ path }) => path === "/device").length;
    const before = asked();
    expect((await getDeviceStatus(deps, ctx, id)).status).toBe("connected");
    expect((await getDeviceStatus(deps, ctx, id)).status).toBe("connected");
    expect(asked()).toBe(before + 1);
    await removeDevice(ctx, id);
  });

  test("a token of another number, a wrong token and silence are told in words, and change nothing", async () => {
    const { ctx, id } = await withFonnte();
    expect((await getDeviceStatus(deps, ctx, id)).problem).toContain("nomor lain");
    const number = aNumber();
    const { device } = await addDevice(deps, ctx, { number, gateway: "fonnte", token: "salah" });
    const refused = await connectDevice(deps, ctx, device.id);
    expect(refused.problem).toContain("Token ditolak");
    expect(refused.status).toBe("disconnected");
    fonnte.faults.http500 = true;
    expect((await connectDevice(deps, ctx, id)).problem).toContain("tidak menjawab");
  });

  test("who follows it sees the QR, and the end when a webhook says connected", async () => {
    fonnte.faults.disconnected = true;
    const { ctx, id } = await withFonnte();
    const pace = { lookMs: 5, qrMs: 60_000, mostMs: 20_000 };
    const seen: DeviceConnection[] = [];
    for await (const change of followDevice(deps, ctx, id, new AbortController().signal, pace)) {
      seen.push(change);
      if (seen.length > 1) continue;
      await withTenant(ctx, (tx) => tx.device.updateMany({ where: { id }, data: { status: "connected" } }));
    }
    expect(seen.map(({ status }) => status)).toEqual(["qr", "connected"]);
  });

  test("nobody follows after leaving", async () => {
    fonnte.faults.disconnected = true;
    const { ctx, id } = await withFonnte();
    const gone = new AbortController();
    const steps = followDevice(deps, ctx, id, gone.signal, { lookMs: 60_000, qrMs: 60_000, mostMs: 60_000 });
    await steps.next();
    const end = steps.next();
    gone.abort();
    expect((await end).done).toBe(true);
  });
});

describe("giving a number up", () => {
  test("its messages go nowhere, and another showroom may add it", async () => {
    const number = aNumber();
    const { ctx, id } = await withFonnte(number);
    await removeDevice(ctx, id);
    expect(await findDeviceByNumber(db, number)).toBeNull();
    expect(await withTenant(ctx, (tx) => tx.device.count())).toBe(0);
    const other = await showroom();
    expect((await addDevice(deps, other, { number, gateway: "simulator" })).device.number).toBe(number);
  });

  test("its conversations stay, what waited is marked as failed, and it may come back", async () => {
    const number = aNumber();
    const { ctx, id } = await withFonnte(number);
    const { id: tenantId } = ctx.tenant;
    const message = await withTenant(ctx, async (tx) => {
      const conversation = { tenantId, deviceId: id, persona: "customer", chatId: "628999", phone: "628999" } as const;
      const { id: conversationId } = await tx.conversation.create({ data: conversation });
      return tx.message.create({
        data: { tenantId, conversationId, deviceId: id, direction: "outbound", sender: "bot", status: "queued" },
      });
    });
    await removeDevice(ctx, id);
    expect(await listDevices(ctx)).toEqual([]);
    const kept = await withTenant(ctx, (tx) => tx.message.findFirstOrThrow({ where: { id: message.id } }));
    expect(kept.status).toBe("failed");
    expect(connectDevice(deps, ctx, id)).rejects.toBeInstanceOf(NotFoundError);
    const again = await addDevice(deps, ctx, { number, gateway: "simulator" });
    expect(again.device).toMatchObject({ id, conversations: 1, hasToken: false, gateway: "simulator" });
  });
});

test("a renewed webhook address takes the place of the former one", async () => {
  const number = aNumber();
  const { ctx, id, webhookPath: before } = await withFonnte(number);
  const { webhookPath: after } = await renewWebhookSecret(ctx, id);
  const gateway = gateways.get("fonnte");
  if (!gateway) throw new Error("no gateway");
  const body = new TextEncoder().encode(
    JSON.stringify({ device: number, sender: "628999", message: "halo", inboxid: 1 }),
  );
  const request = { contentType: "application/json", body, headers: new Headers() };
  const deliver = (path: string | null) =>
    receiveWebhook(
      { db, clock: systemClock, sharedSecretHash: null },
      { gateway, request, secret: path?.split("/").at(-1) ?? null, requestId: "test" },
    );
  expect(deliver(before)).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await deliver(after)).toMatchObject({ stored: 1 });
});

test("hides another showroom's number, and refuses sales", async () => {
  const { ctx: theirs, id } = await withFonnte();
  const ctx = await showroom();
  for (const wrong of [id, "bukan-id"]) {
    expect(getDevice(ctx, wrong)).rejects.toBeInstanceOf(NotFoundError);
    expect(connectDevice(deps, ctx, wrong)).rejects.toBeInstanceOf(NotFoundError);
    expect(getDeviceStatus(deps, ctx, wrong)).rejects.toBeInstanceOf(NotFoundError);
    expect(removeDevice(ctx, wrong)).rejects.toBeInstanceOf(NotFoundError);
    expect(renewWebhookSecret(ctx, wrong)).rejects.toBeInstanceOf(NotFoundError);
  }
  const sales = { ...theirs, actor: salesPerson };
  expect(listDevices(sales)).rejects.toBeInstanceOf(ForbiddenError);
  expect(addDevice(deps, sales, { number: aNumber(), gateway: "simulator" })).rejects.toBeInstanceOf(ForbiddenError);
  expect(connectDevice(deps, sales, id)).rejects.toBeInstanceOf(ForbiddenError);
  expect(removeDevice(sales, id)).rejects.toBeInstanceOf(ForbiddenError);
});
