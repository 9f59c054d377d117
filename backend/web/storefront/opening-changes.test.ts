import { expect, test } from "bun:test";
import { nextOpeningChange } from "./opening-changes";

const split: [string, string][] = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];

test.each([
  ["before opening", "2026-11-20T01:30:30Z", "2026-11-20T02:00:00Z"],
  ["at the very minute of opening, the closing", "2026-11-20T02:00:00Z", "2026-11-20T05:00:00Z"],
  ["in the break", "2026-11-20T05:00:59Z", "2026-11-20T06:00:00Z"],
  ["after closing, the showroom's midnight", "2026-11-20T11:00:00Z", "2026-11-20T17:00:00Z"],
  ["on a day without hours, midnight", "2026-11-21T03:00:00Z", "2026-11-21T17:00:00Z"],
])("%s", (_, at, expected) => {
  expect(nextOpeningChange({ fri: split }, "Asia/Jakarta", new Date(at)).toISOString()).toBe(
    new Date(expected).toISOString(),
  );
});
