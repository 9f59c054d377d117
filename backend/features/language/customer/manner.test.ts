import { describe, expect, test } from "bun:test";
import { readOwnTitle, readRegister } from "./manner";

describe("the language a customer is answered in", () => {
  test.each([
    "piro regane mas?",
    "isih onok ta cak avanza ne?",
    "golek innova diesel sing manual, onok?",
    "saged kirang mboten pak, awis sanget",
    "iso kredit ta? dp piro",
    "sesuk isuk tak mrono yo",
    "ora sido mas",
  ])("is Javanese for %s", (text) => expect(readRegister(text)).toBe("javanese"));

  test.each([
    "berapa harga avanza 2019 kak?",
    "larang banget ya kak, bisa kurang sedikit?",
    "ada avanza matic, suwun",
    "last price brp gan",
    "bisa test drive? ready unitnya?",
    "P",
    "1",
    "ok",
    "",
  ])("is Indonesian for %p", (text) => expect(readRegister(text)).toBe("indonesian"));

  test.each([
    "do you have a black Avanza 2020?",
    "how much is it",
    "is it still available",
    "can I pay by installments",
    "where is your showroom",
    "cheaper?",
    "delete my data",
  ])("is English for %s", (text) => expect(readRegister(text)).toBe("english"));
});

describe("the title customers give themselves", () => {
  test.each([
    ["saya bu Rina", "Bu"],
    ["panggil mas aja", "Mas"],
    ["panggil aja pak joko", "Pak"],
    ["Dengan Pak Hendra di Tuban, mau tanya pajero", "Pak"],
    ["ini mbak Sari yang kemarin", "Mbak"],
    ["jangan panggil pak, saya mbak", "Mbak"],
    ["panggil saya kak ya", "Kak"],
  ] as const)("is read from %s", (text, title) => expect(readOwnTitle(text)).toBe(title));

  test.each([
    "kak, ada avanza?",
    "mau saya mas",
    "tolong panggilkan pak Budi",
    "bisa panggil pak Budi?",
    "ini pak Budi?",
    "halo dengan pak Budi ya?",
    "mobil bapak saya dijual",
    "gan min bos",
    "jangan panggil pak",
  ])("is not taken from %s", (text) => expect(readOwnTitle(text)).toBeNull());
});
