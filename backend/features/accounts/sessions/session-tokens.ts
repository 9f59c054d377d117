import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";

/** "page": the dashboard's cookie. "api": a program's bearer token. One is never taken for the other. */
export const AUDIENCES = ["page", "api"] as const;
export type SessionAudience = (typeof AUDIENCES)[number];

export const SESSION_HOURS = 24;
const SECOND_STEP_MINUTES = 5;

const ISSUER = "autoleads";
const ALGORITHM = "HS256";
const SESSION_TYPE = "session+jwt";
const SECOND_STEP_TYPE = "second-step+jwt";
const CLOCK_TOLERANCE_SECONDS = 5;

const claimsSchema = z.object({
  sub: z.uuid(),
  tid: z.number().int().positive(),
  sid: z.uuid(),
  ver: z.number().int().positive(),
});

export type SessionClaims = { tenantId: number; userId: string; sessionId: string; sessionVersion: number };

/** Somebody whose password was right and whose second factor is still asked for. */
export type SecondStepClaims = { tenantId: number; userId: string; sessionVersion: number; audience: SessionAudience };

export type SessionTokens = {
  sign(claims: SessionClaims, audience: SessionAudience, now: Date): Promise<string>;
  /** Null for everything but a token of ours, of this audience, with every claim, before its end. */
  verify(token: string, audience: SessionAudience, now: Date): Promise<SessionClaims | null>;
  signSecondStep(claims: SecondStepClaims, now: Date): Promise<string>;
  verifySecondStep(token: string, audience: SessionAudience, now: Date): Promise<SecondStepClaims | null>;
};

/** `secret` has at least 32 bytes: platform/env.ts sees to it. */
export function createSessionTokens(secret: string): SessionTokens {
  const key = new TextEncoder().encode(secret);

  return {
    sign: (claims, audience, now) =>
      sign(key, { claims: toJwt(claims), type: SESSION_TYPE, audience, now, seconds: SESSION_HOURS * 3_600 }),

    async verify(token, audience, now) {
      const claims = await verify(key, token, { type: SESSION_TYPE, audience, now, required: ["sid"] });
      const parsed = claimsSchema.safeParse(claims);
      if (!parsed.success) return null;
      const { sub: userId, tid: tenantId, sid: sessionId, ver: sessionVersion } = parsed.data;
      return { tenantId, userId, sessionId, sessionVersion };
    },

    signSecondStep: ({ tenantId, userId, sessionVersion, audience }, now) =>
      sign(key, {
        claims: { sub: userId, tid: tenantId, ver: sessionVersion },
        ...{ type: SECOND_STEP_TYPE, audience, now, seconds: SECOND_STEP_MINUTES * 60 },
      }),

    async verifySecondStep(token, audience, now) {
      const claims = await verify(key, token, { type: SECOND_STEP_TYPE, audience, now, required: [] });
      const parsed = claimsSchema.omit({ sid: true }).safeParse(claims);
      if (!parsed.success) return null;
      return { userId: parsed.data.sub, tenantId: parsed.data.tid, sessionVersion: parsed.data.ver, audience };
    },
  };
}

function toJwt({ tenantId, userId, sessionId, sessionVersion }: SessionClaims) {
  return { sub: userId, tid: tenantId, sid: sessionId, ver: sessionVersion };
}

type Signing = {
  claims: Record<string, string | number>;
  type: string;
  audience: SessionAudience;
  now: Date;
  seconds: number;
};

function sign(key: Uint8Array, { claims, type, audience, now, seconds }: Signing): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1_000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: type })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(key);
}

type Expected = { type: string; audience: SessionAudience; now: Date; required: string[] };

async function verify(key: Uint8Array, token: string, { type, audience, now, required }: Expected): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience,
      typ: type,
      requiredClaims: ["iss", "aud", "sub", "tid", "ver", "iat", "exp", ...required],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
