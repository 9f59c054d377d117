import type { DeviceChat } from "./device-chats-view";
import { findStaff } from "./people";
import { type PhoneSetup, phoneFor, roleAt, staffPhone } from "./phone-setup";
import type { Target } from "./stories";
import type { WorldView } from "./world-view";

type Scene = {
  world: WorldView;
  /** The one in hand first, then the one before it, and so on. */
  phones: PhoneSetup[];
  /** The customer conversation that is being followed. */
  chat: DeviceChat | null;
};

/**
 * The phone an example is meant for: of sales, whoever is being offered the lead or has the conversation, else the phone
 * with that role that was in hand last. When it is not on the page, the one to add; null when nobody has that role.
 */
export function findTarget({ world, phones, chat }: Scene, { role, showroom }: Target): PhoneSetup | null {
  const devices = devicesOf(world, showroom, phones);
  const candidates = phones.filter((phone) => {
    const itsRole = roleAt(world, phone);
    return devices.includes(phone.device) && (itsRole === role || (role === "owner" && itsRole === "admin"));
  });
  const wanted = role === "sales" && chat ? findStaff(world, wantedNumber(chat) ?? "") : null;
  if (wanted && devices.some((device) => wanted.showroom.devices.includes(device))) {
    const hasIt = candidates.find((phone) => phone.kind === "person" && phone.number === wanted.number);
    return hasIt ?? staffPhone(wanted);
  }
  return candidates[0] ?? phoneFor(world, role, devices[0] ?? "", phones);
}

function wantedNumber({ offeredTo, holder }: DeviceChat): string | null {
  if (offeredTo) return offeredTo.number;
  return holder.type === "person" ? holder.number : null;
}

/** Of the named showroom; else of all, those in hand first, so that the nearest phone is taken. */
function devicesOf(world: WorldView, showroom: number | undefined, phones: PhoneSetup[]): string[] {
  if (showroom !== undefined) return world.showrooms[showroom]?.devices ?? [];
  const all = world.showrooms.flatMap(({ devices }) => devices);
  return [...phones.map(({ device }) => device).filter((device) => all.includes(device)), ...all];
}
