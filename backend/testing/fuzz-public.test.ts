import { expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { createShowroom, createTestDeps } from "./test-showroom";

const deps = await createTestDeps();
const app = createApp(deps);
await createShowroom(deps, { subdomain: "surabaya" });

const PATHS = [
  "/",
  "/mobil",
  "/api/cars",
  "/api/cars/",
  "/og/",
  "/media/",
  "/assets/",
  "/sitemap.xml",
  "/",
  "/webhook/fonnte",
  "/simulator/api/chats/",
];
const NAMES = [
  "search",
  "brand",
  "model",
  "yearMin",
  "yearMax",
  "year",
  "minPrice",
  "maxPrice",
  "transmission",
  "fuel",
  "bodyType",
  "color",
  "sort",
  "page",
  "limit",
  "constructor",
  "__proto__",
  "brand[]",
];
const VALUES = [
  "",
  "0",
  "-1",
  "999999999999999999999",
  "NaN",
  "%00",
  "%E0%A4%A",
  "%ff%fe",
  "a".repeat(5_000),
  "' OR 1=1 --",
  "\\",
  "{}",
  "[]",
  "😀",
  "..%2f..%2fetc",
  "1e400",
  "null",
  "Toyota",
  "2020",
  "<script>",
  "%0d%0aX-Evil:1",
  "200an",
  "\u202e",
];
const SEED = 20_261_120;

test("whatever a visitor puts into an address, the answer is never the server's fault", async () => {
  const pick = picker(SEED);
  const wrong: string[] = [];
  for (let round = 0; round < 600; round++) {
    const parameters = Array.from({ length: pick([0, 1, 2, 5]) }, () => `${pick(NAMES)}=${pick(VALUES)}`).join("&");
    const path = `${pick(PATHS)}${pick(["", "", pick(VALUES)])}${parameters && `?${parameters}`}`;
    const headers = {
      host: "surabaya.localhost",
      "if-none-match": pick(VALUES.slice(0, 5)),
      "accept-encoding": pick(["br", "x;q=", "gzip;q=0"]),
    };
    const response = await request(path, pick(["GET", "GET", "GET", "POST", "PUT", "HEAD"]), headers);
    if (response && response.status >= 500) wrong.push(`${response.status} ${path}`);
  }
  expect(wrong).toEqual([]);
});

/** null for an address that cannot even be sent. */
async function request(path: string, method: string, headers: Record<string, string>): Promise<Response | null> {
  let prepared: Request;
  try {
    prepared = new Request(`http://surabaya.localhost${path}`, { method, headers });
  } catch {
    return null;
  }
  return app.request(prepared);
}

/** Deterministic choice (mulberry32), so that a failure can be seen again. */
function picker(seed: number): <T>(options: readonly T[]) => T {
  let state = seed;
  return (options) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    const index = ((value ^ (value >>> 14)) >>> 0) % options.length;
    const chosen = options[index];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  };
}
