import { useEffect, useState } from "react";

const SETTLE_MS = 60;
const FALLBACK_POLL_MS = 4_000;

export type Live = {
  /** Grows whenever there may be something new to load. */
  tick: number;
  isConnected: boolean;
};

/** Listens for changes; while the connection is away it looks every few seconds instead. */
export function useLive(): Live {
  const [tick, setTick] = useState(0);
  const [isConnected, setConnected] = useState(true);

  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(settling);
      settling = setTimeout(() => setTick((count) => count + 1), SETTLE_MS);
    };
    const source = new EventSource("/simulator/api/stream");
    source.addEventListener("changed", look);
    source.addEventListener("open", () => setConnected(true));
    source.addEventListener("error", () => setConnected(false));
    document.addEventListener("visibilitychange", look);
    const poll = setInterval(() => source.readyState !== EventSource.OPEN && look(), FALLBACK_POLL_MS);

    return () => {
      source.close();
      document.removeEventListener("visibilitychange", look);
      clearInterval(poll);
      clearTimeout(settling);
    };
  }, []);

  return { tick, isConnected };
}
