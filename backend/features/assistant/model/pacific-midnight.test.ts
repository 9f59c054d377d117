import { expect, test } from "bun:test";
import { msUntilPacificMidnight } from "./pacific-midnight";

test.each([
  ["in winter", "2026-11-20T03:00:00.000Z", "2026-11-20T08:00:00.000Z"],
  ["in summer", "2026-07-01T12:34:56.789Z", "2026-07-02T07:00:00.000Z"],
  ["just before", "2026-11-20T07:59:59.900Z", "2026-11-20T08:00:00.000Z"],
  ["just at it", "2026-11-20T08:00:00.000Z", "2026-11-21T08:00:00.000Z"],
  ["through the day of 23 hours", "2027-03-14T09:00:00.000Z", "2027-03-15T07:00:00.000Z"],
  ["through the day of 25 hours", "2026-11-01T08:00:00.000Z", "2026-11-02T08:00:00.000Z"],
])("the next midnight in California, %s", (_name, now, midnight) => {
  const at = new Date(now);
  expect(new Date(at.getTime() + msUntilPacificMidnight(at)).toISOString()).toBe(midnight);
});
