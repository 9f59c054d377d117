import { useCallback, useEffect, useRef, useState } from "react";
import { type ChatPlace, loadChat, markRead } from "./api";
import type { ChatView } from "./chat-view";

const WAITING_POLL_MS = 5_000;

/** One chat as one side sees it, loaded again at every tick; null until the first answer. */
export function useChat(
  { device, number, side }: ChatPlace,
  tick: number,
): { chat: ChatView | null; reload(): Promise<void> } {
  const [chat, setChat] = useState<ChatView | null>(null);
  const newestRequest = useRef(0);

  const reload = useCallback(async () => {
    const request = ++newestRequest.current;
    const loaded = await loadChat({ device, number, side }).catch(() => null);
    if (loaded && request === newestRequest.current) setChat(loaded);
  }, [device, number, side]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a tick says that there is something new to load
  useEffect(() => void reload(), [reload, tick]);

  const isAnswering = chat?.isAnswering ?? false;
  useEffect(() => {
    if (!isAnswering) return;
    const poll = setInterval(() => void reload(), WAITING_POLL_MS);
    return () => clearInterval(poll);
  }, [isAnswering, reload]);

  return { chat, reload };
}

/** Blue ticks for the showroom while the person looks at the chat. Asks once per new message, also when it fails. */
export function useReadReceipts(device: string, number: string, chat: ChatView | null, isLooking: boolean): number {
  const unread = chat?.messages.filter((message) => !message.isMine && message.status !== "read") ?? [];
  const newestUnread = unread.at(-1)?.id;

  useEffect(() => {
    if (!newestUnread || !isLooking || document.visibilityState !== "visible") return;
    markRead(device, number).catch(() => undefined);
  }, [newestUnread, isLooking, device, number]);

  return isLooking ? 0 : unread.length;
}
