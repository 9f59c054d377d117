import type { Persona } from "./persona";

/**
 * Which waiting messages get one answer together. A customer's burst is one turn. Of staff, each command is its own,
 * and pictures that follow each other are an album.
 */
export function splitTurns<Message extends { kind: string }>(persona: Persona, messages: Message[]): Message[][] {
  if (persona !== "staff") return messages.length > 0 ? [messages] : [];

  const turns: Message[][] = [];
  for (const message of messages) {
    const album = turns.at(-1);
    if (message.kind === "image" && album?.[0]?.kind === "image") album.push(message);
    else turns.push([message]);
  }
  return turns;
}
