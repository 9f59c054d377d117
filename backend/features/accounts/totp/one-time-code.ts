import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
const DIGITS = 6;
/** A step before and after: phones' clocks are not exact. */
const WINDOW = 1;

export function newTotpSecret(): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;
}

/** What the authenticator app reads from the QR code. */
export function totpUri(secret: string, { showroom, email }: { showroom: string; email: string }): string {
  return totpOf(secret, showroom, email).toString();
}

/** Which time step a code belongs to; null when it fits none of those around now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1_000 / STEP_SECONDS) + delta;
}

/** For tests and nobody else: what the app would show. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() });
}

function totpOf(secret: string, issuer = "", label = ""): TOTP {
  const name = { ...(issuer && { issuer: issuer.replaceAll(":", " ") }), ...(label && { label }) };
  return new TOTP({
    ...name,
    algorithm: "SHA1",
    digits: DIGITS,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}
