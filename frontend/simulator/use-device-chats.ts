import { useEffect, useRef, useState } from "react";
import { loadDeviceChats } from "./api";
import type { DeviceChat } from "./device-chats-view";

/** The chats of a showroom's phone, loaded again at every tick; null until the first answer, and without a device. */
export function useDeviceChats(device: string | null, tick: number): DeviceChat[] | null {
  const [loaded, setLoaded] = useState<{ device: string; chats: DeviceChat[] } | null>(null);
  const newestRequest = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a tick says that there is something new to load
  useEffect(() => {
    const request = ++newestRequest.current;
    if (!device) return;
    loadDeviceChats(device).then(
      ({ chats }) => request === newestRequest.current && setLoaded({ device, chats }),
      () => undefined,
    );
  }, [device, tick]);

  return loaded && loaded.device === device ? loaded.chats : null;
}

/**
 * How many messages of each chat came since it was last open here; what was there when the page opened does not count.
 * The showroom's own count (`unread`) goes down only when a person answers.
 */
export function useUnseen(chats: DeviceChat[] | null, openNow: string | null): (chat: DeviceChat) => number {
  const [seen, setSeen] = useState<Record<string, number> | null>(null);
  const openUnread = chats?.find(({ phone }) => phone === openNow)?.unread;

  useEffect(() => {
    if (chats) setSeen((before) => seenAmong(chats, before));
  }, [chats]);
  useEffect(() => {
    if (openNow && openUnread !== undefined) setSeen((before) => before && { ...before, [openNow]: openUnread });
  }, [openNow, openUnread]);

  return ({ phone, unread }) => (seen && phone !== openNow ? Math.max(0, unread - (seen[phone] ?? 0)) : 0);
}

/** Never more than there are: a count that went down starts again from there. */
function seenAmong(chats: DeviceChat[], before: Record<string, number> | null): Record<string, number> {
  const seenOf = ({ phone, unread }: DeviceChat) => (before ? Math.min(unread, before[phone] ?? 0) : unread);
  return Object.fromEntries(chats.map((chat) => [chat.phone, seenOf(chat)]));
}
