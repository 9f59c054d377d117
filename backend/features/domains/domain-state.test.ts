import { describe, expect, test } from "bun:test";
import type { Verdict } from "./domain-report";
import { afterCheck, type DomainState } from "./domain-state";

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 3));
const pending: DomainState = { status: "pending", failures: 0, verifiedAt: null, healthySince: null };
const serving: DomainState = { status: "verified", failures: 0, verifiedAt: day(1), healthySince: day(1) };

/** One check a day from the 2nd on. */
function daily(start: DomainState, verdicts: Verdict[]) {
  const changes: string[] = [];
  let state = start;
  for (const [index, verdict] of verdicts.entries()) {
    const next = afterCheck(state, verdict, { isDaily: true, now: day(index + 2) });
    if (next.change) changes.push(`${next.change}@${index + 2}`);
    state = next.state;
  }
  return { state, changes };
}

describe("a domain that serves", () => {
  test("falls back at the third failure in a row and not before", () => {
    expect(daily(serving, ["failed", "failed"]).state.status).toBe("verified");
    expect(daily(serving, ["failed", "failed", "failed"])).toMatchObject({
      state: { status: "failed", healthySince: null },
      changes: ["fell_back@4"],
    });
    expect(daily(serving, ["failed", "failed", "passed", "failed", "failed"]).changes).toEqual([]);
  });

  test("comes back with the first check that passes, told once", () => {
    const { state, changes } = daily(serving, ["failed", "failed", "failed", "failed", "passed", "passed"]);
    expect(changes).toEqual(["fell_back@4", "recovered@6"]);
    expect(state).toEqual({ status: "verified", failures: 0, verifiedAt: day(1), healthySince: day(6) });
  });

  test("is healthy since its last failure, and stays so while checks pass", () => {
    expect(daily(serving, ["passed", "passed"]).state.healthySince).toEqual(day(1));
    expect(daily(serving, ["failed"]).state.healthySince).toBeNull();
    expect(daily(serving, ["failed", "passed", "passed"]).state.healthySince).toEqual(day(3));
  });

  test("is not counted against when nothing could be looked up, or when the owner tries", () => {
    expect(daily(serving, ["failed", "failed", "unknown", "unknown"]).state).toMatchObject({
      status: "verified",
      failures: 2,
    });
    let state = serving;
    for (let times = 0; times < 9; times++) state = afterCheck(state, "failed", { isDaily: false, now: day(2) }).state;
    expect(state).toEqual(serving);
  });
});

test("a claim that was never proved stays pending until it is, and is verified once", () => {
  const once = afterCheck(pending, "failed", { isDaily: false, now: day(1) });
  expect(once).toEqual({ state: pending, change: null });
  const proved = afterCheck(pending, "passed", { isDaily: false, now: day(2) });
  expect(proved).toEqual({
    state: { status: "verified", failures: 0, verifiedAt: day(2), healthySince: day(2) },
    change: "verified",
  });
  expect(afterCheck(proved.state, "passed", { isDaily: false, now: day(3) }).change).toBeNull();
});
