import type { Ctx } from "@/backend/platform/ctx";
import { logger } from "@/backend/platform/logger";
import { type Changes, listChanges } from "./list-changes";
import { type LiveCursor, writeCursor } from "./live-cursor";

export type EventStreamOptions = {
  /** Where to go on; null: from now. */
  since: LiveCursor | null;
  /** Asked with every heartbeat: the stream ends with its session. */
  isAllowed(): Promise<boolean>;
  heartbeatMs?: number;
};

const HEARTBEAT_MS = 10_000;
const RETRY_MS = 1_000;
/** A burst of changes is told at once, so that a busy showroom costs a few statements a second and not hundreds. */
const SETTLE_MS = 80;

/**
 * Server-sent events of what this person may see. Every event's id resumes right behind it (Last-Event-ID), so nothing
 * is lost or told twice over a reconnect. `ready` says where it begins, `resync` that everything must be loaded anew.
 */
export function eventStream(ctx: Ctx, { since, isAllowed, heartbeatMs = HEARTBEAT_MS }: EventStreamOptions): Response {
  const encoder = new TextEncoder();
  let stop = () => {};

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let cursor = since;
      let isOver = false;
      let isLooking = false;
      let mustLookAgain = false;
      const write = (text: string) => isOver || controller.enqueue(encoder.encode(text));

      stop = () => {
        if (isOver) return;
        isOver = true;
        unsubscribe();
        clearInterval(heartbeat);
        try {
          controller.close();
        } catch {
          // The other side has closed it already.
        }
      };

      /** One look at a time; what comes meanwhile is seen by the next. */
      async function look(): Promise<void> {
        mustLookAgain = isLooking;
        if (isLooking || isOver) return;
        isLooking = true;
        try {
          const changes = await listChanges(ctx, cursor);
          write(textOf(changes, cursor === null));
          cursor = changes.cursor;
        } catch (error) {
          logger.warn("live stream could not look", { requestId: ctx.requestId, error });
        }
        await Bun.sleep(SETTLE_MS);
        isLooking = false;
        if (mustLookAgain) void look();
      }

      async function beat(): Promise<void> {
        if (!(await isAllowed().catch(() => true))) return stop();
        write(": ping\n\n");
        // A signal is only a hint and may be missed.
        void look();
      }

      const tenant = String(ctx.tenant.id);
      const unsubscribe = ctx.db.signals.subscribe("live", (payload) => {
        if (payload === "" || payload === tenant) void look();
      });
      const heartbeat = setInterval(() => void beat(), heartbeatMs);
      write(`retry: ${RETRY_MS}\n\n`);
      void look();
    },
    cancel: () => stop(),
  });

  const headers = { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" };
  return new Response(body, { headers });
}

function textOf({ events, cursor, isTooMuch }: Changes, isFirst: boolean): string {
  if (isFirst) return event("ready", writeCursor(cursor), {});
  if (isTooMuch) return event("resync", writeCursor(cursor), {});
  return events.map(({ type, data, cursor: id }) => event(type, id, data)).join("");
}

function event(type: string, id: string, data: unknown): string {
  return `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
