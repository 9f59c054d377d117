import { expect, test } from "bun:test";
import { createSendPacer } from "./send-pacer";

const pacing = { concurrency: 4, ratePerSecond: 2, burst: 6 };

function pacerAt() {
  const time = { ms: 0 };
  return { time, pacer: createSendPacer(() => time.ms) };
}

test("a device may send its burst at once, as many at a time as its gateway takes, and then at its rate", () => {
  const { time, pacer } = pacerAt();
  expect([pacer.take("a", pacing), pacer.take("a", pacing)]).toEqual([
    { tokens: 4, waitMs: 0 },
    { tokens: 2, waitMs: 0 },
  ]);
  expect(pacer.take("a", pacing)).toEqual({ tokens: 0, waitMs: 500 });
  time.ms += 500;
  expect(pacer.take("a", pacing)).toEqual({ tokens: 1, waitMs: 0 });
});

test("what is waited for is enough: nobody waits twice for one token", () => {
  const { time, pacer } = pacerAt();
  pacer.take("a", pacing);
  pacer.take("a", pacing);
  time.ms += 123;
  time.ms += pacer.take("a", pacing).waitMs;
  expect(pacer.take("a", pacing).tokens).toBe(1);
});

test("what was not needed is not lost, and rest does not add up beyond the burst", () => {
  const { time, pacer } = pacerAt();
  pacer.giveBack("a", pacer.take("a", pacing).tokens);
  time.ms += 3_600_000;
  const taken = [pacer.take("a", pacing), pacer.take("a", pacing), pacer.take("a", pacing)];
  expect(taken.map(({ tokens }) => tokens)).toEqual([4, 2, 0]);
});

test("one device's sending costs another nothing", () => {
  const { pacer } = pacerAt();
  pacer.take("a", pacing);
  pacer.take("a", pacing);
  expect(pacer.take("b", pacing).tokens).toBe(4);
});
