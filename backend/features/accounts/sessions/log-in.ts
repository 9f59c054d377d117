import type { User } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { AppError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { verifyPassword } from "../passwords/password-hash";
import { type ConfirmSecondStepInput, confirmSecondStepSchema, type LogInInput, logInSchema } from "../schemas";
import { acceptCode } from "../totp/accept-code";
import { findUserByEmail, findUserById } from "../users/user-store";
import { beginSession, type LoggedIn } from "./begin-session";
import { giveBackTry, loginKeys, type TryKeys, takeTry } from "./login-throttle";
import { recordFailedLogIn } from "./record-failed-log-in";
import type { Client } from "./session-store";
import type { SessionAudience, SessionTokens } from "./session-tokens";

export type LogInDeps = { sessionTokens: SessionTokens; encryption: Encryption };

/** `second_step`: the password was right; `token` (5 minutes) and a code go to `confirmSecondStep`. */
export type LogInResult = ({ type: "logged_in" } & LoggedIn) | { type: "second_step"; token: string };

/**
 * E-mail and password, and the code of the second step where it is on, for a session of 24 hours. Whatever is wrong is
 * answered with the same sentence after the same work.
 * @throws AppError "unauthenticated"; TooManyTriesError with the seconds to wait
 */
export async function logIn(deps: LogInDeps, ctx: Ctx, input: LogInInput): Promise<LogInResult> {
  const { email, password, totp, audience, userAgent, address } = parseInput(logInSchema, input);
  const keys = loginKeys(email, address);
  await takeTry(ctx, keys);

  const user = await withTenant(ctx, (tx) => findUserByEmail(tx, ctx, email));
  const isRight = await verifyPassword(password, user?.passwordHash ?? null);
  if (!user || !isRight || user.status !== "active") {
    await recordFailedLogIn(ctx, { email, address, reason: whyRefused(user, isRight) });
    throw refusal();
  }

  const attempt = { user, keys, audience, client: { userAgent, address } };
  if (!user.totpEnabledAt) return enter(deps, ctx, attempt);
  if (totp) return enterWithCode(deps, ctx, { ...attempt, code: totp });
  return askForCode(deps, ctx, attempt);
}

/**
 * The second step: a code of the authenticator app, or a recovery code.
 * @throws AppError "unauthenticated" when the first step is too long ago or the code is wrong; TooManyTriesError
 */
export async function confirmSecondStep(
  deps: LogInDeps,
  ctx: Ctx,
  input: ConfirmSecondStepInput,
): Promise<{ type: "logged_in" } & LoggedIn> {
  const { token, code, audience, userAgent, address } = parseInput(confirmSecondStepSchema, input);
  const claims = await deps.sessionTokens.verifySecondStep(token, audience, ctx.clock.now());
  const user =
    claims?.tenantId === ctx.tenant.id ? await withTenant(ctx, (tx) => findUserById(tx, ctx, claims.userId)) : null;
  if (!user || user.sessionVersion !== claims?.sessionVersion || user.status !== "active") throw tooLate();

  const keys = loginKeys(user.email, address);
  await takeTry(ctx, keys);
  return enterWithCode(deps, ctx, { user, keys, audience, client: { userAgent, address }, code });
}

type Attempt = { user: User; keys: TryKeys; audience: SessionAudience; client: Client };

async function enter(deps: LogInDeps, ctx: Ctx, attempt: Attempt): Promise<{ type: "logged_in" } & LoggedIn> {
  const loggedIn = await withTenant(ctx, (tx) => beginSession(tx, deps, ctx, attempt));
  if (!loggedIn) throw refusal();
  return { type: "logged_in", ...loggedIn };
}

async function enterWithCode(
  deps: LogInDeps,
  ctx: Ctx,
  attempt: Attempt & { code: string },
): Promise<{ type: "logged_in" } & LoggedIn> {
  const { user, code, client } = attempt;
  const loggedIn = await withTenant(ctx, async (tx) => {
    const kind = await acceptCode(tx, deps, ctx, user.id, code);
    return kind ? beginSession(tx, deps, ctx, { ...attempt, secondStep: kind }) : null;
  });
  if (loggedIn) return { type: "logged_in", ...loggedIn };

  await recordFailedLogIn(ctx, { email: user.email, address: client.address, reason: "code" });
  throw wrongCode();
}

/** Takes back this one try only: else a code could be guessed for ever by asking for it again in between. */
async function askForCode(deps: LogInDeps, ctx: Ctx, { user, keys, audience }: Attempt): Promise<LogInResult> {
  await withTenant(ctx, (tx) => giveBackTry(tx, ctx, keys));
  const claims = { tenantId: ctx.tenant.id, userId: user.id, sessionVersion: user.sessionVersion, audience };
  return { type: "second_step", token: await deps.sessionTokens.signSecondStep(claims, ctx.clock.now()) };
}

function whyRefused(user: User | null, isRight: boolean) {
  if (!user) return "unknown";
  return isRight ? "suspended" : "password";
}

function refusal(): AppError {
  return new AppError("unauthenticated", "log-in refused", { userMessage: "E-mail atau kata sandi salah." });
}

function wrongCode(): AppError {
  const sentence = "Kode salah, sudah kedaluwarsa, atau sudah dipakai.";
  return new AppError("unauthenticated", "second step refused", { userMessage: sentence, fields: { totp: sentence } });
}

function tooLate(): AppError {
  return new AppError("unauthenticated", "second step without a first", {
    userMessage: "Waktunya habis. Silakan masuk lagi dari awal.",
  });
}
