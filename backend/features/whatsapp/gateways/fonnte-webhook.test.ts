import { describe, expect, test } from "bun:test";
import { ValidationError } from "@/backend/platform/errors";
import { parseFonnteWebhook } from "./fonnte-webhook";
import type { InboundEvent, InboundMessage, WebhookRequest } from "./gateway";

const device = "628123456789";
const customer = "6281300000002";
const receivedAt = new Date("2026-02-01T03:00:01Z");

describe("the three webhooks of one address", () => {
  test("a text message is read with sender, time and dedupe key", async () => {
    expect(parse(await fixture("message_text"))).toEqual({
      type: "message",
      deviceNumber: device,
      providerId: "123456789",
      chatId: customer,
      phone: customer,
      senderName: "Budi",
      fromMe: false,
      text: "halo, avanza 2020 masih ada?",
      media: undefined,
      location: undefined,
      sentAt: new Date(1769900000_000),
    });
  });

  test("JSON, urlencoded and multipart bodies with the same keys give the same event", async () => {
    const fields = await fixture("message_text");
    const json = parse(fields);
    const form = new URLSearchParams(entriesOf(fields));
    expect(parseRequest(request(form.toString(), "application/x-www-form-urlencoded"))).toEqual(json);
    expect(parseRequest(await multipart(entriesOf(fields)))).toEqual(json);
  });

  test("a body is understood even when its content type is wrong or missing", async () => {
    const fields = await fixture("message_text");
    const expected = parse(fields);
    expect(parseRequest(request(JSON.stringify(fields), "application/x-www-form-urlencoded"))).toEqual(expected);
    expect(parseRequest(request(new URLSearchParams(entriesOf(fields)).toString(), ""))).toEqual(expected);
  });

  test("numbers may come as text and the device as a number", async () => {
    const fields = await fixture("message_text");
    const texts = { ...fields, device: Number(device), inboxid: "123456789", timestamp: "1769900000" };
    expect(parse(texts)).toEqual(parse(fields));
  });

  test("a device webhook tells connect from disconnect and never carries the token", async () => {
    const disconnected = parse(await fixture("device_disconnect"));
    expect(disconnected).toEqual({
      type: "device",
      deviceNumber: device,
      status: "disconnected",
      reason: "logged out",
    });
    expect(JSON.stringify(disconnected)).not.toContain("DEVICE_TOKEN_SAMPLE");
    expect(parse(await fixture("device_connect"))).toMatchObject({ type: "device", status: "connected" });
  });

  test("the first receipt binds our id to WhatsApp's, a later one may name only WhatsApp's", async () => {
    const ids = { providerId: "80367170", stateId: "3EB0AAAAAAAAAAAAAAAA" };
    expect(parse(await fixture("status_full"))).toMatchObject({ type: "receipt", ...ids, status: "sent" });
    expect(parse(await fixture("status_state_only"))).toMatchObject({
      type: "receipt",
      providerId: null,
      stateId: ids.stateId,
      status: "read",
    });
  });

  test.each([
    [{ status: "sent", state: "read" }, "read"],
    [{ status: "processing", state: "" }, "queued"],
    [{ status: "waiting", state: null }, "queued"],
    [{ status: "", state: 2 }, "delivered"],
    [{ status: "failed", state: "delivered" }, "delivered"],
    [{ status: "expired", state: "sent" }, "failed"],
    [{ status: "url unreachable" }, "failed"],
  ])("of two status fields the one further along counts: %j → %s", (fields, status) => {
    expect(parse({ device, id: 80367170, stateid: "3EB0", ...fields })).toMatchObject({ type: "receipt", status });
  });

  test("a failed receipt keeps the provider's word as its reason", async () => {
    expect(parse(await fixture("status_failed"))).toMatchObject({
      providerId: "80367171",
      stateId: null,
      status: "failed",
      reason: "invalid",
    });
  });

  test("a shape without meaning is ignored, not refused, so that it is not sent again fifteen times", () => {
    expect(parse({ device, hello: "world" })).toMatchObject({ type: "ignored" });
    expect(parse({ device, id: "1", status: "dancing" })).toMatchObject({ type: "ignored" });
  });
});

describe("what a message says", () => {
  test("a picture without a caption has an address and empty text", async () => {
    expect(message(await fixture("message_image"))).toMatchObject({
      text: "",
      media: { kind: "image", url: "https://files.example.invalid/abc.jpg", filename: "abc.jpg" },
    });
  });

  test("a caption stays with its picture", () => {
    const fields = { device, sender: customer, message: "plat L 1234 AB", url: "https://f.example/a.png" };
    expect(message({ ...fields, extension: "png" })).toMatchObject({
      text: "plat L 1234 AB",
      media: { kind: "image" },
    });
  });

  test.each(["non-text message", "Non text message", "nontext message", "[non-text message]"])(
    "on packages without attachments %j is reported as unknown media, not as words",
    (placeholder) => {
      expect(message({ device, sender: customer, message: placeholder, url: "" })).toMatchObject({
        text: "",
        media: { kind: "unknown" },
      });
    },
  );

  test("an attachment whose kind nobody names is a document, and an address that is not http is no address", () => {
    const fields = { device, sender: customer, message: "ini ktp" };
    expect(message({ ...fields, url: "https://f.example/download?id=1" }).media).toMatchObject({ kind: "document" });
    expect(message({ ...fields, url: "file:///etc/passwd", filename: "a.jpg" }).media).toEqual({
      kind: "image",
      filename: "a.jpg",
    });
    expect(message({ ...fields, url: "null" }).media).toBeUndefined();
  });

  test("a link inside a text message is no attachment", () => {
    const fields = { device, sender: customer, type: "text", message: "lihat ini", url: "https://olx.example/iklan" };
    expect(message(fields).media).toBeUndefined();
  });

  test("a location becomes coordinates; nonsense does not", async () => {
    expect(message(await fixture("message_location"))).toMatchObject({
      text: "",
      media: undefined,
      location: { latitude: -7.2575, longitude: 112.7521 },
    });
    for (const location of ["", "rumah", "-97.2,112.7", "1,2,3"]) {
      expect(message({ device, sender: customer, location }).location).toBeUndefined();
    }
  });

  test("a pressed button and a poll answer are words", async () => {
    expect(message({ device, sender: customer, message: "", text: "Ya, lanjut" }).text).toBe("Ya, lanjut");
    expect(message(await fixture("message_poll")).text).toBe("Sabtu pagi, Minggu");
    expect(message({ device, sender: customer, choices: "Minggu" }).text).toBe("Minggu");
  });

  test.each([
    [1769900000, "2026-01-31T22:53:20.000Z"],
    ["1769900000", "2026-01-31T22:53:20.000Z"],
    [1769900000123, "2026-01-31T22:53:20.123Z"],
    ["1769900000123", "2026-01-31T22:53:20.123Z"],
  ])("a timestamp in seconds or milliseconds, number or text, is one time: %j", (timestamp, expected) => {
    expect(message({ device, sender: customer, timestamp }).sentAt?.toISOString()).toBe(expected);
  });

  test.each([0, "", "kemarin", null, -5, 1e20, true])("a timestamp that is none gives no time: %j", (timestamp) => {
    expect(message({ device, sender: customer, timestamp }).sentAt).toBeNull();
  });

  test("text holds nothing Postgres refuses", () => {
    expect(message({ device, sender: customer, message: "a\u0000b\ud800c", name: "\u0000" })).toMatchObject({
      text: "ab\ufffdc",
      senderName: undefined,
    });
  });
});

describe("who writes", () => {
  test.each([
    ["120363000000000000@g.us", "group"],
    ["120363000000000000", "group"],
    ["628123456789-1600000000", "group"],
    ["status@broadcast", "broadcast"],
    ["120363000000000001@newsletter", "newsletter"],
  ])("%s is ignored as %s", (sender, why) => {
    expect(parse({ device, sender, message: "ada xenia?" })).toEqual({ type: "ignored", deviceNumber: device, why });
  });

  test("a group is known by its member or flag as well", async () => {
    expect(parse(await fixture("message_group"))).toMatchObject({ type: "ignored", why: "group" });
    const fields = { device, sender: "6285700000009", message: "x" };
    expect(parse({ ...fields, member: customer })).toMatchObject({ type: "ignored" });
    expect(parse({ ...fields, isgroup: "true" })).toMatchObject({ type: "ignored" });
    expect(parse({ ...fields, isgroup: false, member: "" })).toMatchObject({ type: "message" });
  });

  test("a phone is never made up from a LID, and the raw id is kept for the answer", () => {
    const lid = message({ device, sender: "102938475610293@lid", message: "halo" });
    expect(lid).toMatchObject({ chatId: "102938475610293@lid", phone: null });
    expect(message({ device, sender: "62YYYYYYYYYYY", message: "halo" })).toMatchObject({ phone: null });
  });

  test.each([
    ["6281300000002:17@s.whatsapp.net", "6281300000002"],
    ["6281300000002@c.us", "6281300000002"],
    ["+62 813-0000-0002", "6281300000002"],
    ["081300000002", "6281300000002"],
    ["84901234567", "84901234567"],
  ])("the phone of %s is %s", (sender, phone) => {
    expect(message({ device, sender, message: "halo" }).phone).toBe(phone);
  });

  test("the device as its own sender, or a flag, means that the showroom wrote; the free package's watermark goes", () => {
    const watermarked = "Unit masih ada kak\n\n> _Sent via fonnte.com_";
    expect(message({ device, sender: device, message: watermarked })).toMatchObject({
      fromMe: true,
      text: "Unit masih ada kak",
    });
    expect(message({ device, sender: customer, fromMe: "true", message: "x" }).fromMe).toBe(true);
    expect(message({ device, sender: customer, message: watermarked })).toMatchObject({
      fromMe: false,
      text: watermarked,
    });
  });
});

describe("the dedupe key without an inbox id", () => {
  test("the same message has the same key, whenever it arrives again", () => {
    const fields = { device, sender: customer, message: "ok", timestamp: 1769900000 };
    const later = new Date(receivedAt.getTime() + 60_000);
    expect(keyOf(fields)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(keyOf(fields, later)).toBe(keyOf(fields));
    expect(keyOf({ ...fields, timestamp: "1769900000000" })).toBe(keyOf(fields));
  });

  test("another device, sender, time, text, attachment or place has another key", () => {
    const fields = { device, sender: customer, message: "ok", timestamp: 1769900000 };
    const others = [
      { device: "628233334444" },
      { sender: "6281300000003" },
      { timestamp: 1769900001 },
      { message: "oke" },
      { url: "https://f.example/a.jpg" },
      { location: "-7.2,112.7" },
    ];
    const keys = [fields, ...others.map((other) => ({ ...fields, ...other }))].map((one) => keyOf(one));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("without a timestamp it merges only what arrives within five seconds", async () => {
    const fields = await fixture("message_text_minimal");
    const sameMoment = new Date(receivedAt.getTime() + 3_000);
    const nextMoment = new Date(receivedAt.getTime() + 5_000);
    expect(keyOf(fields, sameMoment)).toBe(keyOf(fields));
    expect(keyOf(fields, nextMoment)).not.toBe(keyOf(fields));
  });

  test("an inbox id of zero or of absurd length is none", () => {
    const fields = { device, sender: customer, message: "ok", timestamp: 1769900000 };
    expect(keyOf({ ...fields, inboxid: 0 })).toBe(keyOf(fields));
    expect(keyOf({ ...fields, inboxid: "9".repeat(5000) })).toBe(keyOf(fields));
  });
});

describe("hostile bodies", () => {
  test.each([
    ["empty", "", "application/json"],
    ["cut off", '{"device":"628', "application/json"],
    ["a list", "[]", "application/json"],
    ["plain words", "hello", "text/plain"],
    ["HTML", "<html a=b>", "text/html"],
    ["without device", '{"sender":"6281300000002"}', "application/json"],
    ["device is an object", '{"device":{"a":1},"sender":"6281300000002"}', "application/json"],
    ["bottomless", `{"a":${"[".repeat(200_000)}`, "application/json"],
    [
      "multipart cut off",
      '--x\r\nContent-Disposition: form-data; name="device"\r\n\r\n628',
      "multipart/form-data; boundary=x",
    ],
    ["multipart of nothing", "", "multipart/form-data; boundary=x"],
  ])("a body that is %s is refused with a reason", (_, body, contentType) => {
    expect(() => parseRequest(request(body, contentType))).toThrow(ValidationError);
  });

  test("random bytes are refused or understood, never anything else", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const bytes = pseudoRandomBytes(seed, 200);
      for (const contentType of [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=a",
      ]) {
        try {
          parseFonnteWebhook({ contentType, body: bytes, headers: new Headers() }, receivedAt);
        } catch (error) {
          expect(error).toBeInstanceOf(ValidationError);
        }
      }
    }
  });

  test("nested objects where text belongs are read as missing", () => {
    expect(message({ device, sender: customer, message: { a: 1 }, name: ["Budi"], url: { b: 2 } })).toMatchObject({
      text: "",
      senderName: "Budi",
      media: undefined,
    });
  });

  test("a file in the form is skipped and the fields around it are read", async () => {
    const form = new FormData();
    form.set("device", device);
    form.set("file", new File([new Uint8Array([13, 10, 45, 45, 0])], "sender.bin"));
    form.set("sender", customer);
    form.set("message", "baris satu\r\nbaris dua");
    expect(parseRequest(await encoded(form))).toMatchObject({
      phone: customer,
      text: "baris satu\r\nbaris dua",
    });
  });
});

function parse(fields: object, at = receivedAt): InboundEvent | undefined {
  return parseRequest(request(JSON.stringify(fields), "application/json"), at);
}

function parseRequest(webhook: WebhookRequest, at = receivedAt): InboundEvent | undefined {
  const events = parseFonnteWebhook(webhook, at);
  expect(events).toHaveLength(1);
  return events[0];
}

function message(fields: object, at = receivedAt): InboundMessage {
  const event = parse(fields, at);
  if (event?.type !== "message") throw new Error(`not a message: ${JSON.stringify(event)}`);
  return event;
}

function keyOf(fields: object, at = receivedAt): string {
  return message(fields, at).providerId;
}

function request(body: string, contentType: string): WebhookRequest {
  return { contentType, body: new TextEncoder().encode(body), headers: new Headers() };
}

async function multipart(entries: [string, string][]): Promise<WebhookRequest> {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return encoded(form);
}

/** Written by the platform's own encoder, so that our reader is not only tested against itself. */
async function encoded(form: FormData): Promise<WebhookRequest> {
  const response = new Response(form);
  const contentType = response.headers.get("content-type") ?? "";
  return { contentType, body: new Uint8Array(await response.arrayBuffer()), headers: new Headers() };
}

function entriesOf(fields: object): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [name, String(value)]);
}

async function fixture(name: string): Promise<Record<string, unknown>> {
  return Bun.file(new URL(`./fixtures/fonnte/${name}.json`, import.meta.url)).json();
}

/** Mulberry32: the same bytes in every run. */
function pseudoRandomBytes(seed: number, length: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  });
}
