import { logger } from "@/backend/platform/logger";
import type { DeliverWebhook } from "./deps";

/** How long a message travels to a simulated phone. */
const TRAVEL_MS = 350;

export type DeliveryToPhones = {
  /** For `createSimulatorGateway`: the rows are what a phone shows, so all that is left to do is the second tick. */
  sink(device: { number: string }, message: { id: string }): Promise<void>;
  /** Forgets what is still on its way; leaves no timer behind. */
  stop(): void;
};

/** Answers what is sent to simulated phones with "delivered" receipts, in memory and best effort, a batch per device. */
export function createSimulatorSink(deliver: DeliverWebhook, travelMs = TRAVEL_MS): DeliveryToPhones {
  const travelling = new Map<string, Set<string>>();
  let timer: Timer | null = null;

  async function arrive(): Promise<void> {
    timer = null;
    const arrived = [...travelling];
    travelling.clear();
    for (const [device, ids] of arrived) {
      const receipts = [...ids].map((id) => ({ id, status: "delivered" }));
      await deliver({ device, receipts }).catch((error: unknown) =>
        logger.warn("no tick for simulated phones", { error }),
      );
    }
  }

  return {
    async sink(device, message) {
      const ids = travelling.get(device.number) ?? new Set();
      travelling.set(device.number, ids.add(message.id));
      timer ??= setTimeout(() => void arrive(), travelMs);
    },
    stop() {
      if (timer) clearTimeout(timer);
      timer = null;
      travelling.clear();
    },
  };
}
