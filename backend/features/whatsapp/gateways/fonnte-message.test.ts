import { describe, expect, test } from "bun:test";
import { customer, device, fixture, keyOf, message, receivedAt } from "./fixtures/fonnte/requests";

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
