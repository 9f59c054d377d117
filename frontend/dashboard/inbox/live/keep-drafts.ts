import { recall, remember } from "../../ui/tab-memory";

const PREFIX = "draft:";

/**
 * What is being written to a customer outlives leaving the chat, a reload, and a session that ends and begins anew; it is
 * kept in this tab and for this user only, and forgotten once it is sent. Returns how to stop.
 */
export function keepDrafts(place: HTMLElement): () => void {
  const write = (event: Event) => {
    const field = event.target;
    const chatId = field instanceof HTMLTextAreaElement ? field.form?.dataset.composer : undefined;
    if (chatId && field instanceof HTMLTextAreaElement) remember(PREFIX + chatId, field.value);
  };
  const restore = () => {
    const form = place.querySelector<HTMLFormElement>("form[data-composer]");
    const field = form?.querySelector("textarea");
    const chatId = form?.dataset.composer;
    if (!field || !chatId || field.dataset.draft === chatId) return;
    field.dataset.draft = chatId;
    const draft = recall(PREFIX + chatId);
    if (draft && field.value === "") field.value = draft;
  };
  const observer = new MutationObserver(restore);
  place.addEventListener("input", write);
  observer.observe(place, { childList: true, subtree: true });
  restore();
  return () => {
    place.removeEventListener("input", write);
    observer.disconnect();
  };
}

/** It is on its way. */
export function forgetDraft(chatId: string): void {
  remember(PREFIX + chatId, "");
}
