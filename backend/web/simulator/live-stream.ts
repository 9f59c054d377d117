import type { Signals } from "@/backend/platform/database/signals";

const PING_MS = 15_000;
const RETRY_MS = 1_000;
/** An event without data is not dispatched by browsers, so "every showroom" needs a word. */
const EVERY_TENANT = "*";

/** Server-sent events: `changed` with a tenant's id whenever its messages did, and once at the start. */
export function liveStream(signals: Pick<Signals, "subscribe">): Response {
  const encoder = new TextEncoder();
  let stop = () => {};

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const changed = (tenantId: string) => write(`event: changed\ndata: ${tenantId || EVERY_TENANT}\n\n`);
      const unsubscribe = signals.subscribe("live", changed);
      const ping = setInterval(() => write(": ping\n\n"), PING_MS);
      stop = () => {
        unsubscribe();
        clearInterval(ping);
      };
      write(`retry: ${RETRY_MS}\n\n`);
      changed(EVERY_TENANT);
    },
    cancel: () => stop(),
  });

  return new Response(body, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
