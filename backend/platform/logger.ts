type Level = "debug" | "info" | "warn" | "error";
type Fields = Record<string, unknown>;

const RANK: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };
let threshold: Level = "info";

/** Structured lines for machines, one JSON object each. Callers never put tokens, plates or message texts in. */
export const logger = {
  debug: (message: string, fields?: Fields) => write("debug", message, fields),
  info: (message: string, fields?: Fields) => write("info", message, fields),
  warn: (message: string, fields?: Fields) => write("warn", message, fields),
  error: (message: string, fields?: Fields) => write("error", message, fields),
};

export function setLogLevel(level: Level): void {
  threshold = level;
}

function write(level: Level, message: string, fields: Fields = {}): void {
  if (RANK[level] < RANK[threshold]) return;
  const entry = { at: new Date().toISOString(), level, message, ...fields };
  const line = JSON.stringify(entry, (_key, value: unknown) => (value instanceof Error ? describe(value) : value));
  (level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

function describe(error: Error): Fields {
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause instanceof Error && { cause: describe(error.cause) }),
  };
}
