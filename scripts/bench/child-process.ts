import { resolve } from "node:path";
import { z } from "zod";

const root = resolve(import.meta.dir, "../..");
const reply = z.object({ id: z.int(), result: z.unknown().optional(), error: z.string().optional() });
const question = z.object({ id: z.int(), command: z.string(), input: z.unknown() });

export type Child = {
  /** Sends a command and waits for its answer; throws what the child threw. */
  ask<T>(answer: z.ZodType<T>, command: string, input?: unknown): Promise<T>;
  stop(): Promise<void>;
};

const ANSWER_MS = 120_000;

/** A measured process with nothing of our environment but PATH; ready when its script has called `answerCommands`. */
export async function startChild(script: string, env: Record<string, string>): Promise<Child> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  const child = Bun.spawn([process.execPath, "--no-install", "--no-env-file", resolve(import.meta.dir, script)], {
    cwd: root,
    env: { PATH: Bun.env.PATH ?? "", HOME: Bun.env.HOME ?? "", ...env },
    stdio: ["ignore", "inherit", "inherit"],
    ipc(message) {
      const { id, result, error } = reply.parse(message);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) asked?.resolve(result);
      else asked?.reject(new Error(`${script}: ${error}`));
    },
    onExit(_, exitCode) {
      for (const asked of waiting.values()) asked.reject(new Error(`${script} ended with ${exitCode}`));
    },
  });
  const ready = Promise.withResolvers<unknown>();
  waiting.set(0, ready);
  await ready.promise;

  return {
    async ask(answer, command, input) {
      const asked = Promise.withResolvers<unknown>();
      lastId += 1;
      waiting.set(lastId, asked);
      child.send({ id: lastId, command, input });
      const timer = setTimeout(() => asked.reject(new Error(`${script} did not answer ${command}`)), ANSWER_MS);
      return answer.parse(await asked.promise.finally(() => clearTimeout(timer)));
    },
    async stop() {
      child.kill("SIGTERM");
      const forced = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await child.exited;
      clearTimeout(forced);
    },
  };
}

/** In the child: says that it is ready and answers its parent's commands, one handler each. */
export function answerCommands(handlers: Record<string, (input: unknown) => unknown>): void {
  process.on("message", async (message) => {
    const { id, command, input } = question.parse(message);
    try {
      process.send?.({ id, result: await handlers[command]?.(input) });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ id: 0 });
}

/** Processor time this process has used, in seconds, and the memory it holds, in MB. */
export const usageSchema = z.object({ cpuSeconds: z.number(), rssMb: z.number() });

export function processUsage(): z.infer<typeof usageSchema> {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, rssMb: process.memoryUsage.rss() / 2 ** 20 };
}

/** Milliseconds on a clock that all processes of this machine agree on. */
export function sharedNowMs(): number {
  return performance.timeOrigin + performance.now();
}

export function freePort(): number {
  const probe = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response() });
  const { port } = probe;
  void probe.stop(true);
  if (port === undefined) throw new Error("no free port");
  return port;
}
