import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { createTenant, openTestDatabase, testClock } from "@/backend/testing/test-database";
import {
  createShowroom,
  createTestSimulator,
  createUser,
  json,
  MAX_FILE_BYTES,
  newCustomer,
  photo,
  reply,
} from "./test-simulator";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const db = await openTestDatabase();
const surabaya = await createShowroom(db, await createTenant(db), "628123456789");
const malang = await createShowroom(db, await createTenant(db), "628233334444");
const { app, objectStore, delivered, send, chatOf } = createTestSimulator({ db, clock: testClock() }, surabaya);

describe("sending from a simulated phone", () => {
  test("an album of three arrives as three webhook calls with ids of their own and the caption once", async () => {
    const calls = await deliveriesOf(() =>
      send({ sender: newCustomer(), kind: "photos", text: "Brio 2021", photos: [photo("1"), photo("2"), photo("3")] }),
    );
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(3);
    expect(calls.map(({ text }) => text)).toEqual(["Brio 2021", "", ""]);
    expect(calls.every(({ media }) => /^simulator\/[0-9a-f]{64}$/.test(media?.objectKey ?? ""))).toBe(true);
  });

  test("the caption may come with the last photo, as some phones do it", async () => {
    const calls = await deliveriesOf(() =>
      send({ sender: newCustomer(), captionOn: "last", text: "Brio", photos: [photo("1"), photo("2")] }),
    );
    expect(calls.map(({ text }) => text)).toEqual(["", "Brio"]);
  });

  test("sending the same batch again stores nothing twice", async () => {
    const sender = newCustomer();
    const batch = { sender, batchId: "batch-1", text: "halo" };
    await send(batch);
    await send(batch);
    expect(await chatOf(surabaya.number, sender)).toMatchObject([{ text: "halo", isMine: true }]);
  });

  test("anything attached as a photo is passed on: refusing it is the product's work", async () => {
    const [call] = await deliveriesOf(() =>
      send({ sender: newCustomer(), photos: [new File(["%PDF-1.7"], "stnk.pdf")] }),
    );
    expect(call?.media).toMatchObject({ kind: "image", filename: "stnk.pdf" });
  });

  test("a place and a voice note reach the chat", async () => {
    const sender = newCustomer();
    await send({ sender, kind: "location", latitude: "-7.26", longitude: "112.74" });
    await send({ sender, kind: "voice" });
    expect(await chatOf(surabaya.number, sender)).toMatchObject([
      { kind: "location", location: { latitude: -7.26, longitude: 112.74 } },
      { kind: "audio" },
    ]);
  });

  test("a file above the limit is 413 with a sentence for people, and nothing of the album is delivered", async () => {
    const photos = [photo("1"), new File([new Uint8Array(MAX_FILE_BYTES + 1)], "besar.jpg")];
    const before = delivered.length;
    const response = await send({ sender: newCustomer(), photos });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      success: false,
      error: { code: "too_large", message: expect.stringContaining("besar.jpg") },
    });
    expect(delivered).toHaveLength(before);
  });

  test.each([
    ["an empty message", { text: "  " }],
    ["a sender that is no number", { sender: "abc", text: "halo" }],
    ["a place without a point", { kind: "location" }],
  ])("%s is 400", async (_, fields) => {
    expect((await send({ sender: newCustomer(), ...fields })).status).toBe(400);
  });

  test("a device nobody has, and one on a real gateway, are 404", async () => {
    const real = await createShowroom(db, await createTenant(db), "628777000111", "fonnte");
    for (const device of ["628999999999", real.number]) {
      const response = await send({ device, sender: newCustomer(), text: "halo" });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ success: false, error: { code: "not_found" } });
      expect((await app.request(`/simulator/api/chats/${device}/6281300000001`)).status).toBe(404);
    }
  });
});

describe("the chat on a simulated phone", () => {
  test("shows this phone's messages with this showroom and nobody else's", async () => {
    const [rina, agus] = [newCustomer(), newCustomer()];
    await send({ sender: rina, text: "dari Rina" });
    await send({ sender: agus, text: "dari Agus" });
    await send({ device: malang.number, sender: rina, text: "Rina ke Malang" });

    expect(textsOf(await chatOf(surabaya.number, rina))).toEqual(["dari Rina"]);
    expect(textsOf(await chatOf(malang.number, rina))).toEqual(["Rina ke Malang"]);
  });

  test("shows a reply once it has been sent, not before", async () => {
    const sender = newCustomer();
    await send({ sender, text: "halo" });
    for (const status of ["queued", "sending", "failed", "dropped", "sent", "delivered"] as const) {
      await reply(db, surabaya, sender, { text: status, status });
    }
    expect(textsOf(await chatOf(surabaya.number, sender))).toEqual(["halo", "sent", "delivered"]);
  });

  test("staff who tried the customer's side see both conversations as one, in order", async () => {
    const number = newCustomer();
    await send({ sender: number, text: "sebagai pelanggan" });
    await createUser(db, surabaya.id, number);
    await send({ sender: number, text: "sebagai staf" });
    expect(textsOf(await chatOf(surabaya.number, number))).toEqual(["sebagai pelanggan", "sebagai staf"]);
  });

  test("looking at it turns the showroom's ticks blue, on this phone only", async () => {
    const [rina, agus] = [newCustomer(), newCustomer()];
    for (const sender of [rina, agus]) {
      await send({ sender, text: "halo" });
      await reply(db, surabaya, sender, { text: "siap", status: "delivered" });
    }
    const response = await app.request("/simulator/api/read", json({ device: surabaya.number, phone: rina }));
    expect(await response.json()).toEqual({ success: true, data: { read: 1 } });
    expect((await chatOf(surabaya.number, rina)).at(-1)).toMatchObject({ status: "read" });
    expect((await chatOf(surabaya.number, agus)).at(-1)).toMatchObject({ status: "delivered" });
  });

  test("can be asked for what came after a message", async () => {
    const sender = newCustomer();
    await send({ sender, text: "satu" });
    const [first] = await chatOf(surabaya.number, sender);
    await send({ sender, text: "dua" });
    expect(textsOf(await chatOf(surabaya.number, sender, `?after=${first?.seq}`))).toEqual(["dua"]);
  });
});

describe("what the simulator shows", () => {
  test("the world lists each showroom with its own people only", async () => {
    const number = newCustomer();
    await createUser(db, malang.id, number, "Bu Ratna");
    const world = JSON.stringify(await (await app.request("/simulator/api/world")).json());
    const showrooms = z
      .object({
        data: z.object({ showrooms: z.array(z.object({ devices: z.array(z.string()), staff: z.array(z.unknown()) })) }),
      })
      .parse(JSON.parse(world)).data.showrooms;
    const owners = showrooms.filter(({ staff }) => JSON.stringify(staff).includes(number));
    expect(owners.map(({ devices }) => devices)).toEqual([[malang.number]]);
  });

  test("a picture is shown as what it is, and anything else never runs as a page", async () => {
    const [image] = await deliveriesOf(() => send({ sender: newCustomer(), photos: [new File([PNG], "a.txt")] }));
    const [page] = await deliveriesOf(() => send({ sender: newCustomer(), photos: [new File(["<script>"], "a.png")] }));
    const shown = await app.request(`/simulator/media/${image?.media?.objectKey}`);
    const refused = await app.request(`/simulator/media/${page?.media?.objectKey}`);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(refused.headers.get("content-type")).toBe("application/octet-stream");
    expect(refused.headers.get("content-disposition")).toBe("attachment");
    expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("pictures kept privately, and addresses that lead out of the store, are 404", async () => {
    await objectStore.put("private/1/original.jpg", PNG, "image/png");
    for (const key of ["private/1/original.jpg", "photos/1/..%2f..%2fprivate/1/original.jpg", "simulator/x"]) {
      expect((await app.request(`/simulator/media/${key}`)).status).toBe(404);
    }
  });

  test("the page carries no inline script and forbids them", async () => {
    const response = await app.request("/simulator");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(await response.text()).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test("the stream tells of every change until the phone goes away", async () => {
    const response = await app.request("/simulator/api/stream");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const sender = newCustomer();
    await send({ sender, text: "halo" });
    let seen = "";
    while (!seen.includes(`event: changed\ndata: ${surabaya.id}\n`)) seen += (await reader?.read())?.value ?? "";
    expect(seen).toStartWith("retry: ");
    await reader?.cancel();
    await send({ sender, text: "masih ada?" });
  });
});

async function deliveriesOf(act: () => Promise<Response>): Promise<typeof delivered> {
  const before = delivered.length;
  expect((await act()).status).toBe(200);
  return delivered.slice(before);
}

function textsOf(messages: { text: string }[]): string[] {
  return messages.map(({ text }) => text);
}
