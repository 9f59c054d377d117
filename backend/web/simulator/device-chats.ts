import { type DeviceChatRow, listDeviceChats, type SimulatedDevice } from "@/backend/features/simulator";
import type { Database } from "@/backend/platform/database/database";
import type { Colleague, DeviceChat, DeviceChatsView, Holder } from "@/frontend/simulator/device-chats-view";

const PREVIEW_CHARACTERS = 140;

/** The list of chats of a showroom's own phone. */
export async function loadDeviceChats(db: Database, device: SimulatedDevice): Promise<DeviceChatsView> {
  const rows = await listDeviceChats(db, device);
  return { chats: rows.map(toDeviceChat) };
}

function toDeviceChat(row: DeviceChatRow): DeviceChat {
  const { phone, name, unread, kind, status } = row;
  return {
    phone,
    name,
    unread,
    last: {
      isMine: row.direction === "outbound",
      speaker: row.sender === "customer" ? null : row.sender,
      kind,
      text: row.text.slice(0, PREVIEW_CHARACTERS),
      status: status === "received" ? "delivered" : status,
      at: row.at.toISOString(),
    },
    holder: holderOf(row),
    lead: row.lead_status ? { status: row.lead_status, score: row.lead_score ?? 0 } : null,
    offeredTo: colleague(row.offered_name, row.offered_number),
  };
}

function holderOf(row: DeviceChatRow): Holder {
  if (!row.is_taken_over) return { type: row.is_bot_on ? "bot" : "nobody" };
  const person = colleague(row.holder_name, row.holder_number);
  return person ? { type: "person", ...person } : { type: "showroom_phone" };
}

function colleague(name: string | null, number: string | null): Colleague | null {
  return name ? { name, number } : null;
}
