import { describe, expect, test } from "bun:test";
import { createDevice } from "@/backend/testing/messaging-world";
import { openTestDatabase } from "@/backend/testing/test-database";
import { openDoor } from "@/backend/testing/webhook-door";

const db = await openTestDatabase();
const { post } = await openDoor(db);

const customer = "6281300000002";

describe("whatever is thrown at the door, it is never our fault", () => {
  const seeds: Record<"fonnte" | "simulator", object> = {
    fonnte: {
      sender: customer,
      message: "halo",
      name: "Budi",
      url: "http://x.test/a.jpg",
      location: "-7.2,112.7",
      inboxid: 1,
      id: "5",
      stateid: "s",
      status: "sent",
      state: "read",
      choices: ["a"],
      timestamp: 1_769_900_000,
      fromme: "",
    },
    simulator: {
      sender: customer,
      id: "x",
      text: "halo",
      name: "Budi",
      media: { kind: "image", objectKey: "k" },
      location: { latitude: 1, longitude: 1 },
      timestamp: 1,
      receipts: [{ id: "a", status: "read" }],
      fromMe: false,
    },
  };
  const odd: unknown[] = [
    null,
    "",
    0,
    -1,
    1e300,
    true,
    [],
    {},
    [[[]]],
    { a: { b: 1 } },
    "\u0000",
    "\ud800",
    "x".repeat(70_000),
    "😀".repeat(300),
    "'; DROP TABLE lanes; --",
    "%00",
    "1".repeat(40),
    `${"9".repeat(15)}@lid`,
    "62813@s.whatsapp.net",
    "2026-13-45",
    "NaN",
    Number.MAX_SAFE_INTEGER,
  ];

  for (const gateway of ["fonnte", "simulator"] as const) {
    test(`${gateway}: 600 broken bodies get no 5xx`, async () => {
      const target = await createDevice(db, { gateway });
      const statuses = new Map<number, number>();
      for (let round = 0; round < 600; round += 1) {
        const { body, contentType } = brokenBody(gateway, target.number, round);
        const response = await post(body, { path: `/webhook/${gateway}`, contentType });
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status >= 500) throw new Error(`${response.status} for ${contentType}: ${body.slice(0, 400)}`);
      }
      // Not all refused at the first look: most of them must have gone all the way.
      expect(statuses.get(200) ?? 0).toBeGreaterThan(100);
    });
  }

  function brokenBody(gateway: "fonnte" | "simulator", number: string, round: number) {
    const fields: Record<string, unknown> = { device: number, ...seeds[gateway] };
    const names = Object.keys(fields).slice(1);
    const changes = 1 + Math.floor(Math.random() * 4);
    for (let count = 0; count < changes; count += 1) {
      const name = pick(names);
      if (Math.random() < 0.3) delete fields[name];
      else fields[name] = pick(odd);
    }
    if (gateway === "simulator" && Math.random() < 0.8) delete fields.receipts;
    if (Math.random() < 0.3) fields.media = { kind: "image", objectKey: "k", filename: pick(odd), mimeType: pick(odd) };
    if (Math.random() < 0.5) fields.inboxid = fields.id = `r${round}`;
    if (Math.random() < 0.05) fields.device = pick(odd);

    const contentType = pick([
      "application/json",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
      "text/plain",
    ]);
    const isForm = contentType.includes("urlencoded") && gateway === "fonnte";
    const text = isForm ? formOf(fields) : JSON.stringify(fields);
    return { body: Math.random() < 0.15 ? mangle(text) : text, contentType };
  }

  function formOf(fields: Record<string, unknown>): string {
    return Object.entries(fields)
      .map(
        ([name, value]) =>
          `${name}=${typeof value === "string" ? encodeURIComponent(value.toWellFormed()) : String(value)}`,
      )
      .join("&");
  }

  function mangle(text: string): string {
    const at = Math.floor(Math.random() * text.length);
    return pick([
      text.slice(0, at),
      text.slice(at),
      text.slice(0, at) + String.fromCharCode(Math.random() * 65_536) + text.slice(at),
    ]);
  }

  function pick<T>(list: T[]): T {
    const item = list[Math.floor(Math.random() * list.length)];
    if (item === undefined) throw new Error("an empty list");
    return item;
  }
});
