import { afterAll, expect } from "bun:test";
import { createApp } from "@/backend/app";
import type { Deps } from "@/backend/deps";
import { jobHandlers } from "@/backend/jobs";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { fillFaqs, fillStock } from "./customer-stock";
import { type FakeFonnte, startFakeFonnte } from "./fake-fonnte";
import { testClock } from "./test-database";
import { createShowroom, createTestDeps, startLanes, type TestShowroom } from "./test-showroom";

/** Somebody with a phone in the story. What they receive is what the gateway was asked to send to them, in order. */
export type StoryPhone = {
  number: string;
  /** Sends, and waits for the first message that comes back. */
  says(text: string): Promise<string>;
  sends(text: string): Promise<void>;
  /** Waits for a message that holds these words, among those not yet waited for. */
  gets(words: string | RegExp): Promise<string>;
  /** All texts received so far. */
  inbox(): Promise<string[]>;
};

export type StoryWorld = {
  deps: Deps;
  clock: ReturnType<typeof testClock>;
  surabaya: TestShowroom;
  malang: TestShowroom;
  phone(room: TestShowroom, number: string): StoryPhone;
  /** Types on the showroom's own phone, in the chat with a customer. */
  typesOnShowroomPhone(room: TestShowroom, customer: string, text: string): Promise<void>;
};

type Gateway = {
  deliver(fields: { room: TestShowroom; sender: string; text: string; fromMe: boolean }): Promise<void>;
  received(room: TestShowroom, number: string): Promise<string[]>;
};

const BURST_MS = 150;
/** The database's clock cannot be moved: jobs are due by it, so the story's must never be behind. */
const storyClock = () => testClock(new Date().toISOString());
const DEADLINE_MS = 15_000;

/** Two showrooms with stock and three sales each, on the simulator. */
export async function simulatorStory(): Promise<StoryWorld> {
  const clock = storyClock();
  const deps = await createTestDeps({ clock, burstDelayMs: () => BURST_MS });
  let id = 0;
  return storyWorld(deps, clock, {
    async deliver({ room, sender, text, fromMe }) {
      id += 1;
      const response = await deps.phones.deliver({
        device: room.device,
        sender,
        name: "Rina",
        id: `s${id}`,
        text,
        fromMe,
      });
      expect(response.status).toBe(200);
    },
    received: (room, number) =>
      withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
        const rows = await tx.message.findMany({
          where: {
            direction: "outbound",
            sender: { not: "owner_phone" },
            status: { in: ["sent", "delivered", "read"] },
            conversation: { OR: [{ phone: number }, { chatId: number }] },
          },
          orderBy: { seq: "asc" },
        });
        return rows.map(({ text }) => text);
      }),
  });
}

/** The same over Fonnte's webhook and send API. */
export async function fonnteStory(): Promise<StoryWorld> {
  const fake = startFakeFonnte({ token: "device-token" });
  afterAll(() => fake.stop());
  const clock = storyClock();
  const settings = { WHATSAPP_GATEWAY: "fonnte", FONNTE_API_URL: fake.url, FONNTE_WEBHOOK_SECRET: "path-secret" };
  const deps = await createTestDeps({ clock, burstDelayMs: () => BURST_MS }, settings);
  const app = createApp(deps);
  const world = await storyWorld(deps, clock, fonnteGateway(app, fake));
  for (const room of [world.surabaya, world.malang]) {
    await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
      tx.device.updateMany({ data: { gateway: null, tokenEncrypted: deps.encryption.encrypt("device-token") } }),
    );
  }
  return world;
}

function fonnteGateway(app: ReturnType<typeof createApp>, fake: FakeFonnte): Gateway {
  let inboxId = 5_000;
  return {
    async deliver({ room, sender, text, fromMe }) {
      inboxId += 1;
      const fields = { device: room.device, sender, name: "Rina", message: text, inboxid: String(inboxId) };
      const response = await app.request("/webhook/fonnte/path-secret", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ ...fields, ...(fromMe && { fromMe: "true" }) }),
      });
      expect(response.status).toBe(200);
    },
    received: async (_room, number) =>
      fake.sent.filter(({ target }) => target === number).map(({ message }) => message),
  };
}

async function storyWorld(deps: Deps, clock: StoryWorld["clock"], gateway: Gateway): Promise<StoryWorld> {
  const rooms = [];
  for (const subdomain of ["story-surabaya", "story-malang"]) {
    const room = await createShowroom(deps, { subdomain, moreSales: ["Sari", "Joko"] });
    await fillFaqs(deps, room);
    rooms.push(room);
  }
  const [surabaya, malang] = rooms;
  if (!surabaya || !malang) throw new Error("two showrooms were expected");
  await fillStock(deps, surabaya);
  startLanes(deps);
  return {
    deps,
    clock,
    surabaya,
    malang,
    phone: (room, number) => storyPhone(gateway, room, number),
    typesOnShowroomPhone: (room, customer, text) => gateway.deliver({ room, sender: customer, text, fromMe: true }),
  };
}

function storyPhone(gateway: Gateway, room: TestShowroom, number: string): StoryPhone {
  let read = 0;
  const sends = (text: string) => gateway.deliver({ room, sender: number, text, fromMe: false });

  async function gets(words: string | RegExp): Promise<string> {
    const endsAt = performance.now() + DEADLINE_MS;
    for (;;) {
      const inbox = await gateway.received(room, number);
      const index = inbox.findIndex((text, position) => position >= read && holds(text, words));
      if (index >= 0) {
        read = index + 1;
        return inbox[index] ?? "";
      }
      if (performance.now() > endsAt) {
        throw new Error(
          `${number} did not get ${words}; since the last one: ${JSON.stringify(inbox.slice(read), null, 1)}`,
        );
      }
      await Bun.sleep(40);
    }
  }
  return {
    number,
    sends,
    gets,
    inbox: () => gateway.received(room, number),
    says: async (text) => {
      await sends(text);
      return gets(/./);
    },
  };
}

function holds(text: string, words: string | RegExp): boolean {
  return typeof words === "string" ? text.includes(words) : words.test(text);
}

/** Runs jobs that are due by the story's clock: the offers' and the resumption's. */
export async function runDueJobs(world: StoryWorld): Promise<void> {
  await world.deps.db.pool.query("UPDATE pgboss.job SET start_after = now() WHERE state < 'active'");
  await world.deps.db.jobs.runWaiting(jobHandlers(world.deps));
}
