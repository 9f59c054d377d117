import pg from "pg";
import { z } from "zod";
import { createFonnteGateway, type Responder, type WhatsAppGateway } from "@/backend/features/whatsapp";
import { systemClock } from "@/backend/platform/clock";
import { openDatabase } from "@/backend/platform/database/database";
import { setLogLevel } from "@/backend/platform/logger";
import { echo, laneLoops, laneWorld, scriptedGateway } from "./messaging-world";

/** How `crash.test.ts` starts this process: its only argument, as JSON. `fonnteUrl` null = the recording gateway. */
export const crashWorkerSchema = z.object({
  databaseUrl: z.string(),
  leaseMs: z.number(),
  fonnteUrl: z.string().nullable(),
});

const pacing = { concurrency: 4, ratePerSecond: 10_000, burst: 10_000 };

/** A process that works lanes until it is asked to stop, or is killed. */
async function runWorker({ databaseUrl, leaseMs, fonnteUrl }: z.output<typeof crashWorkerSchema>): Promise<void> {
  setLogLevel("error");
  const db = await openDatabase({ url: databaseUrl, poolSize: 12 });
  const gateway = fonnteUrl
    ? createFonnteGateway({ clock: systemClock, apiUrl: fonnteUrl, pacing })
    : recordingGateway(databaseUrl);
  const loops = laneLoops(laneWorld(db, { respond: slowEcho, gateways: [gateway], leaseMs }), { pollMs: 100 });
  for (const loop of loops) loop.start();
  process.on("SIGTERM", () => {
    void Promise.all(loops.map((loop) => loop.stop(5_000)))
      .then(() => db.close())
      .then(() => process.exit(0));
  });
}

/** Delivers into tables of its own: once per message, with every attempt counted, as an idempotent provider does. */
function recordingGateway(databaseUrl: string): WhatsAppGateway {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 });
  return scriptedGateway({
    pacing,
    async send(_device, message) {
      await Bun.sleep(Math.random() * 15);
      await pool.query("INSERT INTO test_delivery_attempts (message_id) VALUES ($1)", [message.id]);
      await pool.query(
        "INSERT INTO test_deliveries (message_id, chat_id, text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [message.id, message.to, message.text],
      );
      await Bun.sleep(Math.random() * 15);
      return { ok: true, providerId: `p-${message.id}` };
    },
  });
}

/** Leaves time to be killed in, between reading and writing. */
async function slowEcho(...[ctx, turn]: Parameters<Responder>): ReturnType<Responder> {
  await Bun.sleep(Math.random() * 20);
  return echo(ctx, turn);
}

if (import.meta.main) await runWorker(crashWorkerSchema.parse(JSON.parse(process.argv[2] ?? "")));
