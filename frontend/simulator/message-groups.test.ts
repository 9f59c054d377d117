import { describe, expect, test } from "bun:test";
import { groupMessages, type ShownMessage } from "./message-groups";

const now = new Date(2026, 10, 20, 15, 30);

function message(id: string, overrides: Partial<ShownMessage> = {}): ShownMessage {
  return {
    id,
    seq: id,
    isMine: true,
    speaker: null,
    speakerName: null,
    kind: "text",
    text: "halo",
    mediaUrl: null,
    filename: null,
    location: null,
    status: "read",
    at: now.toISOString(),
    albumId: null,
    ...overrides,
  };
}

function photo(id: string, albumId: string | null, text = ""): ShownMessage {
  return message(id, { kind: "image", albumId, text });
}

function idsOf(messages: ShownMessage[]): string[][] {
  return groupMessages(messages, now).map((group) => group.messages.map(({ id }) => id));
}

describe("the bubbles of a chat", () => {
  test("photos sent together are one album, with the caption on any one of them", () => {
    expect(idsOf([photo("1", "a", "Brio"), photo("2", "a"), photo("3", "a")])).toEqual([["1", "2", "3"]]);
    expect(idsOf([photo("1", "a"), photo("2", "a", "Brio")])).toEqual([["1", "2"]]);
  });

  test("photos of two batches, of none, or with words of their own stay apart", () => {
    expect(idsOf([photo("1", "a"), photo("2", "b")])).toEqual([["1"], ["2"]]);
    expect(idsOf([photo("1", null), photo("2", null)])).toEqual([["1"], ["2"]]);
    expect(idsOf([photo("1", "a", "Avanza"), photo("2", "a", "Veloz")])).toEqual([["1"], ["2"]]);
  });

  test("a text between two photos ends the album", () => {
    expect(idsOf([photo("1", "a"), message("2", { albumId: "a" }), photo("3", "a")])).toEqual([["1"], ["2"], ["3"]]);
  });

  test("only the first bubble after the other side spoke has a tail", () => {
    const groups = groupMessages([message("1"), message("2"), message("3", { isMine: false }), message("4")], now);
    expect(groups.map(({ startsRun }) => startsRun)).toEqual([true, false, true, true]);
  });

  test("everybody of the showroom has a tail of their own, the same voice only one", () => {
    const bot = { speaker: "bot" } as const;
    const sales = (speakerName: string) => ({ speaker: "sales", speakerName }) as const;
    const groups = groupMessages(
      [bot, bot, sales("Budi"), sales("Budi"), sales("Sari")].map((voice, index) => message(String(index), voice)),
      now,
    );
    expect(groups.map(({ startsRun }) => startsRun)).toEqual([true, false, true, false, true]);
  });

  test("every day is named once, above its first message", () => {
    const days = [new Date(2026, 10, 12), new Date(2026, 10, 19), new Date(2026, 10, 19, 20), now];
    const groups = groupMessages(
      days.map((day, index) => message(String(index), { at: day.toISOString() })),
      now,
    );
    expect(groups.map(({ day }) => day)).toEqual(["12 November 2026", "Kemarin", null, "Hari ini"]);
  });
});
