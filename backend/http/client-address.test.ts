import { expect, test } from "bun:test";
import { Hono } from "hono";
import { clientAddress } from "./client-address";

async function addressSeen(trustProxy: boolean, forwarded: string | null, connection?: { address: string }) {
  const app = new Hono().get("/", (c) => c.text(clientAddress(c, { trustProxy })));
  const headers: Record<string, string> = forwarded === null ? {} : { "x-forwarded-for": forwarded };
  return (await app.request("/", { headers }, connection)).text();
}

test("a client cannot give itself another address", async () => {
  const connection = { address: "10.0.0.9" };
  expect(await addressSeen(false, "1.2.3.4", connection)).toBe("10.0.0.9");
  expect(await addressSeen(true, "1.2.3.4, 5.6.7.8", connection)).toBe("5.6.7.8");
  expect(await addressSeen(true, null, connection)).toBe("10.0.0.9");
  expect(await addressSeen(false, null)).toBe("");
});
