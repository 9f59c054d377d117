import { useCallback, useRef, useState } from "react";
import type { PendingMessage } from "../message-list";
import { postForm } from "./inbox-api";

type Kept = { action: string; form: FormData };

export type Outbox = {
  pending: PendingMessage[];
  /** Shows the message at once and hands it over; tried again, the server knows it by its key. */
  send(message: { chatId: string; action: string; form: FormData; text: string; photoCount: number }): void;
  retry(key: string): void;
  discard(key: string): void;
  /** Takes it back for changing: the form as it was to be sent. */
  takeBack(key: string): FormData | null;
};

/** Messages on their way to the server. `delivered` is called when one has arrived there and can be loaded. */
export function useOutbox(delivered: () => Promise<void>): Outbox {
  const [pending, setPending] = useState<PendingMessage[]>([]);
  const kept = useRef(new Map<string, Kept>());
  const newest = useRef(delivered);
  newest.current = delivered;

  const mark = useCallback((key: string, error: string | null) => {
    setPending((all) => all.map((one) => (one.key === key ? { ...one, error } : one)));
  }, []);
  const discard = useCallback((key: string) => {
    kept.current.delete(key);
    setPending((all) => all.filter((one) => one.key !== key));
  }, []);
  const hand = useCallback(
    async (key: string) => {
      const message = kept.current.get(key);
      if (!message) return;
      mark(key, null);
      const outcome = await postForm(message.action, message.form);
      if (!outcome.ok) return mark(key, outcome.message);
      await newest.current();
      discard(key);
    },
    [mark, discard],
  );
  const send = useCallback<Outbox["send"]>(
    ({ chatId, action, form, text, photoCount }) => {
      const key = crypto.randomUUID();
      form.set("kunci", key);
      kept.current.set(key, { action, form });
      setPending((all) => [...all, { key, chatId, text, photoCount, error: null, isTyped: form.has("teks") }]);
      void hand(key);
    },
    [hand],
  );
  const takeBack = useCallback(
    (key: string) => {
      const form = kept.current.get(key)?.form ?? null;
      discard(key);
      return form;
    },
    [discard],
  );
  return { pending, send, takeBack, retry: (key) => void hand(key), discard };
}
