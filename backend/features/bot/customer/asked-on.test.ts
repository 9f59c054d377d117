import { describe, expect, test } from "bun:test";
import { talkingShowroom } from "@/backend/testing/talking-showroom";

const { talk } = await talkingShowroom();

/** A new customer who said these things before. */
async function after(...texts: string[]) {
  const says = talk();
  for (const text of texts) await says(text);
  return says;
}

describe("delivery", () => {
  test("goes to the city that was told before, and says that the owner's answer does not name it", async () => {
    const says = await after("saya di Makassar, brio ada?");
    const first = (await says("bisa kirim ke sini?")).reply;
    expect(first).toMatch(/Jawa dan Bali[\s\S]*Makassar belum disebut/);
    expect(first).not.toMatch(/ke kota mana/);
    const second = (await says("ongkirnya berapa")).reply;
    expect(second).toMatch(/kirim ke Makassar, biaya dan jadwalnya perlu dicek/);
    expect(second).not.toContain("Jawa dan Bali");
  });

  test("is never answered with the same text again", async () => {
    const says = talk();
    const replies = [];
    for (const text of ["bisa kirim ke luar kota?", "ongkirnya berapa", "biaya kirimnya piro"]) {
      replies.push((await says(text)).reply);
    }
    expect(new Set(replies).size).toBe(3);
    expect(replies.join("\n").match(/Jawa dan Bali/g)).toHaveLength(1);
  });

  test("to another city than before brings the owner's answer again", async () => {
    const says = await after("bisa kirim ke Makassar?");
    expect((await says("kalau kirim ke Bali?")).reply).toContain("Jawa dan Bali");
  });
});

test.each(["can you ship the car to another city?", "what documents do you need for credit?"])(
  "“%s” in English is told that the owner's answer is quoted",
  async (words) => {
    expect((await (await after("hello, is the avanza still available?"))(words)).reply).toMatch(
      /The showroom's own answer, in Indonesian: “/,
    );
  },
);
