import { getSimulatedDevice, listUnreadOnPhone } from "@/backend/features/simulator";
import { AppError } from "@/backend/platform/errors";
import type { SimulatorDeps } from "./deps";

/** The blue ticks: tells the product that the phone has been looked at. Returns how many messages that was news for. */
export async function markRead(deps: SimulatorDeps, chat: { device: string; phone: string }): Promise<number> {
  const device = await getSimulatedDevice(deps.db, chat.device);
  const unread = await listUnreadOnPhone(deps.db, device, chat.phone);
  if (unread.length === 0) return 0;

  const receipts = unread.map((id) => ({ id, status: "read" }));
  const response = await deps.deliver({ device: device.number, receipts });
  if (!response.ok) throw new AppError("unavailable", `webhook answered ${response.status}`);
  return unread.length;
}
