import { describe, expect, test } from "bun:test";
import { ValidationError } from "@/backend/platform/errors";
import type { InboundEvent, OutgoingMessage } from "./gateway";
import { createSimulatorGateway, type SimulatorSink } from "./simulator";
import type { SimulatorMessage, SimulatorReceipts } from "./simulator-webhook";

const device = "628123456789";
const customer = "6281300000002";
const phone = { number: device, token: null, apiUrl: null };
const outgoing: OutgoingMessage = { id: "41", to: customer, text: "Masih ada kak" };

describe("the simulator's webhook", () => {
  test("a message with a picture from the object store is read completely", () => {
    const message: SimulatorMessage = {
      device,
      sender: customer,
      name: "Budi",
      id: "sim-1",
      text: " ada avanza? ",
      media: { kind: "image", objectKey: "simulator/1.jpg", mimeType: "image/jpeg" },
      location: { latitude: -7.2, longitude: 112.7 },
      quotedId: "40",
      timestamp: 1769900000000,
    };
    expect(parse(message)).toEqual([
      {
        type: "message",
        deviceNumber: device,
        providerId: "sim-1",
        chatId: customer,
        phone: customer,
        senderName: "Budi",
        fromMe: false,
        text: "ada avanza?",
        media: { kind: "image", objectKey: "simulator/1.jpg", mimeType: "image/jpeg" },
        location: { latitude: -7.2, longitude: 112.7 },
        quotedProviderId: "40",
        sentAt: new Date(1769900000000),
      },
    ]);
  });

  test("receipts come in batches and name the message we sent", () => {
    const receipts: SimulatorReceipts = {
      device,
      receipts: [
        { id: "41", status: "delivered" },
        { id: "42", status: "read" },
      ],
    };
    expect(parse(receipts)).toMatchObject([
      { type: "receipt", providerId: "41", stateId: null, status: "delivered" },
      { type: "receipt", providerId: "42", status: "read" },
    ]);
  });

  test("the showroom's own phone keeps the customer as the chat", () => {
    const message: SimulatorMessage = { device, sender: customer, id: "1", text: "saya bantu ya", fromMe: true };
    expect(parse(message)).toMatchObject([{ fromMe: true, chatId: customer }]);
  });

  test("a group is ignored as with a real gateway", () => {
    expect(parse({ device, sender: "120363000000000000@g.us", id: "1" })).toMatchObject([{ type: "ignored" }]);
  });

  test.each([
    ["not JSON", "x", "body"],
    ["no sender", JSON.stringify({ device, id: "1" }), "sender"],
    [
      "an unknown kind",
      JSON.stringify({ device, sender: customer, id: "1", media: { kind: "hologram" } }),
      "media.kind",
    ],
    [
      "a place off the map",
      JSON.stringify({ device, sender: customer, id: "1", location: { latitude: 91, longitude: 0 } }),
      "location.latitude",
    ],
  ])("%s is refused and the field is named", (_, body, field) => {
    try {
      parseText(body);
      throw new Error("was accepted");
    } catch (error) {
      expect(error).toBeInstanceOf(ValidationError);
      if (error instanceof ValidationError) expect(error.fields).toHaveProperty([field]);
    }
  });
});

describe("sending to a simulated phone", () => {
  test("hands the message to the page and answers with our own id", async () => {
    const shown: OutgoingMessage[] = [];
    const deliver: SimulatorSink = async (_, message) => {
      shown.push(message);
    };
    const result = await createSimulatorGateway(deliver).send(phone, outgoing, AbortSignal.timeout(1000));
    expect(result).toEqual({ ok: true, providerId: "41" });
    expect(shown).toEqual([outgoing]);
  });

  test("a sink that fails is a result, not an exception", async () => {
    const gateway = createSimulatorGateway(() => Promise.reject(new Error("database down")));
    expect(await gateway.send(phone, outgoing, AbortSignal.timeout(1000))).toMatchObject({
      ok: false,
      kind: "unknown",
    });
    expect(gateway.idempotentSend).toBe(true);
  });
});

function parse(body: SimulatorMessage | SimulatorReceipts): InboundEvent[] {
  return parseText(JSON.stringify(body));
}

function parseText(text: string): InboundEvent[] {
  const gateway = createSimulatorGateway(() => Promise.resolve());
  return gateway.parseWebhook({
    contentType: "application/json",
    body: new TextEncoder().encode(text),
    headers: new Headers(),
  });
}
