import { expect, test } from "bun:test";
import { createSimulatorSink } from "./simulator-sink";

const surabaya = { number: "628123456789" };
const malang = { number: "628233334444" };

test("what is sent gets its second tick, one call per device", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const bodies: unknown[] = [];
  const { sink } = createSimulatorSink(async (body) => {
    if (bodies.push(body) === 2) resolve();
    return new Response();
  }, 0);
  for (const id of ["1", "2", "2"]) await sink(surabaya, { id });
  await sink(malang, { id: "3" });
  await promise;

  const tick = (id: string) => ({ id, status: "delivered" });
  expect(bodies).toEqual([
    { device: surabaya.number, receipts: [tick("1"), tick("2")] },
    { device: malang.number, receipts: [tick("3")] },
  ]);
});

test("a tick that cannot be delivered is no failure of the send", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { sink } = createSimulatorSink(() => {
    resolve();
    return Promise.reject(new Error("stopped"));
  }, 0);
  await sink(surabaya, { id: "1" });
  await promise;
});

test("nothing is delivered after a stop", async () => {
  let calls = 0;
  const { sink, stop } = createSimulatorSink(async () => {
    calls += 1;
    return new Response();
  }, 0);
  await sink(surabaya, { id: "1" });
  stop();
  await Bun.sleep(5);
  expect(calls).toBe(0);
});
