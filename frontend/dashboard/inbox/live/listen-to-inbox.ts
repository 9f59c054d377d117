import { INBOX, inboxHref } from "../inbox-address";
import type { InboxView } from "../inbox-view";
import { chatIdOf } from "./inbox-api";
import { forgetDraft, keepDrafts } from "./keep-drafts";

export type InboxActions = {
  view(): InboxView;
  go(href: string): void;
  older(href: string): void;
  send(message: { chatId: string; action: string; form: FormData; text: string; photoCount: number }): void;
  post(action: string, form: FormData): void;
  retry(key: string): void;
  discard(key: string): void;
  takeBack(key: string): FormData | null;
};

/** Turns the page's own links, forms and keys into actions without leaving it. Returns how to stop. */
export function listenToInbox(place: HTMLElement, actions: InboxActions): () => void {
  const click = (event: MouseEvent) => onClick(event, place, actions);
  const submit = (event: SubmitEvent) => onSubmit(event, actions);
  const change = (event: Event) => onChange(event);
  const key = (event: KeyboardEvent) => onKey(event, place, actions);
  place.addEventListener("click", click);
  place.addEventListener("submit", submit);
  place.addEventListener("change", change);
  document.addEventListener("keydown", key);
  const stopDrafts = keepDrafts(place);
  return () => {
    stopDrafts();
    place.removeEventListener("click", click);
    place.removeEventListener("submit", submit);
    place.removeEventListener("change", change);
    document.removeEventListener("keydown", key);
  };
}

function onClick(event: MouseEvent, place: HTMLElement, actions: InboxActions): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest<HTMLElement>("[data-retry], [data-discard], [data-edit]");
  if (button?.dataset.retry) actions.retry(button.dataset.retry);
  if (button?.dataset.discard) actions.discard(button.dataset.discard);
  if (button?.dataset.edit) putBack(place, actions.takeBack(button.dataset.edit));

  const link = event.target.closest("a");
  if (!link || link.target === "_blank" || "leave" in link.dataset) return;
  if (link.origin !== location.origin || chatIdOf(link.pathname) === undefined) return;
  event.preventDefault();
  link.closest("details")?.removeAttribute("open");
  if ("older" in link.dataset) actions.older(link.href);
  else actions.go(link.href);
}

function onSubmit(event: SubmitEvent, actions: InboxActions): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const { pathname } = new URL(form.action);
  const data = new FormData(form);
  const chatId = form.dataset.composer ?? form.dataset.unitForm;
  if (form.method === "get" && chatIdOf(pathname) === undefined) return;
  event.preventDefault();
  if (form.method === "get") actions.go(`${pathname}?${queryOf(data)}`);
  else if (chatId) sendForm(form, data, chatId, actions);
  else actions.post(form.action, data);
}

function queryOf(data: FormData): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") query.set(name, value);
  return query;
}

function sendForm(form: HTMLFormElement, data: FormData, chatId: string, actions: InboxActions): void {
  const unit = data.get("namaUnit");
  const text = fill(String(data.get("teks") ?? (unit ? `Unit ${unit}` : "")), data).trim();
  const photoCount = data.getAll("foto").filter((file) => file instanceof File && file.size > 0).length;
  const textarea = form.querySelector("textarea");
  if (!text && photoCount === 0) {
    textarea?.focus();
    return;
  }
  actions.send({ chatId, action: form.action, form: data, text, photoCount });
  if (!textarea) return;
  forgetDraft(chatId);
  form.reset();
  showPhotoCount(form, 0);
  textarea.value = "";
  textarea.focus();
}

/** A message that was refused stands in the composer again, before what has been typed since, with its photos. */
function putBack(place: HTMLElement, sent: FormData | null): void {
  const form = place.querySelector<HTMLFormElement>("form[data-composer]");
  const field = form?.querySelector("textarea");
  if (!form || !field || !sent) return;
  field.value = [fill(String(sent.get("teks") ?? ""), sent), field.value].filter(Boolean).join("\n");
  const photos = new DataTransfer();
  for (const file of sent.getAll("foto")) if (file instanceof File && file.size > 0) photos.items.add(file);
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  if (input && photos.files.length > 0) input.files = photos.files;
  showPhotoCount(form, input?.files?.length ?? 0);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

/** "{unit}" as it will be sent, from the fields that ask for it. */
function fill(text: string, data: FormData): string {
  return text.replace(/\{([a-z]+)\}/g, (braced, name: string) => String(data.get(`isi.${name}`) ?? braced));
}

function onChange(event: Event): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== "file" || !input.form) return;
  showPhotoCount(input.form, input.files?.length ?? 0);
}

function showPhotoCount(form: HTMLFormElement, count: number): void {
  const label = form.querySelector("[data-photo-label]");
  if (label) label.textContent = count > 0 ? `${count} foto` : "";
}

/** j and k go through the list, Enter begins an answer or sends it, Esc leaves: first the field, then the chat. */
function onKey(event: KeyboardEvent, place: HTMLElement, actions: InboxActions): void {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const textarea = place.querySelector<HTMLTextAreaElement>("[data-composer] textarea");
  const isTyping = target.matches("input, textarea, select, [contenteditable]");
  if (isTyping) {
    if (event.key === "Escape") target.blur();
    const sends =
      target === textarea && event.key === "Enter" && !event.shiftKey && matchMedia("(pointer: fine)").matches;
    if (!sends) return;
    event.preventDefault();
    textarea?.form?.requestSubmit();
    return;
  }
  const view = actions.view();
  const { filter, search } = view;
  if (event.key === "j" || event.key === "k") {
    const index = view.chats.findIndex(({ id }) => id === view.open?.chat.id);
    const next = view.chats[event.key === "j" ? index + 1 : index - 1] ?? (index === -1 ? view.chats[0] : undefined);
    if (next) actions.go(inboxHref({ chatId: next.id, filter, search }));
  } else if (event.key === "Enter" && textarea && !target.matches("a, button, summary")) {
    event.preventDefault();
    textarea.focus();
  } else if (event.key === "Escape" && view.open) {
    actions.go(inboxHref({ filter, search }) || INBOX);
  }
}
