import { describe, expect, test } from "bun:test";
import { describeHours, openStateAt } from "./business-hours";

const hours = {
  mon: [["09:00", "18:00"]],
  tue: [["09:00", "18:00"]],
  sat: [
    ["09:00", "12:00"],
    ["13:00", "15:00"],
  ],
} satisfies Parameters<typeof describeHours>[0];
const at = (iso: string, timezone = "Asia/Jakarta") => openStateAt(hours, timezone, new Date(iso));

describe("open or closed is told in the showroom's own time", () => {
  test("open on Monday at nine sharp, closed at six sharp", () => {
    expect(at("2026-11-23T02:00:00Z")).toEqual({ open: true, closesAt: "18:00" });
    expect(at("2026-11-23T11:00:00Z")).toEqual({ open: false, opensAt: { weekday: "tue", time: "09:00", inDays: 1 } });
  });

  test("the same moment is another hour in Jayapura", () => {
    expect(at("2026-11-23T00:30:00Z").open).toBe(false);
    expect(at("2026-11-23T00:30:00Z", "Asia/Jayapura").open).toBe(true);
  });

  test("between two spans of a day it opens again the same day", () => {
    expect(at("2026-11-21T05:30:00Z")).toEqual({ open: false, opensAt: { weekday: "sat", time: "13:00", inDays: 0 } });
  });

  test("closed days are skipped, over the week's end", () => {
    expect(at("2026-11-21T09:00:00Z")).toEqual({ open: false, opensAt: { weekday: "mon", time: "09:00", inDays: 2 } });
  });

  test("a showroom without hours never opens", () => {
    expect(openStateAt({}, "Asia/Jakarta", new Date())).toEqual({ open: false });
  });
});

test("days with the same hours are said together", () => {
  expect(describeHours(hours)).toEqual([
    { days: "Senin–Selasa", hours: "09.00–18.00" },
    { days: "Rabu–Jumat", hours: "Tutup" },
    { days: "Sabtu", hours: "09.00–12.00, 13.00–15.00" },
    { days: "Minggu", hours: "Tutup" },
  ]);
});
