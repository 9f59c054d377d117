import { describe, expect, test } from "bun:test";
import { SignJWT, UnsecuredJWT } from "jose";
import { createSessionTokens } from "./session-tokens";

const SECRET = "a-secret-of-at-least-thirty-two-bytes";
const tokens = createSessionTokens(SECRET);
const now = new Date("2026-11-20T03:00:00Z");
const seconds = Math.floor(now.getTime() / 1_000);
const claims = {
  tenantId: 7,
  userId: "01890000-0000-7000-8000-000000000001",
  sessionId: "01890000-0000-7000-8000-000000000002",
  sessionVersion: 3,
};
const whole = {
  ...{ iss: "autoleads", aud: "page", sub: claims.userId, tid: 7, sid: claims.sessionId, ver: 3 },
  ...{ iat: seconds, exp: seconds + 3_600 },
};

function signed(
  payload: Record<string, unknown>,
  header: { alg: string; typ?: string } = { alg: "HS256", typ: "session+jwt" },
  secret = SECRET,
) {
  return new SignJWT(payload).setProtectedHeader(header).sign(new TextEncoder().encode(secret));
}

describe("a session token", () => {
  test("says whose it is until 24 hours are over", async () => {
    const token = await tokens.sign(claims, "page", now);
    expect(await tokens.verify(token, "page", now)).toEqual(claims);
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    expect(await tokens.verify(token, "page", at(23.9))).toEqual(claims);
    expect(await tokens.verify(token, "page", at(24.1))).toBeNull();
  });

  test("is taken when it is made as ours are, and refused with any one claim missing", async () => {
    expect(await tokens.verify(await signed(whole), "page", now)).toEqual(claims);
    for (const name of Object.keys(whole)) {
      const { [name]: _, ...rest } = Object.fromEntries(Object.entries(whole));
      expect({ name, verified: await tokens.verify(await signed(rest), "page", now) }).toEqual({
        name,
        verified: null,
      });
    }
  });

  test("is refused for the other audience, of another issuer, type, secret or algorithm, and unsigned", async () => {
    const page = await tokens.sign(claims, "page", now);
    const forged = {
      audience: [await tokens.sign(claims, "api", now), "page"],
      other: [page, "api"],
      issuer: [await signed({ ...whole, iss: "somebody" }), "page"],
      type: [await signed(whole, { alg: "HS256", typ: "JWT" }), "page"],
      noType: [await signed(whole, { alg: "HS256" }), "page"],
      secret: [await signed(whole, undefined, "another-secret-of-thirty-two-bytes!!"), "page"],
      algorithm: [await signed(whole, { alg: "HS512", typ: "session+jwt" }), "page"],
      unsigned: [new UnsecuredJWT(whole).encode(), "page"],
      changed: [
        page.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ ...whole, tid: 8 })).toString("base64url")}.`),
        "page",
      ],
      noise: ["not.a.token", "page"],
      empty: ["", "page"],
    } as const;
    for (const [name, [token, audience]] of Object.entries(forged)) {
      expect({ name, verified: await tokens.verify(token, audience, now) }).toEqual({ name, verified: null });
    }
  });

  test("is not what waits for the second step, nor the other way round", async () => {
    const waiting = await tokens.signSecondStep({ ...claims, audience: "page" }, now);
    const session = await tokens.sign(claims, "page", now);
    expect(await tokens.verify(waiting, "page", now)).toBeNull();
    expect(await tokens.verifySecondStep(session, "page", now)).toBeNull();
    expect(await tokens.verifySecondStep(waiting, "page", now)).toMatchObject({ userId: claims.userId });
    expect(await tokens.verifySecondStep(waiting, "api", now)).toBeNull();
    expect(await tokens.verifySecondStep(waiting, "page", new Date(now.getTime() + 6 * 60_000))).toBeNull();
  });
});
