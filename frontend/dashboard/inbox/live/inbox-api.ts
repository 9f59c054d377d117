import type { InboxView } from "../inbox-view";

/** What the server said: fine, a sentence about why not, or nothing at all (try again). */
export type Outcome<T> = { ok: true; data: T } | { ok: false; message: string; isFinal: boolean };

export const UNREACHABLE = "Belum terkirim: koneksi terputus.";

/** The inbox at an address of this page. */
export async function loadInbox(href: string, marksRead: boolean, signal: AbortSignal): Promise<Outcome<InboxView>> {
  const { pathname, searchParams } = new URL(href, location.origin);
  const chatId = chatIdOf(pathname);
  if (chatId) searchParams.set("chat", chatId);
  if (!marksRead) searchParams.set("dibaca", "0");
  const outcome = await ask(`/dashboard/inbox/keadaan?${searchParams}`, { signal });
  if (!outcome.ok) return outcome;
  return isInboxView(outcome.data) ? { ok: true, data: outcome.data } : unreadable();
}

/** Posts a form as it would post itself, and stays here. */
export async function postForm(action: string, form: FormData): Promise<Outcome<unknown>> {
  return ask(action, { method: "POST", body: form });
}

/** null for the list alone; undefined for what is no address of the inbox. */
export function chatIdOf(pathname: string): string | null | undefined {
  if (pathname === "/dashboard/inbox") return null;
  return /^\/dashboard\/inbox\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(pathname)?.[1];
}

/** What our own server wrote; only that it is an inbox and not an error is looked at. */
export function isInboxView(value: unknown): value is InboxView {
  return typeof value === "object" && value !== null && "chats" in value && "liveCursor" in value;
}

async function ask(href: string, init: RequestInit): Promise<Outcome<unknown>> {
  try {
    const response = await fetch(href, { ...init, headers: { accept: "application/json" } });
    // The session is over: the login page comes instead, and leads back here.
    if (response.redirected || response.status === 401) location.reload();
    const body: unknown = await response.json();
    if (typeof body !== "object" || body === null) return unreadable();
    if (response.ok && "data" in body) return { ok: true, data: body.data };
    return { ok: false, message: messageOf(body) ?? UNREACHABLE, isFinal: response.status < 500 };
  } catch {
    return unreadable();
  }
}

function unreadable(): Outcome<never> {
  return { ok: false, message: UNREACHABLE, isFinal: false };
}

function messageOf(body: object): string | null {
  if (!("error" in body) || typeof body.error !== "object" || body.error === null) return null;
  const { error } = body;
  if ("fields" in error && typeof error.fields === "object" && error.fields) {
    const [sentence] = Object.values(error.fields);
    if (typeof sentence === "string") return sentence;
  }
  return "message" in error && typeof error.message === "string" ? error.message : null;
}
