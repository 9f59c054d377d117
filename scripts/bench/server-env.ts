import { join } from "node:path";
import type { BenchDatabase } from "./bench-database";

/** A production environment for a measured server; secrets only of this run. */
export function productionEnv(
  { url, folder }: Pick<BenchDatabase, "url" | "folder">,
  port: number,
): Record<string, string> {
  return {
    NODE_ENV: "production",
    ROLE: "web",
    LOG_LEVEL: "error",
    HOST: "127.0.0.1",
    PORT: String(port),
    APP_DOMAIN: "localhost",
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: url,
    DATA_DIR: join(folder, "data"),
    UPLOAD_DIR: join(folder, "uploads"),
    JWT_SECRET: crypto.randomUUID(),
    ENCRYPTION_KEY: crypto.randomUUID(),
    WHATSAPP_GATEWAY: "fonnte",
    FONNTE_WEBHOOK_SECRET: crypto.randomUUID(),
  };
}
