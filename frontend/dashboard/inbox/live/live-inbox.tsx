import { useCallback, useEffect, useRef, useState } from "react";
import { Inbox } from "../inbox";
import { inboxHref } from "../inbox-address";
import type { InboxView } from "../inbox-view";
import { chatIdOf, loadInbox, postForm } from "./inbox-api";
import { listenToInbox } from "./listen-to-inbox";
import { mergeInbox, withOlder } from "./merge-open-chat";
import { showUnread } from "./show-unread";
import { useLiveEvents } from "./use-live-events";
import { useOutbox } from "./use-outbox";

const NOTICE_MS = 6_000;

/** The same inbox, kept current: what changes anywhere is loaded, links and forms stay on the page. */
export function LiveInbox({ place, initial }: { place: HTMLElement; initial: InboxView }) {
  const [view, setView] = useState(initial);
  const [notice, setNotice] = useState<string | null>(null);
  const loading = useRef<AbortController | null>(null);

  const load = useCallback(async (href: string) => {
    loading.current?.abort();
    const request = new AbortController();
    loading.current = request;
    const outcome = await loadInbox(href, document.visibilityState === "visible", request.signal);
    if (request.signal.aborted) return;
    if (outcome.ok) setView((known) => mergeInbox(known, outcome.data));
    else if (outcome.isFinal) setNotice(outcome.message);
  }, []);
  const refresh = useCallback(() => load(location.href), [load]);
  const isOffline = useLiveEvents(initial.liveCursor, refresh);
  const outbox = useOutbox(refresh);
  const newest = useRef({ view, outbox });
  newest.current = { view, outbox };

  useEffect(() => {
    const go = async (href: string) => {
      history.pushState(null, "", href);
      await load(href);
    };
    const back = () => void refresh();
    addEventListener("popstate", back);
    const stop = listenToInbox(place, {
      view: () => newest.current.view,
      go: (href) => void go(href),
      older: async (href) => {
        const outcome = await loadInbox(href, false, new AbortController().signal);
        if (outcome.ok) setView((known) => withOlder(known, outcome.data.open));
      },
      send: (message) => {
        newest.current.outbox.send(message);
        const { filter, search } = newest.current.view;
        // A quick reply has done its work: it must not come back with the next look.
        history.replaceState(null, "", inboxHref({ chatId: chatIdOf(location.pathname) ?? null, filter, search }));
      },
      post: async (action, form) => {
        const outcome = await postForm(action, form);
        if (!outcome.ok) setNotice(outcome.message);
        await refresh();
      },
      retry: (key) => newest.current.outbox.retry(key),
      takeBack: (key) => newest.current.outbox.takeBack(key),
      discard: (key) => newest.current.outbox.discard(key),
    });
    return () => {
      removeEventListener("popstate", back);
      stop();
    };
  }, [place, load, refresh]);

  useEffect(() => {
    showUnread(view.counts.unread, view.open?.chat.name ?? "Inbox");
  }, [view]);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);

  const pending = outbox.pending.filter(({ chatId }) => chatId === view.open?.chat.id);
  return <Inbox view={view} pending={pending} offline={isOffline} notice={notice} />;
}
