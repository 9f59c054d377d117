import { expect, test } from "bun:test";
import { readSpokenTime } from "./spoken-time";

const at = (...clocks: number[]) => clocks.map((hours) => ({ from: hours * 60, to: hours * 60 }));
const between = (from: number, to: number) => [{ from: from * 60, to: to * 60 }];
const inDays = (count: number) => ({ type: "in_days", inDays: count });
const weekday = (number: number, weeks = 0) => ({ type: "weekday", weekday: number, weeks });

test.each([
  ["hari minggu jam 10", weekday(6), at(10, 22)],
  ["besok jam 8 malem", inDays(1), at(20)],
  ["sesuk isuk jam 9", inDays(1), at(9)],
  ["lusa abis maghrib", inDays(2), between(18, 19)],
  ["nanti sore", inDays(0), between(15, 18)],
  ["malem minggu", weekday(5), between(18, 24)],
  ["jmt jam 1 siang", weekday(4), at(13)],
  ["sabtu minggu depan", weekday(5, 1), []],
  ["setengah 5", null, at(4.5, 16.5)],
  ["jam 10.30", null, at(10.5, 22.5)],
  ["tgl 25", { type: "date", dayOfMonth: 25, month: null }, []],
  ["25 des jam 2 siang", { type: "date", dayOfMonth: 25, month: 12 }, at(14)],
  ["tomorrow at 10 am", inDays(1), at(10)],
  ["minggu depan", null, []],
  ["2 minggu lagi", null, []],
  ["weekend", null, []],
  ["sabtu atau minggu", null, []],
])("“%s” names the day and the time that were said, and no other", (words, day, spans) => {
  expect<unknown>(readSpokenTime(words)).toEqual({ day, spans });
});
