import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnv } from "./env";

const folder = mkdtempSync(join(tmpdir(), "autoleads-env-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const production = {
  NODE_ENV: "production",
  JWT_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: "y".repeat(32),
  APP_URL: "https://autoleads.id",
  WHATSAPP_GATEWAY: "fonnte",
  FONNTE_WEBHOOK_SECRET: "z".repeat(16),
};

describe("the configuration is checked at the start", () => {
  test("nothing is needed in development, and the made-up secrets stay the same", () => {
    const first = readEnv({ DATA_DIR: folder });
    expect(first).toMatchObject({ PORT: 3000, APP_DOMAIN: "localhost", ROLE: "all", WHATSAPP_GATEWAY: "simulator" });
    expect(Buffer.byteLength(first.JWT_SECRET)).toBeGreaterThanOrEqual(32);
    expect(readEnv({ DATA_DIR: folder }).JWT_SECRET).toBe(first.JWT_SECRET);
  });

  test.each([
    [{ PORT: "70000" }, /PORT/],
    [{ ROLE: "boss" }, /ROLE/],
    [{ APP_URL: "not a url" }, /APP_URL/],
    [{ JWT_SECRET: "short" }, /JWT_SECRET: needs at least 32 bytes/],
    [{ MAX_FILE_SIZE: "big" }, /MAX_FILE_SIZE/],
  ])("a wrong value stops it and is named: %p", (wrong, name) => {
    expect(() => readEnv({ DATA_DIR: folder, ...wrong })).toThrow(name);
  });

  test("production runs with its secrets and without the simulator", () => {
    expect(readEnv(production).NODE_ENV).toBe("production");
  });

  test.each(Object.keys(production).filter((name) => name !== "NODE_ENV"))("production needs %s", (name) => {
    expect(() => readEnv({ ...production, [name]: undefined })).toThrow(name);
  });
});
