import { expect, test } from "bun:test";
import { groupHours } from "./hours";

test("neighbouring days with the same hours share a line", () => {
  const days = [
    { day: "Senin", hours: "09.00–18.00" },
    { day: "Selasa", hours: "09.00–18.00" },
    { day: "Rabu", hours: null },
    { day: "Kamis", hours: "09.00–18.00" },
  ];

  expect(groupHours(days)).toEqual([
    { days: "Senin–Selasa", hours: "09.00–18.00" },
    { days: "Rabu", hours: null },
    { days: "Kamis", hours: "09.00–18.00" },
  ]);
});
