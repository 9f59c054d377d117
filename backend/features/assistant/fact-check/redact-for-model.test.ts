import { describe, expect, test } from "bun:test";
import { redactForModel } from "./redact-for-model";

describe("what a model is given of a customer's words", () => {
  test.each([
    ["telephone numbers", "hubungi 0812-3456-7890 ya", "hubungi [nomor telepon] ya"],
    ["telephone numbers from abroad", "WA +62 812 3456 7890", "WA [nomor telepon]"],
    ["telephone numbers without a zero", "no saya 812-3456-7890", "no saya [nomor telepon]"],
    ["landlines", "telp (031) 567-8901 kak", "telp [nomor telepon] kak"],
    ["telephone numbers with letters for digits", "O8I2 345 67890", "[nomor telepon]"],
    ["telephone numbers in words", "kosong delapan satu dua tiga empat lima enam tujuh", "[nomor telepon]"],
    ["telephone numbers with invisible signs", "0812\u200b3456\u200b7890", "[nomor telepon]"],
    ["telephone numbers in full width", "０８１２３４５６７８９０", "[nomor telepon]"],
    ["plates", "mobil saya L 1234 AB mau tt", "mobil saya [plat] mau tt"],
    ["plates in one word", "plat n1234xy", "plat [plat]"],
    ["several plates", "L 1234 AB sama W 4321 XY", "[plat] sama [plat]"],
    ["identity numbers", "NIK 3578012345678901", "NIK [nomor identitas]"],
    ["identity numbers in groups", "KTP 3578 0123 4567 8901", "KTP [nomor identitas]"],
    ["tax numbers", "NPWP 12.345.678.9-012.345", "NPWP [nomor identitas]"],
    ["account numbers", "rekening BCA 1234567890 a/n Budi", "rekening BCA [nomor rekening] a/n Budi"],
    ["e-mail addresses", "kirim ke budi.s@gmail.com", "kirim ke [email]"],
    ["links", "lihat https://evil.example.com/a?b=1 dan bit.ly/abc", "lihat [tautan] dan [tautan]"],
  ])("hides %s", (_, text, redacted) => {
    expect(redactForModel(text)).toBe(redacted);
  });

  test.each([
    "avanza 2020 harga 185.000.000 km 45.000 brp nett",
    "budget 150-200 juta, tahun 2018 ke atas, km di bawah 50rb",
    "Rp 185.000.000 atau 185jt, #A01 masih ada?",
    "185000000 boleh? cicilan 3.500.000 x 47",
    "dp 20 tenor 5 tahun, besok jam 10 saya ke sana",
    "innova 2.4 V 2018 matic diesel, pajak 05-2027",
    "plat L genap ya? tahun 2019 AT",
    "ada nomor 1 atau 2 kak",
    "tanggal 01-02-2027 bisa?",
  ])("leaves prices, years, kilometres and codes readable: %s", (text) => {
    expect(redactForModel(text)).toBe(text);
  });
});
