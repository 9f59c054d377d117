import { randomBytes } from "node:crypto";
import { hashSecret } from "@/backend/platform/encryption";

const COUNT = 10;
/** Without letters that look alike. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH = 16;

/** Ten codes "abcd-efgh-jkmn-pqrs" of 80 bits each, so that a plain hash of one cannot be searched. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
    return letters.replace(/(.{4})(?=.)/g, "$1-");
  });
}

export function hashRecoveryCode(code: string): string {
  return hashSecret(code.toLowerCase().replace(/[^a-z0-9]/g, ""));
}
