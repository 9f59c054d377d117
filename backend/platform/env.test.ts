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
    [{ DNS_SERVERS: "1.1.1.1, dns.contoh.id" }, /DNS_SERVERS/],
    [{ JWT_SECRET: "short" }, /JWT_SECRET: needs at least 32 bytes/],
    [{ MAX_FILE_SIZE: "big" }, /MAX_FILE_SIZE/],
    [{ LLM_PROVIDER: "openai" }, /LLM_PROVIDER/],
    [{ LLM_PROVIDER: "gemini" }, /GEMINI_API_KEY: required for LLM_PROVIDER=gemini/],
    [{ LLM_PROVIDER: "zai", GEMINI_API_KEY: "k" }, /ZAI_API_KEY: required for LLM_PROVIDER=zai/],
    [{ GEMINI_API_KEY: "kunci rahasia" }, /GEMINI_API_KEY: has characters no key has/],
    [{ ZAI_BASE_URL: "api.z.ai" }, /ZAI_BASE_URL/],
    [{ GEMINI_MODEL: "gemini?key=x" }, /GEMINI_MODEL/],
    [{ LLM_TIMEOUT_MS: "0" }, /LLM_TIMEOUT_MS/],
  ])("a wrong value stops it and is named: %p", (wrong, name) => {
    expect(() => readEnv({ DATA_DIR: folder, ...wrong })).toThrow(name);
  });

  test("a language model is not needed, and one with its key needs nothing else", () => {
    expect(readEnv({ DATA_DIR: folder, GEMINI_API_KEY: "", GEMINI_MODEL: "" })).toMatchObject({
      LLM_PROVIDER: "none",
      GEMINI_API_KEY: undefined,
      GEMINI_MODEL: "gemini-3.5-flash-lite",
      LLM_TIMEOUT_MS: 6_000,
      LLM_CALLS_PER_CONVERSATION: 20,
      LLM_CALLS_PER_TENANT: 1_000,
    });
    const zai = readEnv({ DATA_DIR: folder, LLM_PROVIDER: "zai", ZAI_API_KEY: "k.1" });
    expect(zai).toMatchObject({ LLM_PROVIDER: "zai", ZAI_BASE_URL: "https://api.z.ai/api/paas/v4" });
  });

  test("a key is not repeated when it is wrong", () => {
    expect(() => readEnv({ DATA_DIR: folder, ZAI_API_KEY: "kunci rahasia" })).not.toThrow(/rahasia/);
  });

  test("the fake model is for trying out, not for production", () => {
    const fake = { LLM_PROVIDER: "fake", GEMINI_API_URL: "http://127.0.0.1:4000" };
    expect(readEnv({ DATA_DIR: folder, ...fake }).LLM_PROVIDER).toBe("fake");
    expect(() => readEnv({ ...production, ...fake })).toThrow(/LLM_PROVIDER: the fake model is not for production/);
  });

  test("the fake model is never somebody else's server", () => {
    expect(() => readEnv({ DATA_DIR: folder, LLM_PROVIDER: "fake" })).toThrow(/runs inside `bun start` only/);
  });

  test("production runs with its secrets and without the simulator", () => {
    expect(readEnv(production).NODE_ENV).toBe("production");
  });

  test.each(Object.keys(production).filter((name) => name !== "NODE_ENV"))("production needs %s", (name) => {
    expect(() => readEnv({ ...production, [name]: undefined })).toThrow(name);
  });
});
