import { useState } from "react";
import { HERE, type Outgoing, sendMessage } from "./api";
import type { ChatMessage } from "./chat-view";
import type { ShownMessage } from "./message-groups";

export type Departure = { outgoing: Outgoing; photoUrls: string[]; at: string; failure: string | null };

export type Outbox = {
  departures: Departure[];
  send(outgoing: Outgoing): void;
  retry(batchId: string): void;
  discard(batchId: string): void;
};

/** What was sent from this phone and is not in the chat yet; a failed one waits for "try again". */
export function useOutbox(reload: () => Promise<void>): Outbox {
  const [departures, setDepartures] = useState<Departure[]>([]);
  const fail = (batchId: string, failure: string | null) =>
    setDepartures((all) => all.map((one) => (one.outgoing.batchId === batchId ? { ...one, failure } : one)));
  const discard = (batchId: string) => setDepartures((all) => all.filter((one) => one.outgoing.batchId !== batchId));

  async function depart(outgoing: Outgoing): Promise<void> {
    try {
      await sendMessage(outgoing);
      await reload();
      discard(outgoing.batchId);
    } catch (error) {
      fail(outgoing.batchId, error instanceof Error ? error.message : "Belum terkirim.");
    }
  }

  return {
    departures,
    discard,
    send(outgoing) {
      const photoUrls = outgoing.photos.map((photo) => URL.createObjectURL(photo));
      setDepartures((all) => [...all, { outgoing, photoUrls, at: new Date().toISOString(), failure: null }]);
      void depart(outgoing);
    },
    retry(batchId) {
      const departure = departures.find(({ outgoing }) => outgoing.batchId === batchId);
      if (!departure) return;
      fail(batchId, null);
      void depart(departure.outgoing);
    },
  };
}

/** The chat with what is still on its way at its end. */
export function withDepartures(messages: ChatMessage[], departures: Departure[]): ShownMessage[] {
  const arrived = new Set(messages.map(({ albumId }) => albumId));
  const waiting = departures.filter(({ outgoing, failure }) => failure !== null || !arrived.has(outgoing.batchId));
  return [...messages, ...waiting.flatMap(toMessages)];
}

const KIND_OF_EXTRA = {
  voice: "audio",
  location: "location",
  sticker: "sticker",
  contact: "contact",
  document: "document",
};

function toMessages({ outgoing, photoUrls, at, failure }: Departure): ShownMessage[] {
  const { batchId, place, text, extra } = outgoing;
  const message: ShownMessage = {
    id: batchId,
    seq: "",
    isMine: true,
    speaker: place.side === "showroom" ? "owner_phone" : null,
    speakerName: null,
    kind: extra ? KIND_OF_EXTRA[extra] : "text",
    text,
    mediaUrl: null,
    filename: null,
    location: extra === "location" ? HERE : null,
    status: failure === null ? "sending" : "failed",
    at,
    albumId: batchId,
  };
  if (photoUrls.length === 0) return [message];
  return photoUrls.map((mediaUrl, index) => ({
    ...message,
    id: `${batchId}-${index}`,
    kind: "image",
    mediaUrl,
    filename: outgoing.photos[index]?.name ?? null,
    text: index === 0 ? text : "",
  }));
}
