import { expect, test } from "bun:test";
import { toTurns } from "./conversation-turns";

const customer = (text: string) => ({ role: "customer" as const, text });
const assistant = (text: string) => ({ role: "assistant" as const, text });

test("a conversation begins with the customer, alternates, and has nothing empty in it", () => {
  const messages = [
    assistant("Selamat datang!"),
    customer("halo"),
    customer(" ada avanza? "),
    assistant("Ada, kak."),
    assistant("   "),
    assistant("Mau foto?"),
    customer("mau"),
  ];
  expect(toTurns(messages)).toEqual([
    customer("halo\nada avanza?"),
    assistant("Ada, kak.\nMau foto?"),
    customer("mau"),
  ]);
});

test("without a last word of the customer there is nothing to answer", () => {
  expect(toTurns([])).toBeNull();
  expect(toTurns([assistant("halo")])).toBeNull();
  expect(toTurns([customer("halo"), assistant("ya?")])).toBeNull();
  expect(toTurns([customer("  ")])).toBeNull();
});

test("the messages handed in stay as they were", () => {
  const messages = [customer("a"), customer("b")];
  toTurns(messages);
  expect(messages).toEqual([customer("a"), customer("b")]);
});
