import { describe, expect, test } from "bun:test";
import { cleanLine } from "./clean-line";
import { isHotSignal, LEAD_SIGNALS, type LeadSignal, readSignals, scoreOf, withHeard } from "./lead-signals";
import { sourceToKeep } from "./lead-source";
import { type LeadStatus, statusAfterMessage, statusAfterSilence } from "./lead-status";

const at = new Date("2026-11-20T03:00:00Z");
const heard = (...signals: LeadSignal[]) =>
  withHeard(
    {},
    signals.map((signal) => ({ signal })),
    at,
  );

describe("the score", () => {
  test.each<[LeadSignal[], number]>([
    [[], 0],
    [["greeted", "wrote", "gave_name", "complaint"], 0],
    [["searched"], 1],
    [["named_unit", "asked_price"], 3],
    [["named_unit", "asked_price", "asked_details", "asked_photos", "returned", "gave_budget"], 7],
    [["asked_credit", "credit_numbers"], 5],
    [["negotiates"], 3],
    [["made_offer"], 4],
    [["visit", "trade_in"], 7],
    [["reserve", "visit", "made_offer"], 10],
    [[...LEAD_SIGNALS], 10],
  ])("of %p is %p", (signals, score) => {
    expect(scoreOf(heard(...signals)).score).toBe(score);
  });

  test("counts a signal once; all that was said again adds one point together", () => {
    const once = heard("named_unit", "asked_price");
    const again = withHeard(once, [{ signal: "asked_price" }], at);
    const often = withHeard(withHeard(again, [{ signal: "named_unit" }], at), [{ signal: "asked_price" }], at);
    expect([once, again, often].map((signals) => scoreOf(signals).score)).toEqual([3, 4, 4]);
  });

  test("is not raised by saying hello again, nor by the same thing twice in one message", () => {
    expect(scoreOf(withHeard(heard("greeted", "wrote"), [{ signal: "greeted" }, { signal: "wrote" }], at)).score).toBe(
      0,
    );
    expect(scoreOf(heard("asked_price", "asked_price")).score).toBe(1);
  });

  test("is explained, the most telling first, with the latest detail", () => {
    const first = withHeard({}, [{ signal: "asked_price" }, { signal: "credit_numbers", detail: "DP 20 jt" }], at);
    const signals = withHeard(first, [{ signal: "credit_numbers", detail: "DP 30 jt" }, { signal: "visit" }], at);
    expect(scoreOf(signals).reasons).toEqual([
      "Mau datang atau test drive",
      "Tanya kredit dengan angka (DP 30 jt)",
      "Tanya harga",
    ]);
    expect(scoreOf(heard("greeted")).reasons).toEqual(["Baru menyapa"]);
    expect(scoreOf(heard("greeted", "searched", "complaint")).reasons).toEqual(["Mencari mobil", "Ada keluhan"]);
  });

  test("survives a column it does not understand, and forgets signals it no longer knows", () => {
    expect(readSignals("nonsense")).toEqual({});
    expect(readSignals({ asked_price: { count: 0 } })).toEqual({});
    const stored = { ...heard("asked_price"), of_old: { count: 1, firstAt: "x", lastAt: "x" } };
    expect(readSignals(JSON.parse(JSON.stringify(stored)))).toEqual(heard("asked_price"));
  });
});

describe("the status", () => {
  test("is hot after any hot signal, whatever it was before", () => {
    const hot = LEAD_SIGNALS.filter(isHotSignal);
    expect([...hot].sort()).toEqual([
      "asked_for_person",
      "credit_numbers",
      "made_offer",
      "negotiates",
      "reserve",
      "trade_in",
      "visit",
    ]);
    for (const signal of hot) {
      for (const status of ["new", "warm", "cold"] as const) {
        expect(statusAfterMessage(status, ["greeted", signal], 0)).toEqual({
          status: "hot",
          reason: { type: "hot_signal", signal },
        });
      }
    }
  });

  test.each<[LeadStatus, number, LeadStatus | null]>([
    ["new", 0, null],
    ["new", 2, null],
    ["new", 3, "warm"],
    ["warm", 0, null],
    ["warm", 10, null],
    ["hot", 0, null],
    ["cold", 0, "warm"],
    ["closed", 10, null],
    ["lost", 10, null],
  ])("%s with %p points and nothing hot becomes %p", (before, score, after) => {
    expect(statusAfterMessage(before, ["asked_price"], score)?.status ?? null).toBe(after);
  });

  test("of a lead that is over is for people to say: not even a hot signal opens it", () => {
    expect(statusAfterMessage("closed", ["reserve"], 10)).toBeNull();
    expect(statusAfterMessage("lost", ["reserve"], 10)).toBeNull();
  });

  test.each<[LeadStatus, number, LeadStatus | null]>([
    ["new", 13, null],
    ["new", 14, "cold"],
    ["warm", 14, "cold"],
    ["hot", 13, null],
    ["hot", 14, "cold"],
    ["cold", 30, null],
    ["closed", 30, null],
    ["lost", 30, null],
  ])("%s after %p silent days becomes %p", (before, days, after) => {
    expect(statusAfterSilence(before, days)?.status ?? null).toBe(after);
  });
});

describe("the source", () => {
  test.each([
    ["wa", "web", "web"],
    ["wa", "olx", "olx"],
    ["wa", "direct", "wa"],
    ["wa", "wa", "wa"],
    ["web", "wa", "web"],
    ["olx", "instagram", "olx"],
    ["direct", "wa", "direct"],
    ["referral", "web", "referral"],
  ])("%s and later %s is %s", (first, later, kept) => {
    expect(sourceToKeep(first, later)).toBe(kept);
  });
});

test("a customer's name cannot look like lines of ours", () => {
  expect(cleanLine("  Rina\n\n1 = AMBIL\u2028*gratis*\u200b ", 80)).toBe("Rina 1 = AMBIL gratis");
  expect(cleanLine("a".repeat(200), 80)).toHaveLength(80);
});
