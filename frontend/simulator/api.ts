import type { ChatView } from "./chat-view";
import type { DeviceChatsView } from "./device-chats-view";
import type { SamplePhotosView, WorldView } from "./world-view";

export const EXTRA_KINDS = ["location", "voice", "document", "contact", "sticker"] as const;

/** What can be sent besides words and photos. */
export type ExtraKind = (typeof EXTRA_KINDS)[number];

/** Whose phone shows the chat: the person's who writes to the showroom, or the showroom's own. */
export type ChatSide = "person" | "showroom";

/** The chat between a showroom's device and a person's number, as one side sees it. */
export type ChatPlace = { device: string; number: string; side: ChatSide };

/** Something a person sends in one go; photos travel with the text as their caption. */
export type Outgoing = {
  batchId: string;
  place: ChatPlace;
  /** As the sender's WhatsApp profile says. */
  name: string;
  text: string;
  photos: File[];
  extra: ExtraKind | null;
};

/** Tunjungan Plaza, Surabaya: where the simulated phones say they are. */
export const HERE = { latitude: -7.26225, longitude: 112.7392 };

export function loadWorld(): Promise<WorldView> {
  return request("world");
}

export function loadDeviceChats(device: string): Promise<DeviceChatsView> {
  return request(`chats/${device}`);
}

export function loadChat({ device, number, side }: ChatPlace): Promise<ChatView> {
  return request(`chats/${device}/${number}?side=${side}`);
}

export function markRead(device: string, phone: string): Promise<unknown> {
  return request("read", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ device, phone }),
  });
}

export function sendMessage(message: Outgoing): Promise<unknown> {
  const form = new FormData();
  const { batchId, place, name, text, photos, extra } = message;
  const { device, number: sender, side: from } = place;
  const kind = extra ?? (photos.length > 0 ? "photos" : "text");
  const fields = { batchId, device, sender, from, name, text, kind };
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (kind === "location") {
    for (const [field, value] of Object.entries(HERE)) form.set(field, String(value));
  }
  for (const photo of photos) form.append("photos", photo, photo.name);
  return request("messages", { method: "POST", body: form });
}

/** The offered pictures as files, ready to be attached; empty when the server has none. */
export async function loadSamplePhotos(): Promise<File[]> {
  const { photos } = await request<SamplePhotosView>("sample-photos");
  return Promise.all(
    photos.map(async ({ name, url }) => {
      const blob = await (await fetch(url)).blob();
      return new File([blob], name, { type: blob.type });
    }),
  );
}

type Answer<Data> = { success: true; data: Data } | { success: false; error: { message: string; fields?: object } };

/** @throws Error with a sentence for the person. */
async function request<Data>(path: string, init?: RequestInit): Promise<Data> {
  const answer = await readAnswer<Data>(path, init);
  if (!answer) throw new Error("Server belum bisa dihubungi. Pastikan AutoLeads masih berjalan.");
  if (answer.success) return answer.data;
  const [detail] = Object.values(answer.error.fields ?? {});
  throw new Error(typeof detail === "string" ? detail : answer.error.message);
}

async function readAnswer<Data>(path: string, init?: RequestInit): Promise<Answer<Data> | null> {
  try {
    const response = await fetch(`/simulator/api/${path}`, init);
    return await response.json();
  } catch {
    return null;
  }
}
