import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
const DIGITS = 6;
/** A step before and after: phones' clocks are not exact. */
const WINDOW = 1;
const SETUP_MINUTES = 10;

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
  return delta === null ? null : stepAt(now) + delta;
}

/** Number of the time step a moment lies in. */
function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1_000 / STEP_SECONDS);
}

/** What `totp_last_step` starts with: every code that shows now is later, and it tells when the setup was begun. */
export function stepBeforeSetup(now: Date): number {
  return stepAt(now) - WINDOW - 1;
}

/** A secret that was shown and not confirmed is forgotten after ten minutes: the next one at this browser asks anew. */
export function isSetupOver(lastStep: number | null, now: Date): boolean {
  return lastStep === null || (stepBeforeSetup(now) - lastStep) * STEP_SECONDS > SETUP_MINUTES * 60;
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
