import { expect, test } from "bun:test";
import { askedHolidays } from "./asked-holidays";

const closed = (date: string, name: string) => ({ date, name, hours: [] });
const stored = [
  closed("2025-12-25", "Natal"),
  closed("2026-12-25", "Hari Natal"),
  closed("2027-01-01", "Tahun Baru"),
  closed("2027-02-06", "Tahun Baru Imlek"),
  closed("2027-03-10", "Idul Fitri"),
  closed("2027-03-11", "Idul Fitri"),
  closed("2027-08-17", "HUT RI"),
  closed("2027-09-05", "Libur Ulang Tahun Showroom"),
];

test.each([
  ["libur natal buka?", ["2026-12-25"]],
  ["tgl 25 des buka gak kak", ["2026-12-25"]],
  ["25/12 tutup?", ["2026-12-25"]],
  ["are you open on christmas?", ["2026-12-25"]],
  ["thn baru buka?", ["2027-01-01"]],
  ["1 januari masuk?", ["2027-01-01"]],
  ["imlek libur ga", ["2027-02-06"]],
  ["lebaran buka kapan", ["2027-03-10", "2027-03-11"]],
  ["17 agustus buka?", ["2027-08-17"]],
  ["17an tutup ga", ["2027-08-17"]],
  ["pas ulang tahun showroom libur ya?", ["2027-09-05"]],
  ["hari libur buka?", []],
  ["buka jam berapa?", []],
  ["tanggal 5 buka?", []],
])("%p asks for the stored days %p, however far away", (text, dates) => {
  expect(askedHolidays(text, stored, "2026-11-20").map(({ date }) => date)).toEqual(dates);
});

test("a day of the month alone is the next one", () => {
  const dates = (text: string, today: string) => askedHolidays(text, stored, today).map(({ date }) => date);
  expect(dates("tanggal 25 buka?", "2026-12-20")).toEqual(["2026-12-25"]);
  expect(dates("tgl 1 buka?", "2026-12-20")).toEqual(["2027-01-01"]);
  expect(dates("tanggal 25 buka?", "2026-11-20")).toEqual([]);
});
