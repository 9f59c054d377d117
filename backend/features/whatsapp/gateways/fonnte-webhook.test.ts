import { describe, expect, test } from "bun:test";
import { ValidationError } from "@/backend/platform/errors";
import {
  customer,
  device,
  encoded,
  fixture,
  message,
  parse,
  parseRequest,
  receivedAt,
  request,
} from "./fixtures/fonnte/requests";
import { parseFonnteWebhook } from "./fonnte-webhook";
import type { WebhookRequest } from "./gateway";

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
    form.append("sender", new File([new Uint8Array([13, 10, 45, 45, 0])], "sender.bin"));
    form.append("sender", customer);
    form.set("message", "baris satu\r\nbaris dua");
    expect(parseRequest(await encoded(form))).toMatchObject({
      phone: customer,
      text: "baris satu\r\nbaris dua",
    });
  });
});

async function multipart(entries: [string, string][]): Promise<WebhookRequest> {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return encoded(form);
}

function entriesOf(fields: object): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [name, String(value)]);
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
