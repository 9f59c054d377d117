import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const text = z.string().trim();
const optionalText = text.transform((value) => value || undefined).optional();
const optionalUrl = z.preprocess((value) => value || undefined, z.url().optional());
const urlOr = (fallback: string) => z.preprocess((value) => value || undefined, z.url().default(fallback));
/** It becomes a header. */
const optionalKey = optionalText.refine((value) => !value || /^[\x21-\x7e]+$/.test(value), "has characters no key has");
const modelName = (fallback: string) => z.preprocess((value) => value || undefined, MODEL_NAME.default(fallback));
const MODEL_NAME = text.regex(/^[\w./:-]+$/, "is not the name of a model");
const wholeNumber = z.coerce.number().int();
const flag = z.enum(["true", "false", "1", "0", ""]).transform((value) => value === "true" || value === "1");
/** "1.1.1.1, 127.0.0.1:5353": only then are these asked about showrooms' domains. */
const dnsServerList = text
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .refine(
    (servers) =>
      servers.every((server) =>
        /^(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?|\[?[0-9a-f:]+\]?(?::\d{1,5})?)$/i.test(server),
      ),
    "is not a list of IP addresses",
  );
const hostList = text.transform((value) =>
  value
    .split(",")
    .map((host) => host.trim())
    .filter(Boolean),
);

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: wholeNumber.min(0).max(65_535).default(3000),
  HOST: text.default("0.0.0.0"),
  APP_DOMAIN: text.toLowerCase().default("localhost"),
  APP_URL: optionalUrl,
  DATABASE_URL: optionalText,
  DATABASE_POOL_SIZE: wholeNumber.min(2).max(200).default(24),
  DATA_DIR: text.default("./data"),
  UPLOAD_DIR: text.default("./uploads"),
  S3_BUCKET: optionalText,
  S3_ENDPOINT: optionalUrl,
  S3_REGION: optionalText,
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
  JWT_SECRET: optionalText,
  ENCRYPTION_KEY: optionalText,
  ROLE: z.enum(["all", "web", "worker"]).default("all"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  WHATSAPP_GATEWAY: z.enum(["simulator", "fonnte"]).default("simulator"),
  FONNTE_API_URL: urlOr("https://api.fonnte.com"),
  FONNTE_API_TOKEN: optionalText,
  FONNTE_WEBHOOK_SECRET: optionalText,
  LLM_PROVIDER: z.enum(["none", "gemini", "zai", "fake"]).default("none"),
  LLM_TIMEOUT_MS: wholeNumber.min(500).max(60_000).default(6_000),
  LLM_CALLS_PER_CONVERSATION: wholeNumber.min(0).max(1_000_000).default(20),
  LLM_CALLS_PER_TENANT: wholeNumber.min(0).max(1_000_000).default(1_000),
  GEMINI_API_URL: urlOr("https://generativelanguage.googleapis.com"),
  GEMINI_API_KEY: optionalKey,
  GEMINI_MODEL: modelName("gemini-3.5-flash-lite"),
  ZAI_BASE_URL: urlOr("https://api.z.ai/api/paas/v4"),
  ZAI_API_KEY: optionalKey,
  ZAI_TEXT_MODEL: modelName("glm-4.7"),
  TRUST_PROXY: flag.default(false),
  DNS_SERVERS: dnsServerList.default([]),
  MEDIA_ALLOWED_HOSTS: hostList.default([]),
  MAX_FILE_SIZE: wholeNumber.min(1024).max(50_000_000).default(10_000_000),
});

export type Env = Omit<z.infer<typeof schema>, "JWT_SECRET" | "ENCRYPTION_KEY"> & {
  JWT_SECRET: string;
  ENCRYPTION_KEY: string;
};

const MIN_SECRET_BYTES = 32;

/** Everything the product reads from its surroundings, checked once. A wrong value stops the start and says which. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success)
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const env = parsed.data;
  const problems = [...whatTheModelNeeds(env), ...whatProductionNeeds(env)];
  for (const name of ["JWT_SECRET", "ENCRYPTION_KEY"] as const) {
    const value = env[name];
    if (value && Buffer.byteLength(value) < MIN_SECRET_BYTES)
      problems.push(`${name}: needs at least ${MIN_SECRET_BYTES} bytes`);
  }
  if (problems.length > 0) throw new EnvError(problems);

  return {
    ...env,
    JWT_SECRET: env.JWT_SECRET ?? keptSecret(env.DATA_DIR, "jwt-secret"),
    ENCRYPTION_KEY: env.ENCRYPTION_KEY ?? keptSecret(env.DATA_DIR, "encryption-key"),
  };
}

export class EnvError extends Error {
  constructor(problems: string[]) {
    super(
      `The configuration is not right:\n${problems.map((problem) => `  - ${problem}`).join("\n")}\nSee .env.example.`,
    );
    this.name = "EnvError";
  }
}

function whatTheModelNeeds(env: z.infer<typeof schema>): string[] {
  const { LLM_PROVIDER: provider, GEMINI_API_KEY, GEMINI_API_URL, ZAI_API_KEY } = env;
  if (provider === "gemini" && !GEMINI_API_KEY) return ["GEMINI_API_KEY: required for LLM_PROVIDER=gemini"];
  if (provider === "zai" && !ZAI_API_KEY) return ["ZAI_API_KEY: required for LLM_PROVIDER=zai"];
  const isOurs = ["127.0.0.1", "localhost"].includes(new URL(GEMINI_API_URL).hostname);
  if (provider === "fake" && !isOurs) return ["LLM_PROVIDER: the fake model runs inside `bun start` only"];
  return [];
}

function whatProductionNeeds(env: z.infer<typeof schema>): string[] {
  if (env.NODE_ENV !== "production") return [];
  const problems: string[] = [];
  if (!env.JWT_SECRET) problems.push("JWT_SECRET: required in production");
  if (!env.ENCRYPTION_KEY) problems.push("ENCRYPTION_KEY: required in production");
  if (env.WHATSAPP_GATEWAY === "fonnte" && !env.FONNTE_WEBHOOK_SECRET) {
    problems.push("FONNTE_WEBHOOK_SECRET: required in production");
  }
  if (!env.APP_URL) problems.push("APP_URL: required in production");
  if (env.WHATSAPP_GATEWAY === "simulator") problems.push("WHATSAPP_GATEWAY: the simulator is not for production");
  if (env.LLM_PROVIDER === "fake") problems.push("LLM_PROVIDER: the fake model is not for production");
  return problems;
}

/** Development convenience: made once, kept under DATA_DIR, so that sessions outlive a restart. */
function keptSecret(dataDirectory: string, name: string): string {
  const directory = resolve(dataDirectory);
  const file = join(directory, name);
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
