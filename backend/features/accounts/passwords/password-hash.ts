const MEMORY_KIB = 19_456;
const PASSES = 2;
/** Each hash takes its memory and a core for about 20 ms: a flood of log-ins must not take all of both. */
const HASHES_AT_ONCE = 4;

/** No password fits it, and saying so takes as long as for anybody's. */
const NOBODYS_HASH = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$c2hvd3Jvb20tbm9ib2R5cy1zYWx0$Y3Vyc29yeS1oYXNoLW9mLW5vYm9keS1hdC1hbGwtMDA`;

/** What stands in `users.password_hash` of somebody who was invited and has not chosen one yet. */
export const NO_PASSWORD = "-";

let running = 0;
const waiting: (() => void)[] = [];

/** argon2id, for passwords and PINs. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => Bun.password.hash(password, { algorithm: "argon2id", memoryCost: MEMORY_KIB, timeCost: PASSES }));
}

/** Does the same work when there is no user (`hash` null) or no password yet, and says no. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const isReal = hash?.startsWith("$argon2id$") ?? false;
  const fits = await inTurn(() => Bun.password.verify(password || " ", isReal && hash ? hash : NOBODYS_HASH));
  return fits && isReal;
}

export function hasPassword(hash: string): boolean {
  return hash !== NO_PASSWORD;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= HASHES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
