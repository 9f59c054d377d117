import { describe, expect, test } from "bun:test";
import { describeHolidays, describeHours } from "./describe-hours";
import { openingDayName, openStateAt } from "./open-state";

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
    expect(at("2026-11-23T11:00:00Z")).toMatchObject({
      open: false,
      opensAt: { weekday: "tue", time: "09:00", inDays: 1 },
    });
  });

  test("the same moment is another hour in Jayapura", () => {
    expect(at("2026-11-23T00:30:00Z").open).toBe(false);
    expect(at("2026-11-23T00:30:00Z", "Asia/Jayapura").open).toBe(true);
  });

  test("between two spans of a day it opens again the same day", () => {
    expect(at("2026-11-21T05:30:00Z")).toMatchObject({
      open: false,
      opensAt: { weekday: "sat", time: "13:00", inDays: 0 },
    });
  });

  test("closed days are skipped, over the week's end", () => {
    expect(at("2026-11-21T09:00:00Z")).toMatchObject({
      open: false,
      opensAt: { weekday: "mon", time: "09:00", inDays: 2 },
    });
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

describe("a holiday counts more than its weekday", () => {
  const week = { mon: [["09:00", "18:00"]], thu: [["09:00", "18:00"]], fri: [["09:00", "18:00"]] } satisfies Parameters<
    typeof describeHours
  >[0];
  const christmas = { date: "2026-12-25", name: "Natal", hours: [] };
  const newYearsEve = {
    date: "2026-12-31",
    name: "Malam Tahun Baru",
    hours: [["09:00", "12:00"]] as [string, string][],
  };
  const withHolidays = { ...week, holidays: [newYearsEve, christmas] };
  const state = (iso: string, hours = withHolidays) => openStateAt(hours, "Asia/Jakarta", new Date(iso));

  test("closed on a Friday that is Christmas, and the next opening skips it", () => {
    expect(state("2026-12-25T03:00:00Z")).toEqual({
      open: false,
      opensAt: { weekday: "mon", time: "09:00", inDays: 3, date: "2026-12-28" },
      holiday: "Natal",
    });
    expect(state("2026-12-24T12:00:00Z").opensAt?.date).toBe("2026-12-28");
  });

  test("the date is the showroom's own: in Jayapura the holiday begins two hours before Jakarta's", () => {
    const at = new Date("2026-12-24T15:30:00Z");
    expect(openStateAt(withHolidays, "Asia/Jakarta", at).holiday).toBeUndefined();
    expect(openStateAt(withHolidays, "Asia/Jayapura", at).holiday).toBe("Natal");
  });

  test("shorter hours close earlier", () => {
    expect(state("2026-12-31T04:00:00Z")).toMatchObject({ open: true, closesAt: "12:00" });
    expect(state("2026-12-31T06:00:00Z").open).toBe(false);
  });

  test("an opening after a long holiday names the date, not only the weekday", () => {
    const lebaran = Array.from({ length: 10 }, (_, day) => ({
      date: `2026-12-${String(day + 14).padStart(2, "0")}`,
      name: "Libur",
      hours: [],
    }));
    const { opensAt } = state("2026-12-14T03:00:00Z", { ...week, holidays: lebaran });
    expect(opensAt && openingDayName(opensAt)).toBe("Kamis 24 Des");
  });

  test("those of the coming month are told, the others are not", () => {
    const tell = (iso: string) => describeHolidays(withHolidays, "Asia/Jakarta", new Date(iso));
    expect(tell("2026-12-20T00:00:00Z")).toEqual([
      { days: "25 Des (Natal)", hours: "Tutup" },
      { days: "31 Des (Malam Tahun Baru)", hours: "09.00–12.00" },
    ]);
    expect(tell("2026-12-25T18:00:00Z")).toHaveLength(1);
    expect(tell("2026-11-01T00:00:00Z")).toEqual([]);
  });
});
