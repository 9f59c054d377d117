/** `bun start`: from a fresh clone to a running product with the demo showrooms in it. */
import { prepare } from "./prepare";

await prepare();
const { EnvError, readEnv } = await import("@/backend/platform/env");
const { startServer, stopOnSignals } = await import("@/backend/server");
const { drawRemainingPhotos, seedDemo } = await import("@/prisma/seed");

type Settings = Record<string, string | undefined>;

const startedAt = performance.now();
try {
  const env = readEnv(await withFakeModel(process.env));
  const running = await startServer(env, async (deps) => {
    if (env.NODE_ENV === "development") await seedDemo(deps, { isProduction: false });
  });
  stopOnSignals(running);
  stopWithParent();
  if (env.NODE_ENV === "development") {
    printAddresses(running.port, env.APP_DOMAIN);
    // The other views of the demo cars; people can already look around.
    void drawRemainingPhotos(running.deps, { isStopping: running.deps.isDraining }).catch(() => undefined);
  }
} catch (error) {
  if (!isExplainable(error)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** LLM_PROVIDER=fake: a language model on this machine, to try the assistant without an account. */
async function withFakeModel(settings: Settings): Promise<Settings> {
  if (settings.LLM_PROVIDER !== "fake") return settings;
  const { startFakeGemini } = await import("@/backend/testing/fake-models/fake-gemini");
  const { url, apiKey } = startFakeGemini();
  return { ...settings, GEMINI_API_URL: url, GEMINI_API_KEY: apiKey };
}

function printAddresses(port: number, domain: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`
AutoLeads is running (started in ${seconds} s). Ctrl-C stops it.

  Phone simulator   http://${domain}:${port}/simulator     start here: put a car online, sell it
  Showroom Surabaya http://showroom-surabaya.${domain}:${port}
  Malang Jaya Motor http://malang-jaya.${domain}:${port}
  Dashboard         http://showroom-surabaya.${domain}:${port}/dashboard     owner@showroom-surabaya.com, password123
`);
}

/** When the process that started this one is killed, nobody could stop this one with Ctrl-C any more. */
function stopWithParent(): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 1_000);
  timer.unref();
}

function isExplainable(error: unknown): error is Error {
  if (error instanceof EnvError) return true;
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
