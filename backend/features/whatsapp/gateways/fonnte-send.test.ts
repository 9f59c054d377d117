import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { createServer } from "node:net";
import { systemClock } from "@/backend/platform/clock";
import { type FakeFonnte, startFakeFonnte } from "@/backend/testing/fake-fonnte";
import { createFonnteGateway } from "./fonnte";
import type { GatewayDevice, OutgoingMessage, SendFailureKind, SendResult } from "./gateway";

const token = "DeviceToken-1234567890";
const message: OutgoingMessage = { id: "41", to: "6281300000002", text: "Masih ada kak, silakan & terima kasih 🙏" };
let fonnte: FakeFonnte;
let device: GatewayDevice;

beforeEach(() => {
  fonnte = startFakeFonnte({ token });
  device = { number: "628123456789", token, apiUrl: fonnte.url };
});

afterEach(() => fonnte.stop());

describe("a message that is accepted", () => {
  test("goes to one target with the bare token and comes back with the id its receipts will name", async () => {
    expect(await send(message)).toEqual({ ok: true, providerId: "80367170" });
    expect(fonnte.sent).toMatchObject([{ target: message.to, message: message.text, url: null, quotedInboxId: null }]);
    expect(fonnte.requests).toMatchObject([
      { path: "/send", authorization: token, fields: { countryCode: "0", connectOnly: "true" } },
    ]);
  });

  test("carries an image with its caption, or without one", async () => {
    const image = { url: "https://cdn.example/a b.jpg?x=1&y=2" };
    await send({ ...message, image });
    await send({ ...message, text: "", image });
    expect(fonnte.sent).toMatchObject([
      { url: image.url, message: message.text },
      { url: image.url, message: "" },
    ]);
  });

  test("quotes a real inbox id and never a key we computed", async () => {
    await send({ ...message, replyToProviderId: "123456789" });
    await send({ ...message, replyToProviderId: "sha256:abcdef" });
    expect(fonnte.sent.map((one) => one.quotedInboxId)).toEqual(["123456789", null]);
  });

  test.each([
    ["6281300000002@c.us", "6281300000002"],
    ["6281300000002:17@s.whatsapp.net", "6281300000002"],
    ["102938475610293@lid", "102938475610293@lid"],
    ["84901234567", "84901234567"],
  ])("%s is sent to %s", async (to, target) => {
    await send({ ...message, to });
    expect(fonnte.sent).toMatchObject([{ target }]);
  });

  test("a device without its own address and token uses the gateway's", async () => {
    const gateway = createFonnteGateway({ clock: systemClock, apiUrl: `${fonnte.url}/`, token });
    const bare = { number: device.number, token: null, apiUrl: null };
    expect(await gateway.send(bare, message, AbortSignal.timeout(5000))).toMatchObject({ ok: true });
  });
});

describe("a refusal with HTTP 200", () => {
  test("a disconnected device stops the lane", async () => {
    fonnte.faults.disconnected = true;
    expect(await send(message)).toMatchObject({
      ok: false,
      kind: "device_down",
      reason: expect.stringContaining("disconnected"),
    });
  });

  test("no quota, a wrong token, a bad target and an unreachable picture are told apart", async () => {
    expect(await send({ ...message, to: "12345" })).toMatchObject({ kind: "bad_target" });
    expect(await send(message, { ...device, token: "Another" })).toMatchObject({ kind: "auth" });
    fonnte.faults.urlUnreachable = true;
    expect(await send({ ...message, image: { url: "https://cdn.example/a.jpg" } })).toMatchObject({ kind: "media" });
    fonnte.faults.quota = true;
    expect(await send(message)).toMatchObject({ kind: "quota" });
    expect(fonnte.sent).toEqual([]);
  });

  test.each<[string, SendFailureKind]>([
    ["token invalid", "auth"],
    ["unknown user", "auth"],
    ["input invalid", "rejected"],
    ["url invalid", "media"],
    ["url unreachable", "media"],
    ["file format not supported", "media"],
    ["file size must under 4MB", "media"],
    ["target invalid", "bad_target"],
    ["JSON format invalid", "rejected"],
    ["insufficient quota", "quota"],
    ["request invalid on disconnected device", "device_down"],
    ["something new", "rejected"],
  ])("%j means %s", async (reason, kind) => {
    expect(await sendToServerAnswering(() => Response.json({ status: false, reason }))).toEqual({
      ok: false,
      kind,
      reason,
    });
  });

  test("the token never appears in a reason", async () => {
    const result = await sendToServerAnswering(() =>
      Response.json({ Status: "false", reason: `token ${token} invalid` }),
    );
    expect(result).toEqual({ ok: false, kind: "auth", reason: "token [redacted] invalid" });
  });
});

describe("an answer that has to be read with care", () => {
  test.each([
    ["status as text, id as text", { status: "true", id: "1" }, "1"],
    ["capital Status, id as number", { Status: true, id: [1] }, "1"],
    ["no id at all", { status: true }, null],
  ])("%s is a success", async (_, body, providerId) => {
    expect(await sendToServerAnswering(() => Response.json(body))).toEqual({ ok: true, providerId });
  });

  test.each([
    ["a redirect, which would take the token elsewhere", 307, "rejected"],
    ["a forbidden address", 403, "auth"],
    ["a wrong path", 404, "rejected"],
    ["a bad gateway", 502, "unknown"],
    ["an empty success", 200, "unknown"],
  ])("%s", async (_, status, kind) => {
    const headers = { Location: `${fonnte.url}/send` };
    expect(await sendToServerAnswering(() => new Response("", { status, headers }))).toMatchObject({ ok: false, kind });
    expect(fonnte.requests).toEqual([]);
  });

  test("429 says when to come back", async () => {
    fonnte.faults.rateLimited = true;
    expect(await send(message)).toMatchObject({ kind: "rate", retryAfterMs: 7000 });
  });
});

describe("an outcome nobody knows is never a failure that may be repeated", () => {
  test("no answer in time, after the message was taken", async () => {
    fonnte.faults.timeoutAfterAccept = true;
    const impatient = createFonnteGateway({ clock: systemClock, sendTimeoutMs: 100 });
    const result = await impatient.send(device, message, new AbortController().signal);
    expect(result).toMatchObject({ ok: false, kind: "unknown", reason: "no answer in time" });
    expect(fonnte.sent).toHaveLength(1);
  });

  test("a web page or JSON without a status", async () => {
    fonnte.faults.nonJson = true;
    expect(await send(message)).toMatchObject({ kind: "unknown" });
    fonnte.faults.nonJson = false;
    fonnte.faults.withoutStatus = true;
    expect(await send(message)).toMatchObject({ kind: "unknown" });
    fonnte.faults.http500 = true;
    expect(await send(message)).toMatchObject({ kind: "unknown" });
  });

  test("a connection that breaks after the request, which is not sent a second time", async () => {
    let received = 0;
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => {
        received++;
        socket.destroy();
      });
    });
    const apiUrl = await new Promise<string>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve(addressOf(server.address())));
    });
    expect(await send(message, { ...device, apiUrl })).toMatchObject({ kind: "unknown" });
    expect(received).toBe(1);
    server.close();
  });

  test("a stop in the middle", async () => {
    fonnte.faults.timeoutAfterAccept = true;
    const stop = new AbortController();
    const result = gateway().send(device, message, stop.signal);
    while (fonnte.sent.length === 0) await Bun.sleep(1);
    stop.abort();
    expect(await result).toMatchObject({ kind: "unknown", reason: "stopped while sending" });
  });
});

describe("a message that surely was not sent may be tried again", () => {
  test("nobody listens", async () => {
    await fonnte.stop();
    expect(await send(message)).toMatchObject({ kind: "rate", retryAfterMs: expect.any(Number) });
  });

  test("the name does not exist", async () => {
    expect(await send(message, { ...device, apiUrl: "http://fonnte.invalid" })).toMatchObject({ kind: "rate" });
  });

  test("stopped before it began", async () => {
    expect(await gateway().send(device, message, AbortSignal.abort())).toMatchObject({ kind: "rate", retryAfterMs: 0 });
    expect(fonnte.requests).toEqual([]);
  });
});

describe("what never leaves", () => {
  test.each(["6281300000002,6281300000003", "6281300000002|Budi", "", "halo dunia"])(
    "a target that would mean several people or none: %j",
    async (to) => {
      expect(await send({ ...message, to })).toMatchObject({ kind: "bad_target" });
      expect(fonnte.requests).toEqual([]);
    },
  );

  test("a message of a device without a usable token or address", async () => {
    expect(await send(message, { ...device, token: null })).toMatchObject({ kind: "auth" });
    expect(await send(message, { ...device, token: "two\nlines" })).toMatchObject({ kind: "auth" });
    expect(await send(message, { ...device, apiUrl: "file:///etc" })).toMatchObject({ kind: "rejected" });
    expect(fonnte.requests).toEqual([]);
  });
});

test("the secret inside a webhook body is found for the route to compare", () => {
  const body = new TextEncoder().encode('{"device":"628","secret_key":"s3cret"}');
  const webhook = { contentType: "application/json", headers: new Headers() };
  expect(gateway().bodySecret({ ...webhook, body })).toBe("s3cret");
  expect(gateway().bodySecret({ ...webhook, body: new Uint8Array() })).toBeNull();
});

function gateway() {
  return createFonnteGateway({ clock: systemClock });
}

function send(outgoing: OutgoingMessage, from: GatewayDevice = device): Promise<SendResult> {
  return gateway().send(from, outgoing, new AbortController().signal);
}

async function sendToServerAnswering(answer: () => Response): Promise<SendResult> {
  const server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: answer });
  const result = await send(message, { ...device, apiUrl: server.url.origin });
  await server.stop(true);
  return result;
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): string {
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
}
