import pg from "pg";

/** What processes tell each other. A signal is a hint to look, or a cache to forget; the rows are the truth. */
export type SignalChannel = "catalog" | "lanes" | "live";

type Listener = (payload: string) => void;

export type Signals = {
  subscribe(channel: SignalChannel, listener: Listener): () => void;
  /** In this process at once, in the others at most once per 50 ms and payload: a NOTIFY per row halves the commit rate. */
  send(channel: SignalChannel, payload: string): void;
  /** In this process only: for what a transaction has already announced with NOTIFY. */
  dispatch(channel: SignalChannel, payload: string): void;
  /** False while signals of other processes may be missed: caches must not be trusted then. */
  isListening(): boolean;
  close(): Promise<void>;
};

const FLUSH_MS = 50;
const RECONNECT_MS = 500;
const CHANNELS: SignalChannel[] = ["catalog", "lanes", "live"];

export function openSignals(url: string, pool: pg.Pool): Signals {
  const listeners = new Map<SignalChannel, Set<Listener>>(CHANNELS.map((channel) => [channel, new Set()]));
  const waiting = new Set<string>();
  let flushTimer: Timer | null = null;
  let client: pg.Client | null = null;
  let reconnectTimer: Timer | null = null;
  let closed = false;
  let listening = false;

  function dispatch(channel: SignalChannel, payload: string): void {
    for (const listener of listeners.get(channel) ?? []) listener(payload);
  }

  function send(channel: SignalChannel, payload: string): void {
    dispatch(channel, payload);
    waiting.add(`${channel}\n${payload}`);
    flushTimer ??= setTimeout(() => void flush(), FLUSH_MS);
  }

  async function flush(): Promise<void> {
    flushTimer = null;
    const signals = [...waiting].map((entry) => entry.split("\n"));
    waiting.clear();
    if (closed) return;
    await pool
      .query("SELECT pg_notify('autoleads_' || c, p) FROM unnest($1::text[], $2::text[]) AS s(c, p)", [
        signals.map(([channel]) => channel),
        signals.map(([, payload]) => payload),
      ])
      .catch(() => undefined);
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on("error", () => lost(next));
    next.on("end", () => lost(next));
    next.on("notification", ({ channel, payload }) => {
      const known = CHANNELS.find((name) => channel === `autoleads_${name}`);
      if (known) dispatch(known, payload ?? "");
    });
    client = next;
    try {
      await next.connect();
      await next.query(CHANNELS.map((channel) => `LISTEN autoleads_${channel}`).join("; "));
      listening = true;
      // Whatever was announced while nobody listened: forget and look at everything.
      for (const channel of CHANNELS) dispatch(channel, "");
    } catch {
      lost(next);
    }
  }

  function lost(which: pg.Client): void {
    // The late end of a connection that was replaced already says nothing about the present one.
    if (which !== client) return;
    listening = false;
    if (closed || reconnectTimer) return;
    which.end().catch(() => undefined);
    reconnectTimer = setTimeout(() => {
      reconnectTimer = null;
      void connect();
    }, RECONNECT_MS);
  }

  void connect();

  return {
    subscribe(channel, listener) {
      listeners.get(channel)?.add(listener);
      return () => listeners.get(channel)?.delete(listener);
    },
    send,
    dispatch,
    isListening: () => listening,
    close: async () => {
      if (flushTimer) clearTimeout(flushTimer);
      if (waiting.size > 0) await flush();
      closed = true;
      if (reconnectTimer) clearTimeout(reconnectTimer);
      await client?.end().catch(() => undefined);
    },
  };
}
