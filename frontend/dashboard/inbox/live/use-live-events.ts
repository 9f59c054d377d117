import { useEffect, useRef, useState } from "react";

const SETTLE_MS = 30;
const BANNER_AFTER_MS = 2_500;
const RECONNECT_MS = 3_000;
const POLL_MS = 10_000;
/** A browser allows few connections to a host: a tab nobody looks at gives its own back and resumes later. */
const HIDDEN_MS = 60_000;
const CONCERNING = ["message", "conversation", "lead", "device", "resync", "ready"];

/**
 * Calls `look` whenever something may have changed, from `cursor` on and over reconnects. While the stream is away it
 * looks every few seconds. True while the connection is lost.
 */
export function useLiveEvents(cursor: string, look: () => void): boolean {
  const [isOffline, setOffline] = useState(false);
  const last = useRef(cursor);
  const newestLook = useRef(look);
  newestLook.current = look;

  useEffect(() => {
    let source: EventSource | null = null;
    let settling: ReturnType<typeof setTimeout> | undefined;
    let reconnecting: ReturnType<typeof setTimeout> | undefined;
    let hiding: ReturnType<typeof setTimeout> | undefined;
    let banner: ReturnType<typeof setTimeout> | undefined;

    const lookSoon = () => {
      clearTimeout(settling);
      settling = setTimeout(() => newestLook.current(), SETTLE_MS);
    };
    const close = () => {
      source?.close();
      source = null;
    };
    const open = () => {
      close();
      clearTimeout(reconnecting);
      const stream = new EventSource(`/api/admin/events?since=${encodeURIComponent(last.current)}`);
      source = stream;
      stream.onopen = () => {
        clearTimeout(banner);
        banner = undefined;
        setOffline(false);
      };
      stream.onerror = () => {
        banner ??= setTimeout(() => setOffline(true), BANNER_AFTER_MS);
        if (stream.readyState !== EventSource.CLOSED) return;
        clearTimeout(reconnecting);
        reconnecting = setTimeout(open, RECONNECT_MS);
      };
      for (const type of CONCERNING)
        stream.addEventListener(type, (event) => {
          last.current = event.lastEventId || last.current;
          lookSoon();
        });
    };
    const seen = () => {
      clearTimeout(hiding);
      if (document.visibilityState === "hidden") {
        hiding = setTimeout(close, HIDDEN_MS);
        return;
      }
      if (!source) open();
      lookSoon();
    };
    const cutOff = () => setOffline(true);
    const back = () => {
      open();
      lookSoon();
    };

    open();
    const poll = setInterval(() => source?.readyState !== EventSource.OPEN && source !== null && lookSoon(), POLL_MS);
    document.addEventListener("visibilitychange", seen);
    addEventListener("offline", cutOff);
    addEventListener("online", back);
    return () => {
      close();
      clearInterval(poll);
      for (const timer of [settling, reconnecting, hiding, banner]) clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("offline", cutOff);
      removeEventListener("online", back);
    };
  }, []);

  return isOffline;
}
