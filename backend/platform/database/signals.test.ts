import { afterAll, expect, test } from "bun:test";
import { eventually } from "@/backend/testing/messaging-world";
import { createTestDatabase } from "@/backend/testing/test-postgres";
import { openDatabase } from "./database";

const { url, drop } = await createTestDatabase();
const [here, there] = [await openDatabase({ url, poolSize: 4 }), await openDatabase({ url, poolSize: 4 })];
afterAll(async () => {
  await here.close();
  await there.close();
  await drop();
});
await eventually(async () => here.signals.isListening() && there.signals.isListening());

test("a signal is heard in its own process at once and in others soon, a hundred of the same as one", async () => {
  const own: string[] = [];
  const others: string[] = [];
  const stop = [
    here.signals.subscribe("live", (payload) => void own.push(payload)),
    there.signals.subscribe("live", (payload) => void others.push(payload)),
  ];
  for (let count = 0; count < 100; count += 1) here.signals.send("live", "7");
  expect(own).toHaveLength(100);
  here.signals.send("live", "8");
  await eventually(async () => others.includes("8"));
  expect(others).toEqual(["7", "8"]);
  for (const unsubscribe of stop) unsubscribe();
});

test("a listener that lost its connection says so, connects again and has everything looked at", async () => {
  const heard: string[] = [];
  there.signals.subscribe("catalog", (payload) => void heard.push(payload));
  await here.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  await eventually(async () => !there.signals.isListening());
  await eventually(async () => there.signals.isListening());
  expect(heard).toEqual([""]);

  here.signals.send("catalog", "7");
  await eventually(async () => heard.includes("7"));
});

test("what waits to be told is told before closing", async () => {
  const leaving = await openDatabase({ url, poolSize: 2 });
  const heard: string[] = [];
  there.signals.subscribe("lanes", (payload) => void heard.push(payload));
  leaving.signals.send("lanes", "device");
  await leaving.close();
  await eventually(async () => heard.includes("device"));
});
